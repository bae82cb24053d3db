import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Config } from "#app/server/config.ts";
import type { ConnectionOptions } from "#db/client.ts";
import { projectRoot } from "#test/support/project.ts";

/** What a process of the product is told at its start, as `npm start` tells its worker. */
export type ProcessOptions = {
  owner: ConnectionOptions;
  app: ConnectionOptions;
  config: Config;
  publicUrl: string;
};

export const kinds = ["web", "worker"] as const;
export type ProcessKind = (typeof kinds)[number];

export type Running = { child: ChildProcess; ended: Promise<unknown> };

/** A process of the product, once it is at work. What it complains of is kept for whoever asks why. */
export async function start(
  kind: ProcessKind,
  options: ProcessOptions,
  complaints: string[],
): Promise<Running> {
  const child = spawn(process.execPath, ["--import", "tsx", `test/support/kill-money/${kind}-process.ts`], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: "production", RUNG_WORKER: JSON.stringify(options) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  createInterface({ input: child.stderr }).on("line", (line) => complaints.push(`${kind}: ${line}`));
  const ended = once(child, "exit");
  await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    ended.then(() => Promise.reject(new Error(`The ${kind} ended at its start: ${complaints.slice(-5)}`))),
  ]);
  return { child, ended };
}

/** As when the machine loses power for it: nothing is finished and nothing is said. */
export async function kill({ child, ended }: Running): Promise<void> {
  child.kill("SIGKILL");
  await ended;
}
