import postgres, { type Sql } from "postgres";
import { type ConnectionOptions, connect, type Db } from "#db/client.ts";
import { balanceOf, postCause } from "#db/queries/ledger.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { balanceAsOf, statementOf } from "#db/queries/ledger-statement.ts";
import { startTestCluster, type TestCluster } from "#test/support/cluster.ts";
import { cloneTemplate } from "#test/support/database.ts";
import { aCause, account, leg } from "#test/support/ledger.ts";
import { fillBooks, lastDay, organisation } from "./ledger/million.ts";
import { pgledgerTransfer, setUpPgledger } from "./ledger/pgledger.ts";
import { setUpTpcb, tpcbTransaction } from "./ledger/tpcb.ts";
import { inPairs, median, rounded } from "./measure.ts";
import type { Bench, Figure } from "./run.ts";

const seconds = 3;
const pairs = 5;
/** Cases, each with a debtor and money held; as many pairs of accounts for the peer. */
const cases = 1_000;
const branches = 32;
const [few, many] = [10_000, 1_000_000];

/** The same draws for all, so that the peers post what we post. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Transfers a second of so many writers, each through its own connection and one after the other. */
async function perSecond(writers: number, work: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  let done = 0;
  const writer = async () => {
    while (performance.now() < until) {
      await work();
      done += 1;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: writers }, writer));
  return (done * 1_000) / (performance.now() - start);
}

/**
 * Transfers posted a second, 1 and 32 writers at once, beside pgbench's TPC-B-like transaction and (where `PGLEDGER_SQL` names its
 * file) beside pgledger, through the same driver on the same server; then how long a balance and a page of a statement
 * take in books of a million transfers beside books of ten thousand.
 */
export const bench: Bench = async () => {
  const cluster = await startTestCluster();
  try {
    return [...(await writes(cluster.database)), ...(await reads(cluster.database))];
  } finally {
    await cluster.stop();
  }
};

/** As many connections as writers: one that rests between its turns is a cold one. */
const clientFor = ({ host, port, database, user }: ConnectionOptions, max: number) =>
  postgres({ host, port, database, username: user, max, onnotice: () => {} });

async function writes(template: TestCluster): Promise<Figure[]> {
  const { owner, app } = await cloneTemplate(template, "ledger_writes");
  const setUp = clientFor(owner, 1);
  await setUpTpcb(setUp, branches);
  const peers = { ...tpcbPeer, ...(await pgledgerPeer(setUp)) };
  await setUp.end();
  const figures: Figure[] = [];
  for (const [name, peer] of Object.entries(peers))
    for (const writers of [1, 32]) figures.push(await pairOf({ owner, app }, { name, peer, writers }));
  return figures;
}

type Peer = (sql: Sql, draw: () => number) => () => Promise<unknown>;

async function pairOf(
  { owner, app }: { owner: ConnectionOptions; app: ConnectionOptions },
  { name, peer, writers }: { name: string; peer: Peer; writers: number },
): Promise<Figure> {
  const [ours, theirs] = [connect({ ...app, max: writers }), clientFor(owner, writers)];
  try {
    const [post, work] = [poster(ours.db), peer(theirs, chanceFrom(1))];
    const measured = await inPairs(
      pairs,
      () => perSecond(writers, post),
      () => perSecond(writers, work),
    );
    await mustHold(ours.db);
    return {
      bench: "ledger",
      ...measured,
      unit: `transfers/s, ${writers} at once`,
      peer: `${name}, ${writers} at once, same driver and server`,
      n: pairs,
    };
  } finally {
    await Promise.all([ours.close(), theirs.end()]);
  }
}

const tpcbPeer: Record<string, Peer> = {
  "pgbench's TPC-B-like transaction": (sql, draw) => () => tpcbTransaction(sql, branches, draw),
};

let made = 0;

/** One leg a cause, each with a key of its own, among the accounts of the cases. */
function poster(db: Db) {
  const draw = chanceFrom(2);
  return async () => {
    const book = 1 + Math.floor(draw() * cases);
    made += 1;
    const amount = 1 + Math.floor(draw() * 10_000);
    const posted = await postCause(db, aCause(`bench:${made}`), [
      leg(account("debtor", book), account("client_money", book), amount),
    ]);
    if (!posted.ok || posted.value !== "applied") throw new Error("a transfer was not posted");
  };
}

async function pgledgerPeer(sql: Sql): Promise<Record<string, Peer>> {
  const file = process.env.PGLEDGER_SQL;
  if (!file) return {};
  const ids = await setUpPgledger(sql, file, cases * 2);
  const pgledger: Peer = (client, draw) => () => {
    const pair = Math.floor(draw() * cases) * 2;
    return pgledgerTransfer(client, ids[pair], ids[pair + 1], 1 + Math.floor(draw() * 10_000));
  };
  return { pgledger };
}

async function mustHold(db: Db) {
  const { breaks } = await checkLedger(db);
  if (breaks.length > 0) throw new Error(JSON.stringify(breaks.slice(0, 5)));
}

async function reads(template: TestCluster): Promise<Figure[]> {
  const [small, large] = [await booksOf(template, few), await booksOf(template, many)];
  try {
    const figures: Figure[] = [];
    for (const [name, read] of Object.entries(questions)) {
      const { figure, peerFigure } = await inPairs(
        pairs,
        () => milliseconds(() => read(large.db, many)),
        () => milliseconds(() => read(small.db, few)),
      );
      figures.push({
        bench: "ledger",
        figure,
        unit: `ms, ${name}, ${many} transfers`,
        peer: `the same in ${few} transfers`,
        peerFigure,
        ratio: rounded(peerFigure / figure),
        n: many,
      });
    }
    return figures;
  } finally {
    await Promise.all([small.close(), large.close()]);
  }
}

const questions: Record<string, (db: Db, transfers: number) => Promise<unknown>> = {
  "an account's balance": (db) => balanceOf(db, organisation, "EUR"),
  "an account's balance as of a month before": (db) => balanceAsOf(db, organisation, "EUR", "2026-02-01"),
  "the first page of its statement": (db) => statementOf(db, organisation, "EUR", { limit: 50 }),
  "a page from the midst of it": (db, transfers) =>
    statementOf(db, organisation, "EUR", { below: { bookedOn: midway, seq: transfers / 2 }, limit: 50 }),
};
const midway = new Date(Date.parse(lastDay) - 500 * 86_400_000).toISOString().slice(0, 10);

async function booksOf(template: TestCluster, transfers: number) {
  const { owner, app } = await cloneTemplate(template, `ledger_${transfers}`);
  const [asOwner, asApp] = [connect({ ...owner, max: 1 }), connect({ ...app, max: 1 })];
  await fillBooks(asOwner.db, transfers);
  await mustHold(asOwner.db);
  await asOwner.close();
  return asApp;
}

/** The median of a hundred, after ten that warm the caches. */
async function milliseconds(read: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let time = -10; time < 100; time += 1) {
    const start = performance.now();
    await read();
    if (time >= 0) taken.push(performance.now() - start);
  }
  return median(taken);
}
