import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { announcedUrl, endChild } from "#test/support/product-server.ts";
import { projectRoot } from "#test/support/project.ts";

const remixCli = "node_modules/@remix-run/dev/dist/cli.js";

/** Builds the app whose only page is empty and starts it in a process of its own, as the product is. */
export async function startEmptyApp(): Promise<{ url: string; stop(): Promise<void> }> {
  const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(
    process.execPath,
    [remixCli, "vite:build", "--config", "test/bench/empty-app/vite.config.ts"],
    { cwd: projectRoot, env: environment },
  );
  const child = spawn(process.execPath, ["--import", "tsx", "test/bench/empty-app/server.ts"], {
    cwd: projectRoot,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { url: await announcedUrl(child), stop: () => endChild(child) };
}
