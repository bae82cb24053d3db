import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SimulationReport } from "#app/cli/simulate/report.ts";
import { reportText } from "#app/cli/simulate/report.ts";
import { rungIn } from "#test/support/rung.ts";
import type { Found, Proof } from "./run.ts";

/** A month of ordinary days and a busy one, as they are asked for; the size is the command's own. */
export const proof: Proof = {
  title: "A market of ten thousand collectors in which no rule is broken",
  parts: ["thirty days of 300 cases and one day of 3,000"],
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "rung-market-"));
    try {
      const { status, stdout, stderr } = await rungIn(folder, ["--json", "simulate"]);
      if (stdout === "") throw new Error(`rung simulate ended with ${status}: ${stderr}`);
      return { status, report: JSON.parse(stdout) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  report(found) {
    const played = [...found.values()].map(
      (each) => each as Found & { status: number; report: SimulationReport },
    );
    return {
      holds: played.every(({ status }) => status === 0),
      lines: played.flatMap(({ report }) => ["```", reportText(report), "```"]),
    };
  },
};
