import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ConnectionOptions } from "#db/client.ts";
import { startCluster } from "#db/cluster.ts";
import { projectRoot } from "./project.ts";

export type ProductServer = {
  url: string;
  /** The database behind it, as its owner and as the least-privileged role the product runs under. */
  owner: ConnectionOptions;
  app: ConnectionOptions;
  /** What the server has printed so far. */
  output(): string;
  stop(): Promise<void>;
};

const startLimitMs = 150_000;

/** Starts the product exactly as `npm start` does on a fresh machine, on a free port and in a folder of its own. */
export async function startProductServer(
  name: string,
  environment: Record<string, string> = {},
): Promise<ProductServer> {
  const home = join(projectRoot, ".cache", "servers", `${name}-${process.pid}`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const logFile = join(home, "output.log");
  const child = spawn(process.execPath, ["--import", "tsx", "app/server/main.ts"], {
    cwd: projectRoot,
    env: { ...withoutNodeEnv(), PORT: "0", DATA_DIR: home, DATABASE_URL: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const output = () => readFileSync(logFile, "utf8");
  try {
    const url = await announcedUrl(child);
    const cluster = await startCluster({ dataDir: join(home, "postgres") });
    const database = { host: cluster.host, port: cluster.port, database: "rung" };
    return {
      url,
      owner: { ...database, user: cluster.superuser },
      app: { ...database, user: "rung_app" },
      output,
      async stop() {
        await endChild(child);
        await cluster.stop();
        rmSync(cluster.host, { recursive: true, force: true });
        rmSync(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await endChild(child);
    throw new Error(`The server did not start: ${error}\n${output()}`);
  }
}

/** The test runner says "test", which `npm start` never hears. */
function withoutNodeEnv(): NodeJS.ProcessEnv {
  const environment: Record<string, string | undefined> = { ...process.env };
  delete environment.NODE_ENV;
  return environment as NodeJS.ProcessEnv;
}

/** The address that a server prints once it listens. */
export function announcedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no address after ${startLimitMs / 1000} s`)),
      startLimitMs,
    );
    child.once("exit", (code) => reject(new Error(`it ended with ${code}`)));
    createInterface({ input: child.stdout! }).on("line", (line) => {
      const url = /running on (http:\/\/\S+)/.exec(line)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}

/** Asks a child to end, and after a while makes it. */
export async function endChild(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const forced = setTimeout(() => child.kill("SIGKILL"), 20_000);
  await ended;
  clearTimeout(forced);
}
