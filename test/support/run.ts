import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "#app/server/build.ts";
import { runChecks } from "./check.ts";
import { type Failure, failureText, journeyFailures, vitestFailures } from "./failures.ts";
import { projectRoot } from "./project.ts";
import { type Count, run, seconds, sum } from "./steps.ts";

const resultsFolder = join(projectRoot, ".cache/results");
const nothing: Count = { passed: 0, failed: 0, skipped: 0 };
const oneFailure: Count = { passed: 0, failed: 1, skipped: 0 };

const failures: Failure[] = [];

type Part = "check" | "unit" | "journeys";

const parts: Record<Part, (filters: string[], alone: boolean) => Promise<Count>> = {
  check: (_filters, alone) => runChecks({ withImportRules: alone }),
  unit: runUnitTests,
  journeys: runJourneys,
};

async function runUnitTests(filters: string[]): Promise<Count> {
  const file = freshResult("unit.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...filters];
  const { code } = await run({ script: "node_modules/vitest/vitest.mjs", args }, { show: true });
  const result = readResult(file);
  if (!result) return oneFailure;
  const failed = vitestFailures(result);
  failures.push(...failed);
  const count = {
    passed: result.numPassedTests,
    failed: failed.length,
    skipped: result.numPendingTests + result.numTodoTests,
  };
  return code !== 0 && count.failed === 0 ? sum([count, oneFailure]) : count;
}

async function runJourneys(filters: string[]): Promise<Count> {
  try {
    await ensureBuild(projectRoot, console.log);
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return oneFailure;
  }
  const file = freshResult("journeys.json");
  const args = ["test", "--config=test/journeys", "--reporter=list,json", ...filters];
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { code } = await run({ script: "node_modules/@playwright/test/cli.js", args, env }, { show: true });
  const result = readResult(file);
  if (!result) return oneFailure;
  failures.push(...journeyFailures(result));
  const { expected, unexpected, flaky, skipped } = result.stats;
  const count = { passed: expected, failed: unexpected + flaky, skipped };
  return code !== 0 && count.failed === 0 ? sum([count, oneFailure]) : count;
}

function freshResult(name: string): string {
  mkdirSync(resultsFolder, { recursive: true });
  const file = join(resultsFolder, name);
  rmSync(file, { force: true });
  return file;
}

function readResult(file: string) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

const isPart = (word: string | undefined): word is Part => word !== undefined && word in parts;

/** `npm test` runs everything; `npm test -- unit|journeys|check [filters]` one part of it. */
async function main([word, ...filters]: string[]) {
  if (word !== undefined && !isPart(word)) {
    console.error(`Unknown part "${word}". One of: ${Object.keys(parts).join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  const counts: Count[] = [];
  for (const part of isPart(word) ? [word] : (Object.keys(parts) as Part[])) {
    const since = performance.now();
    console.log(`\n── ${part} ──`);
    const count = await parts[part](filters, word !== undefined);
    console.log(`── ${part}: ${line(count)} in ${seconds(since)} ──`);
    counts.push(count);
  }
  const total = sum([nothing, ...counts]);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
  for (const failure of failures) console.log(`\n${failureText(failure)}`);
  console.log(`\n${line(total)}`);
}

const line = ({ passed, failed, skipped }: Count) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

await main(process.argv.slice(2));
