import { startTestCluster } from "#test/support/cluster.ts";
import { cloneTemplate } from "#test/support/database.ts";
import { type KillResult, killRun } from "#test/support/due/kill-run.ts";

type Options = {
  /** Databases, each with its own timers and kills. */
  rounds?: number;
  timers?: number;
  kills?: number;
  /** Told after each round, so that a long run can be watched and resumed. */
  progress?: (round: number, result: KillResult) => void;
};

/** Everything that was tried, summed; `wrong` counts people who were not told exactly once of a date of theirs. */
export type TimersKilled = KillResult & { rounds: number };

/**
 * Workers that fire due dates are killed with SIGKILL at random moments, round after round: afterwards every timer has fired, and
 * each person was told of it once in the app and once by mail. Throws on the first round in which that is not so.
 */
export async function proof({
  rounds = 10,
  timers = 1_500,
  kills = 20,
  progress,
}: Options = {}): Promise<TimersKilled> {
  const cluster = await startTestCluster();
  const sum: TimersKilled = {
    rounds: 0,
    timers: 0,
    fired: 0,
    notices: 0,
    mails: 0,
    jobs: 0,
    wrong: 0,
    kills: 0,
    amidst: 0,
  };
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const databases = await cloneTemplate(cluster.database, `timers_kill_${round}`);
      const batch = 1 + (round % 4);
      const result = await killRun({ ...databases, timers, workers: 3, kills, batch });
      if (result.wrong > 0 || result.fired !== timers || result.notices !== 2 * timers)
        throw new Error(`Round ${round} (${batch} timers a transaction): ${JSON.stringify(result)}`);
      for (const [name, value] of Object.entries(result)) sum[name as keyof KillResult] += value;
      sum.rounds = round;
      progress?.(round, result);
    }
    return sum;
  } finally {
    await cluster.stop();
  }
}
