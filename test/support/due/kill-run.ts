import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { type ConnectionOptions, connect } from "#db/client.ts";
import { projectRoot } from "#test/support/project.ts";
import { checkTold, firedSoFar, type Told } from "./check-told.ts";
import { seedDueDates } from "./seed-due-dates.ts";

type KillRun = {
  owner: ConnectionOptions;
  app: ConnectionOptions;
  timers: number;
  /** Workers at once. */
  workers: number;
  /** How often a worker is killed and another started before the last ones may finish. */
  kills: number;
  /** Timers a transaction. */
  batch: number;
};

export type KillResult = Told & {
  kills: number;
  /** Kills in the middle of the work: after some were fired since the worker started, and before all were. */
  amidst: number;
};

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The longest a worker lives once work goes on. */
const LIFE_MS = 120;

/** Fires due timers with workers that are killed (SIGKILL) at random moments, and counts what was told in the end. */
export async function killRun({ owner, app, timers, workers, kills, batch }: KillRun): Promise<KillResult> {
  const asOwner = connect({ ...owner, max: 2 });
  try {
    await seedDueDates(asOwner.db, timers);
    let left = kills;
    let amidst = 0;
    const shift = async () => {
      while (left > 0) {
        left -= 1;
        const worker = await aWorker(app, batch);
        const before = await firedSoFar(asOwner.db);
        while (before < timers && (await firedSoFar(asOwner.db)) === before) await rest(1);
        await rest(Math.random() * LIFE_MS);
        worker.child.kill("SIGKILL");
        await worker.ended;
        if ((await firedSoFar(asOwner.db)) < timers) amidst += 1;
      }
    };
    await Promise.all(Array.from({ length: workers }, shift));
    await finish(app, batch, async () => (await firedSoFar(asOwner.db)) === timers);
    return { ...(await checkTold(asOwner.db)), kills, amidst };
  } finally {
    await asOwner.close();
  }
}

/** One more worker, which nobody kills before all is done. */
async function finish(app: ConnectionOptions, batch: number, done: () => Promise<boolean>): Promise<void> {
  const { child, ended } = await aWorker(app, batch);
  const limit = performance.now() + 60_000;
  while (!(await done()) && performance.now() < limit) await rest(50);
  child.kill("SIGKILL");
  await ended;
}

const aWorker = (app: ConnectionOptions, batch: number) =>
  workerProcess("test/support/due/date-worker.ts", { app, batch });

/** A process of this script, given this argument, once it says that it is at work. */
export async function workerProcess(script: string, argument: object) {
  const child = spawn(process.execPath, ["--import", "tsx", script, JSON.stringify(argument)], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  await Promise.race([
    once(createInterface(child.stdout), "line"),
    ended.then(() => Promise.reject(new Error("A worker ended before it was at work"))),
  ]);
  return { child, ended };
}
