import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./project.ts";

export type Count = { passed: number; failed: number; skipped: number };

export const sum = (counts: Count[]): Count =>
  counts.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

type Command = { script: string; args: string[]; env?: Record<string, string> };

/** Runs a script of a package with this Node. Its output is shown as it comes, or given back for the caller. */
export function run({ script, args, env }: Command, { show }: { show: boolean }) {
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    const output: Buffer[] = [];
    const child = spawn(process.execPath, [join(projectRoot, script), ...args], {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString("utf8") }),
    );
  });
}

export const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
