import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

const sources = ["app", "public", "package-lock.json", "vite.config.ts", "remix.config.js"];

/** Builds the pages when there is no build of exactly these sources. */
export async function ensureBuild(root: string, log: (line: string) => void): Promise<void> {
  const wanted = await digestOf(root);
  const stamp = join(root, "build", "sources.sha256");
  const built = await readFile(stamp, "utf8").catch(() => "");
  if (built === wanted) return;
  log("Building the pages (once for each version) …");
  await runBuild(root);
  await writeFile(stamp, wanted);
}

async function digestOf(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const path of await filesUnder(join(root, source))) {
      hash.update(relative(root, path)).update(await readFile(path));
    }
  }
  return hash.digest("hex");
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function runBuild(root: string): Promise<void> {
  const remix = createRequire(import.meta.url).resolve("@remix-run/dev/package.json");
  const output: string[] = [];
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(remix, "../dist/cli.js"), "vite:build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk) => output.push(String(chunk)));
    child.stderr.on("data", (chunk) => output.push(String(chunk)));
    child.on("error", fail);
    child.on("exit", (code) =>
      code === 0 ? done() : fail(new Error(`The build failed:\n${output.join("")}`)),
    );
  });
}
