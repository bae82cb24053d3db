import { sql } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { Pool } from "pg";
import { fireDueDates } from "#app/use-cases/timers/fire-due-dates.server.ts";
import { type ConnectionOptions, connect, type Db } from "#db/client.ts";
import { startTestCluster } from "#test/support/cluster.ts";
import { cloneTemplate } from "#test/support/database.ts";
import { checkTold } from "#test/support/due/check-told.ts";
import { dateFirer } from "#test/support/due/date-firer.ts";
import { seedDueDates } from "#test/support/due/seed-due-dates.ts";
import { inPairs } from "./measure.ts";
import type { Bench } from "./run.ts";

const timers = 4_000;
const concurrency = 4;
const pairs = 5;

/**
 * Due dates fired a second by the worker's own code, each with two notices, two mails and two jobs to send them, beside empty jobs
 * of the job library on the same database. The server of the tests does not wait for the disk, which spares the library
 * two waits a job and us one a batch: the harder comparison for us.
 */
export const bench: Bench = async () => {
  const cluster = await startTestCluster();
  try {
    let made = 0;
    const fresh = () => cloneTemplate(cluster.database, `deadlines_${++made}`);
    const ours = async () => withDatabase(await fresh(), firedPerSecond);
    const peer = async () => withDatabase(await fresh(), jobsPerSecond);
    await ours();
    await peer();
    return [
      {
        bench: "deadlines",
        ...(await inPairs(pairs, ours, peer)),
        unit: `due dates fired/s with two notices and two mails each, ${concurrency} at once`,
        peer: `empty jobs/s of graphile-worker, ${concurrency} at once, on the same server`,
        n: timers,
      },
    ];
  } finally {
    await cluster.stop();
  }
};

type Databases = { owner: ConnectionOptions; app: ConnectionOptions };
type Measured = (databases: Databases, owner: Db) => Promise<number>;

async function withDatabase(databases: Databases, measured: Measured): Promise<number> {
  const owner = connect({ ...databases.owner, max: 2 });
  try {
    return await measured(databases, owner.db);
  } finally {
    await owner.close();
  }
}

const firedPerSecond: Measured = async ({ app }, owner) => {
  await seedDueDates(owner, timers);
  const { ctxNow, close } = dateFirer(app, concurrency);
  const loop = async () => {
    for (;;) {
      const fired = await fireDueDates(await ctxNow());
      if (!fired.ok) throw new Error(fired.error.kind);
      if (fired.value === 0) return;
    }
  };
  await ctxNow();
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, loop));
  const seconds = (performance.now() - start) / 1000;
  await close();
  const told = await checkTold(owner);
  if (told.fired !== timers || told.wrong > 0) throw new Error(JSON.stringify(told));
  return timers / seconds;
};

const jobsPerSecond: Measured = async ({ owner: { host, port, database, user } }, owner) => {
  await owner.execute(sql`select graphile_worker.add_job('nothing') from generate_series(1, ${timers})`);
  await owner.execute(sql`analyze graphile_worker._private_jobs`);
  const pgPool = new Pool({ host, port, database, user, max: concurrency + 1 });
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  const logger = new Logger(() => () => {});
  const start = performance.now();
  let done = 0;
  const nothing = async () => {
    done += 1;
  };
  await runOnce({ pgPool, concurrency, logger, noHandleSignals: true, taskList: { nothing } });
  const seconds = (performance.now() - start) / 1000;
  await pgPool.end();
  if (done !== timers) throw new Error(`${done} of ${timers} jobs ran`);
  return timers / seconds;
};
