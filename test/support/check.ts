import { pathToFileURL } from "node:url";
import { type Count, run, seconds, sum } from "./steps.ts";

type Check = { name: string; script: string; args: string[] };

const houseChecks: Check[] = [
  { name: "types", script: "node_modules/typescript7/bin/tsc", args: ["--noEmit", "-p", "."] },
  {
    name: "lint and format",
    script: "node_modules/@biomejs/biome/bin/biome",
    args: ["check", "--error-on-warnings"],
  },
  { name: "unused code", script: "node_modules/knip/bin/knip.js", args: ["--no-progress"] },
];

const importRules: Check = {
  name: "import rules",
  script: "node_modules/vitest/vitest.mjs",
  args: ["run", "--project=plain", "test/architecture.test.ts"],
};

/** Every check counts as one test. The full test run leaves the import rules to its own tests. */
export async function runChecks({ withImportRules }: { withImportRules: boolean }): Promise<Count> {
  const checks = withImportRules ? [...houseChecks, importRules] : houseChecks;
  return sum(await Promise.all(checks.map(runCheck)));
}

async function runCheck({ name, script, args }: Check): Promise<Count> {
  const since = performance.now();
  const { code, output } = await run({ script, args }, { show: false });
  const passed = code === 0;
  console.log(` ${passed ? "✓" : "✗"} ${name} (${seconds(since)})`);
  if (!passed) console.log(output.trimEnd());
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed } = await runChecks({ withImportRules: true });
  process.exitCode = failed === 0 ? 0 : 1;
}
