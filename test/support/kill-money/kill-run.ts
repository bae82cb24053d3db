import { eq, ne, sql } from "drizzle-orm";
import { ensureBuild } from "#app/server/build.ts";
import type { ConnectionOptions } from "#db/client.ts";
import { providerCalls, providerEvents } from "#db/schema/payments.ts";
import { projectRoot } from "#test/support/project.ts";
import { rungIn } from "#test/support/rung.ts";
import { passTime, type World, worldSecret } from "#test/support/world.ts";
import { debtors, desk, fees, type Load, network, noTally } from "./load.ts";
import { orphans, wrongsIn } from "./oracle.ts";
import { aPlanEach, debits } from "./plans.ts";
import { kill, type ProcessKind, type Running, start } from "./processes.ts";
import { aCast, aFrozenCase, aScene, rest, type Scene, until } from "./scene.ts";

type KillRun = {
  owner: ConnectionOptions;
  app: ConnectionOptions;
  kills: number;
  cases: number;
  /** Debtors who pay at once. */
  payers: number;
};

export type KillResult = {
  kills: number;
  webKills: number;
  /** Calls to the provider whose worker died at them, and requests of people that broke off. */
  orphans: number;
  brokeOff: number;
  payments: number;
  paid: number;
  /** Parts of plans that were taken from a saved method. */
  debits: number;
  refunds: number;
  movements: number;
  events: number;
  verified: string;
  wrong: string[];
};

/** The longest a process lives once it is at work. */
const LIFE_MS = 2_500;
/** Longer than a call is kept from others after its worker died. */
const PAST_LEASE_HOURS = 0.05;

/** The product's processes, each in a slot where a new one takes the place of the one that was killed. */
const slots: readonly ProcessKind[] = ["web", "worker", "worker"];

/** Money moves under load while web and worker processes are killed (SIGKILL) at random moments; answers what came of it in the end. */
export async function killRun({ kills, cases, payers, ...databases }: KillRun): Promise<KillResult> {
  await ensureBuild(projectRoot, () => {});
  const scene = await aScene(databases);
  const running = new Map<number, Running>();
  const complaints: string[] = [];
  const fill = async (slot: number) => {
    running.set(slot, await start(slots[slot], scene.options, complaints));
  };
  try {
    await Promise.all(slots.map((_, slot) => fill(slot)));
    const people = await aCast(scene, { cases });
    const planned = await aPlanEach(scene, people);
    const cast = { ...people, frozen: await aFrozenCase(scene, people, Math.ceil(kills / 2)) };
    await scene.control("webhooks", { copies: 2, delayMs: 40, order: "shuffled" });
    const tally = noTally();
    let going = true;
    const load: Load = { scene, cast, tally, going: () => going };
    const all = [
      ...Array.from({ length: payers }, () => debtors(load)),
      fees(load),
      desk(load),
      network(load),
      ...planned.map((caseId) => debits(load, caseId)),
    ];
    const killed = await killAll(scene, { kills, running, fill });
    going = false;
    await Promise.all(all);
    await drain(scene);
    const wrong = await wrongsIn({
      world: scene.world,
      journal: scene.journal,
      accounts: cast.accounts,
      tally,
    });
    const verified = await verify(scene, databases.owner);
    return {
      ...{ kills, ...killed, brokeOff: tally.brokeOff, refunds: tally.refunds, verified },
      debits: tally.debits.length,
      ...(await counts(scene.world)),
      wrong: [...wrong, ...(wrong.length > 0 ? complaints.slice(-20) : [])],
    };
  } finally {
    await Promise.all([...running.values()].map(kill));
    await scene.close();
  }
}

type Killing = { kills: number; running: Map<number, Running>; fill: (slot: number) => Promise<void> };

/** Kills whoever is in a slot at a random moment of its life, once work went on in it, again and again. */
async function killAll({ world }: Scene, { kills, running, fill }: Killing) {
  let left = kills;
  let webKills = 0;
  let leftBehind = 0;
  const shift = async (slot: number) => {
    while (left > 0) {
      left -= 1;
      leftBehind += await untilProgress(world);
      await rest(Math.random() * LIFE_MS);
      await kill(running.get(slot)!);
      if (slots[slot] === "web") webKills += 1;
      await fill(slot);
    }
  };
  await Promise.all(slots.map((_, slot) => shift(slot)));
  return { webKills, orphans: leftBehind };
}

/** Looks without progress after which the clock jumps past the leases of the dead. */
const STILL = 40;

/** Waits until some call or event was settled; answers how many calls were left by workers that died at them. */
async function untilProgress(world: World): Promise<number> {
  const before = await settled(world);
  for (let looks = 1; (await settled(world)) === before; looks++) {
    await rest(50);
    if (looks % STILL > 0) continue;
    const left = await orphans(world);
    await passTime(world, { hours: PAST_LEASE_HOURS });
    if (left > 0) return left;
  }
  return 0;
}

async function settled({ db }: World): Promise<number> {
  const calls = await db.$count(providerCalls, ne(providerCalls.state, "waiting"));
  return calls + (await db.$count(providerEvents, ne(providerEvents.state, "waiting")));
}

/** Until nothing is on its way any more, here or at the provider. */
async function drain({ world, control }: Scene): Promise<void> {
  await until(
    "an end of the work",
    async () => {
      const { waiting } = (await control("webhooks", { delayMs: 0 })) as { waiting: number };
      const open = await unfinished(world);
      if (open > 0) await passTime(world, { hours: PAST_LEASE_HOURS });
      return waiting === 0 && open === 0;
    },
    300_000,
  );
}

async function unfinished({ db }: World): Promise<number> {
  const calls = await db.$count(providerCalls, eq(providerCalls.state, "waiting"));
  return calls + (await db.$count(providerEvents, eq(providerEvents.state, "waiting")));
}

/** What the operator's own command says of the books and of the logs. */
async function verify({ folder }: Scene, { host, port, database, user }: ConnectionOptions): Promise<string> {
  const server = { PGHOST: `${host}`, PGPORT: `${port}`, PGUSER: `${user}` };
  const environment = { ...server, DATABASE_URL: `postgres:///${database}`, RUNG_SECRET: worldSecret };
  const said = [];
  for (const what of ["ledger", "timeline"]) {
    const { status, stdout, stderr } = await rungIn(folder, ["verify", what], environment);
    said.push(`${status} ${(stdout + stderr).trim()}`);
  }
  return said.join("\n");
}

async function counts({ db }: World) {
  const [row] = await db.execute<Pick<KillResult, "payments" | "paid" | "movements" | "events">>(sql`select
    (select count(*)::int from payments) as payments, (select count(*)::int from payments where status = 'paid') as paid,
    (select count(*)::int from provider_movements) as movements, (select count(*)::int from provider_events) as events`);
  return { ...row };
}
