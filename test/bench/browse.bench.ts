import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { type MarketFilter, noFilter } from "#app/domain/market/narrow.ts";
import { partsOf } from "#app/domain/market/parts.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { documentStoreIn } from "#app/gateways/documents.server.ts";
import { secretsFrom } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { browseRounds } from "#app/use-cases/tenders/browse-rounds.server.ts";
import { type ConnectionOptions, connect, type Db } from "#db/client.ts";
import { startTestCluster } from "#test/support/cluster.ts";
import { cloneTemplate } from "#test/support/database.ts";
import { bareBrowse } from "./browse/bare-browse.ts";
import { loadCollectors } from "./browse/load-collectors.ts";
import { loadRounds } from "./browse/load-market.ts";
import { rounded } from "./measure.ts";
import type { Bench, Figure } from "./run.ts";

/** Open rounds; `BENCH_SIZES=10000,100000` runs the smaller tiers alone. */
const sizes = (process.env.BENCH_SIZES ?? "10000,100000,1000000").split(",").map(Number);
const collectors = 10_000;
const looks = 400;
/** Bare SQL that counts a million rounds takes its time; a tenth of the looks tells as much. */
const bareLooks = 40;

/**
 * A collector's list with all facets, as its page asks for it, beside the plain SQL that answers the same: the list, and a count
 * a facet. Collectors, filters and words are the same at every size, and the sizes take turns, so that what else the
 * machine does weighs on all of them alike.
 */
export const bench: Bench = async () => {
  const cluster = await startTestCluster();
  const markets: Market[] = [];
  try {
    for (const size of sizes) {
      markets.push(await openMarket(await cloneTemplate(cluster.database, `browse_${size}`), size));
    }
    await inTurn(markets, { looks: looks / 4, look: "ours" });
    const ours = await inTurn(markets, { looks, look: "ours" });
    await inTurn(markets, { looks: bareLooks / 4, look: "bare" });
    const bare = await inTurn(markets, { looks: bareLooks, look: "bare" });
    return [
      ...sizes.flatMap((size, market) =>
        percentiles.map(([name, at]) =>
          lineOf({ name, figure: quantile(ours[market], at), peerFigure: quantile(bare[market], at), size }),
        ),
      ),
      ...growth(ours),
    ];
  } finally {
    await Promise.all(markets.map(({ close }) => close()));
    await cluster.stop();
  }
};

const percentiles = [
  ["p50", 0.5],
  ["p95", 0.95],
] as const;

const lineOf = ({
  name,
  figure,
  peerFigure,
  size,
}: Record<"figure" | "peerFigure" | "size", number> & { name: string }) => ({
  bench: "browse",
  figure: rounded(figure),
  unit: `ms ${name} of a collector's list with facets, ${collectors} collectors`,
  peer: "ms of the plain SQL of the list and its counts through the same driver",
  peerFigure: rounded(peerFigure),
  ratio: rounded(peerFigure / figure),
  n: size,
});

/** How much slower the largest market is than the smallest, against the half more that is allowed. */
const growth = (took: number[][]): Figure[] =>
  percentiles.map(([name, at]) => {
    const figure = quantile(took[took.length - 1], at) / quantile(took[0], at);
    return {
      bench: "browse",
      figure: rounded(figure),
      unit: `times ${name} from ${sizes[0]} to ${sizes.at(-1)} open rounds`,
      peer: "times, the most it may grow",
      peerFigure: 1.5,
      ratio: rounded(1.5 / figure),
      n: sizes.at(-1) ?? 0,
    };
  });

type Look = (at: number) => Promise<unknown>;
type Market = { ours: Look; bare: Look; close(): Promise<unknown> };

/** A market of so many rounds, filled and ready to be looked at. */
async function openMarket(
  databases: { owner: ConnectionOptions; app: ConnectionOptions },
  size: number,
): Promise<Market> {
  const [owner, app] = [connect({ ...databases.owner, max: 2 }), connect({ ...databases.app, max: 2 })];
  await loadRounds(owner.db, size);
  await loadCollectors(owner.db, collectors);
  await owner.db.execute(sql`vacuum analyze`);
  const readers = await drawReaders(owner.db);
  const ctx = await contextOver(app.db);
  const actorAt = (at: number) => ({ ...ctx, actor: readers[at % readers.length] });
  return {
    ours: (at) => browseRounds(actorAt(at), queryAt(at, readers)),
    bare: (at) => bareBrowse(actorAt(at), queryAt(at, readers)),
    close: () => Promise.all([owner.close(), app.close()]),
  };
}

/** How long each look at each market took, in milliseconds, shortest first. */
async function inTurn(markets: Market[], { looks, look }: { looks: number; look: "ours" | "bare" }) {
  const took: number[][] = markets.map(() => []);
  for (let at = 0; at < looks; at += 1) {
    for (const [market, each] of markets.entries()) {
      const start = performance.now();
      await each[look](at);
      took[market].push(performance.now() - start);
    }
  }
  return took.map((each) => each.sort((a, b) => a - b));
}

const quantile = (sorted: number[], at: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))];

type Reader = Actor & { territories: string[] };

async function drawReaders(owner: Db): Promise<Reader[]> {
  const rows = await owner.execute<{ id: string; kind: "lawyer"; territories: string[] }>(sql`
    select o.id, o.kind, array_agg(distinct l.territory) as territories from organizations o
    join licences l on l.org_id = o.id group by o.id, o.kind, o.name order by md5(o.name) limit 500`);
  return rows.map(({ id, kind, territories }) => ({
    role: kind,
    userId: id,
    orgId: id,
    member: "owner",
    secondFactor: false,
    territories,
  }));
}

async function contextOver(db: Db): Promise<Omit<Ctx, "actor">> {
  const secrets = secretsFrom("a secret of the benches, long enough to be one");
  return {
    db,
    secrets,
    documents: documentStoreIn("/nonexistent", secrets),
    scanner: null,
    provider: null,
    mailServer: null,
    smsProvider: null,
    timeAuthority: null,
    publicUrl: "http://127.0.0.1",
    mode: "demo",
    now: await readClock(db),
    locale: "en",
  };
}

/** What people ask a list for, in turn. */
const asked: ((reader: Reader) => Partial<MarketFilter> & { mine?: boolean })[] = [
  () => ({}),
  () => ({ kinds: ["goods"] }),
  () => ({}),
  () => ({ fields: ["trade"], amounts: [2, 3] }),
  ({ territories }) => ({ place: territories[0] === "CN" ? "CN-440000" : territories[0] }),
  () => ({ text: "building materials" }),
  () => ({ mine: true }),
  () => ({ closing: 24 }),
  () => ({ model: "fixed", ages: [0], debtors: ["company"] }),
  () => ({ fields: ["rights.royalty"], debtors: ["sole_trader"], amounts: [4] }),
  ({ territories }) => ({ text: territories[0] === "CN" ? "深圳 货款" : "bank loan company" }),
];

function queryAt(at: number, readers: Reader[]) {
  const reader = readers[at % readers.length];
  const { mine = false, ...filter } = asked[at % asked.length](reader);
  const whole = { ...noFilter, ...filter };
  return { filter: whole, mine, parts: partsOf(reader.territories, whole.place), after: null };
}
