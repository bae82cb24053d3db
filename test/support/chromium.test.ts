import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findChromium } from "./chromium.ts";

const folder = mkdtempSync(join(tmpdir(), "rung-chromium-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, script: string) {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test("CHROMIUM_PATH is used before anything that is installed", () => {
  const own = program("own-browser", "echo 'Chromium 1'");
  program("chromium", "echo 'Chromium 2'");
  expect(findChromium({ env: env({ CHROMIUM_PATH: own, PATH: folder }) }).executablePath).toBe(own);
});

test("an installed browser is used before the one from npm", () => {
  const installed = program("chromium", "echo 'Chromium 2'");
  expect(findChromium({ env: env({ PATH: folder }) }).executablePath).toBe(installed);
});

test("a wrong CHROMIUM_PATH stops with its reason instead of testing another browser", () => {
  const broken = program("broken", "echo 'libnspr4.so: no such file' >&2; exit 127");
  expect(() => findChromium({ env: env({ CHROMIUM_PATH: broken }) })).toThrow(/CHROMIUM_PATH.*libnspr4/s);
});

test("without an installed browser, or with one that only says where to get it, npm's own runs", (context) => {
  if (process.platform !== "linux" || process.arch !== "x64")
    return context.skip("npm has it for linux-x64 only");
  program("chromium", "echo 'install the snap' >&2; exit 1");
  const found = findChromium({ env: env({ PATH: folder }) });
  expect(found.executablePath).toMatch(/\.cache\/chromium-[\d.]+\/chromium$/);
  expect(found.args).not.toContain("--disable-web-security");
});

function env(values: Record<string, string>): NodeJS.ProcessEnv {
  return { NODE_ENV: "test", ...values };
}
