import { startTestCluster } from "#test/support/cluster.ts";
import { cloneTemplate } from "#test/support/database.ts";
import { type KillResult, killRun } from "#test/support/kill-money/kill-run.ts";
import type { Found, Proof } from "./run.ts";

const KILLS = Number(process.env.KILLS ?? 200);
const ROUNDS = 4;

const resultOf = (found: Found) => found as unknown as KillResult;
const held = ({ wrong, verified }: KillResult) =>
  wrong.length === 0 && /^0 .*the books balance\.\n0 .*every link holds\.$/s.test(verified);

/**
 * Web and worker processes of the product are killed with SIGKILL at random moments while debtors pay, by hand and by plan, fees are paid, money is paid back
 * and disputes are decided, and the provider's messages come twice, late and out of order. Afterwards the provider's own books, read from
 * its journal, are held against the ledger, the log and the outbox.
 */
export const proof: Proof = {
  title: "No payment is lost and none is applied twice although the product's processes are killed",
  parts: Array.from({ length: ROUNDS }, (_, at) => `round ${at + 1}`),
  async run(part) {
    const cluster = await startTestCluster();
    try {
      const databases = await cloneTemplate(cluster.database, `kill_money_${part.replace("round ", "")}`);
      return { ...(await killRun({ ...databases, kills: Math.ceil(KILLS / ROUNDS), cases: 6, payers: 4 })) };
    } finally {
      await cluster.stop();
    }
  },
  report(found) {
    const results = [...found.values()].map(resultOf);
    const sum = (name: Exclude<keyof KillResult, "verified" | "wrong">) =>
      results.reduce((total, result) => total + result[name], 0);
    return {
      holds: results.length > 0 && results.every(held),
      lines: [
        `${sum("kills")} processes killed in ${results.length} databases, ${sum("webKills")} of them web servers; ${sum("brokeOff")} requests of people broke off, ${sum("orphans")} calls to the provider were left by a worker that died at them.`,
        `${sum("payments")} payments were asked for and ${sum("paid")} were paid, ${sum("debits")} parts of plans were taken from saved methods, ${sum("refunds")} refunds decided; the provider sent ${sum("events")} events and moved money ${sum("movements")} times, each booked once.`,
        "",
        ...results.map(
          ({ kills, paid, movements, wrong, verified }, at) =>
            `- round ${at + 1}: ${kills} kills, ${paid} paid, ${movements} movements, ${wrong.length} wrong; ${verified.replaceAll("\n", "; ")}`,
        ),
        ...results.flatMap(({ wrong }) => wrong.map((each) => `  - ${each}`)),
      ],
    };
  },
};
