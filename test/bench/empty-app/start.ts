import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { announcedUrl, endChild } from "#test/support/product-server.ts";
import { projectRoot } from "#test/support/project.ts";

const remixCli = "node_modules/@remix-run/dev/dist/cli.js";

/** Builds the app whose only page is empty and starts it in a process of its own, as the product is. */
export async function startEmptyApp(): Promise<{ url: string; stop(): Promise<void> }> {
  const options = { cwd: projectRoot, env: { ...process.env, NODE_ENV: "production" as const } };
  const build = [remixCli, "vite:build", "--config", "test/bench/empty-app/vite.config.ts"];
  await promisify(execFile)(process.execPath, build, options);
  const server = ["--import", "tsx", "test/bench/empty-app/server.ts"];
  const child = spawn(process.execPath, server, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const listen = (chunk: Buffer) => {
    said += chunk;
  };
  child.stderr.on("data", listen);
  try {
    const url = await announcedUrl(child);
    // From here on it only speaks of connections that the load generator dropped when its time was up.
    child.stderr.off("data", listen).resume();
    return { url, stop: () => endChild(child) };
  } catch (error) {
    throw new Error(`The empty app did not start: ${error}\n${said}`);
  }
}
