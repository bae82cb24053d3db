import { execFile } from "node:child_process";
import { projectRoot } from "./project.ts";

export type Answer = { status: number; stdout: string; stderr: string };

/** Runs the operator's command as a person would, with what it reads from standard input, over a data folder that no other test sees. */
export function rungIn(
  folder: string,
  args: readonly string[],
  given: Record<string, string> = {},
  input = "",
) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: folder, ...given };
  return new Promise<Answer>((resolve) => {
    const child = execFile(
      process.execPath,
      ["app/cli/rung.js", ...args],
      { cwd: projectRoot, env: { ...env, NODE_ENV: "production" }, maxBuffer: 32 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}
