import { startTestCluster } from "#test/support/cluster.ts";
import { cloneTemplate } from "#test/support/database.ts";
import { type KillResult, killRun } from "#test/support/due/kill-run.ts";
import type { Found, Proof } from "./run.ts";

const TIMERS = 1_500;
const KILLS = 20;
const WORKERS = 3;
const ROUNDS = 6;

const roundOf = (part: string) => Number(part.replace("round ", ""));
const resultOf = (found: Found) => found as unknown as KillResult;
const held = ({ wrong, fired, notices }: KillResult) =>
  wrong === 0 && fired === TIMERS && notices === 2 * TIMERS;

/**
 * Workers that fire due dates are killed with SIGKILL at random moments, round after round: afterwards every timer has fired, and
 * each person was told of it once in the app and once by mail.
 */
export const proof: Proof = {
  title: "Due dates fire once although their workers are killed",
  parts: Array.from({ length: ROUNDS }, (_, at) => `round ${at + 1}`),
  async run(part) {
    const round = roundOf(part);
    const cluster = await startTestCluster();
    try {
      const databases = await cloneTemplate(cluster.database, `timers_kill_${round}`);
      const batch = 1 + (round % 4);
      return { ...(await killRun({ ...databases, timers: TIMERS, workers: WORKERS, kills: KILLS, batch })) };
    } finally {
      await cluster.stop();
    }
  },
  report(found) {
    const results = [...found.values()].map(resultOf);
    const sum = (name: keyof KillResult) => results.reduce((total, result) => total + result[name], 0);
    return {
      holds: results.length > 0 && results.every(held),
      lines: [
        `${sum("timers")} timers in ${results.length} databases; ${sum("kills")} workers killed, ${sum("amidst")} of them amid work.`,
        `${sum("fired")} fired, ${sum("notices")} notices and ${sum("mails")} mails were written, ${sum("wrong")} people were told wrongly.`,
        "",
        ...results.map(
          ({ fired, kills, amidst, wrong }, at) =>
            `- round ${at + 1}: ${fired} of ${TIMERS} fired, ${kills} kills (${amidst} amid work), ${wrong} wrong`,
        ),
      ],
    };
  },
};
