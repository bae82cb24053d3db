import { readFileSync, writeFileSync } from "node:fs";
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type CompleteDryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import fc from "fast-check";
import { takeNoted } from "./collector.ts";
import { folder, type Load, Modules, testFiles } from "./modules.ts";

/** In the sandbox, for the processes that are started anew after a change without an end. */
const planned = "planned.json";

type Test = { id: string; run: () => unknown };
/** What each test takes, and which tests come to the place of each change themselves. */
type Plan = { milliseconds: Record<string, number>; visits: Record<string, string[]> };

/** What is worked out here is kept by no cache, so a change in it shows only in tests that come there themselves. */
const uncached =
  /\/law\/((calculators|limitation|money|named)\/|(decide|decide-across|history|selectors|set-scene)\.ts$)/;

/** What the instrumented sources share with who runs them; they keep the object, so it is never replaced. */
const context: InstrumenterContext = {};
Reflect.set(globalThis, INSTRUMENTER_CONSTANTS.NAMESPACE, context);

const fileOf = (id: string) => id.slice(0, id.indexOf("#"));

function testsOf(file: string, load: Load): Test[] {
  load(`${folder}/${file}`);
  return takeNoted().map(({ name, run }) => ({ id: `${file}#${name}`, run }));
}

async function resultOf(id: string, run: () => unknown): Promise<TestResult> {
  const start = performance.now();
  const told = () => ({ id, name: id, timeSpentMs: performance.now() - start });
  try {
    await run();
    return { ...told(), status: TestStatus.Success };
  } catch (error) {
    return { ...told(), status: TestStatus.Failed, failureMessage: String(error) };
  }
}

/**
 * Runs the law engine's tests for Stryker within one process. A change is in force before the first module is evaluated, all modules are
 * evaluated anew for it, and the tests of every file that comes to its place are run until one fails.
 */
class InProcessRunner implements TestRunner {
  private readonly modules = new Modules(process.cwd());
  private plan?: Plan;
  private readonly files = testFiles(process.cwd());

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    process.env.LAW_RUNS = "40";
    process.env.LAW_SEED = "7";
    // A property that fails is not shrunk: that it fails is enough.
    fc.configureGlobal({ endOnFailure: true });
    await this.modules.prepare(this.files.map((file) => `${folder}/${file}`));
  }

  async dryRun(): Promise<CompleteDryRunResult> {
    const plan: Plan = { milliseconds: {}, visits: {} };
    const tests: TestResult[] = [];
    const perTest: Record<string, Record<string, number>> = {};
    for (const file of this.files) {
      const found = await this.dryRunOf(file);
      tests.push(...found.tests);
      const everywhere = new Set(Object.values(found.hits).flatMap((hits) => Object.keys(hits)));
      for (const { id, timeSpentMs } of found.tests) {
        const hits = found.hits[id] ?? {};
        plan.milliseconds[id] = timeSpentMs;
        for (const mutant of Object.keys(hits)) {
          plan.visits[mutant] ??= [];
          plan.visits[mutant].push(id);
        }
        // What is computed for the first test of a file may be kept for the others, so each of them is asked.
        perTest[id] = Object.fromEntries(
          Array.from(everywhere, (mutant) => [mutant, 1 + (hits[mutant] ?? 0)]),
        );
      }
    }
    writeFileSync(planned, JSON.stringify(plan));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: {}, perTest } };
  }

  /** How often each test of a file comes to each change, and under no name what the file does before its tests. */
  private async dryRunOf(file: string) {
    context.mutantCoverage = { static: {}, perTest: {} };
    const { perTest, static: before } = context.mutantCoverage;
    const tests: TestResult[] = [];
    for (const { id, run } of testsOf(file, this.modules.graph())) {
      context.currentTestId = id;
      tests.push(await resultOf(id, run));
      context.currentTestId = undefined;
    }
    const hits: Record<string, Record<string, number>> = { ...perTest, "": before };
    return { tests, hits };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    this.plan ??= JSON.parse(readFileSync(planned, "utf8")) as Plan;
    Object.assign(context, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const visiting = this.plan.visits[activeMutant.id];
    const asked = visiting && uncached.test(activeMutant.fileName) ? visiting : (testFilter ?? []);
    const tests = await this.untilFailure(inOrder(asked, activeMutant.id, this.plan));
    const timeout = determineHitLimitReached(context.hitCount, hitLimit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  private async untilFailure(ids: readonly string[]): Promise<TestResult[]> {
    const results: TestResult[] = [];
    const load = this.modules.graph();
    const loaded = new Map<string, Test[]>();
    for (const id of ids) {
      const result = await resultOf(id, async () => {
        const file = fileOf(id);
        const tests = loaded.get(file) ?? testsOf(file, load);
        loaded.set(file, tests);
        for (const test of tests) if (test.id === id) await test.run();
      });
      results.push(result);
      if (result.status !== TestStatus.Failed) continue;
      noticed.set(id, 1 + (noticed.get(id) ?? 0));
      break;
    }
    return results;
  }
}

/** How many changes a test has noticed: the next one may well be noticed by it too. */
const noticed = new Map<string, number>();

/** First those that come to the place of the change themselves, the fast and those that notice much before the others. */
function inOrder(ids: readonly string[], mutant: string, { milliseconds, visits }: Plan): string[] {
  const visiting = new Set(visits[mutant] ?? near(Number(mutant), visits));
  const cost = (id: string) =>
    milliseconds[id] / (1 + (noticed.get(id) ?? 0)) + (visiting.has(id) ? 0 : 1_000_000);
  return ids.toSorted((one, other) => cost(one) - cost(other));
}

/** Changes are numbered as they stand: of one that is made before any test, those come first that come to the places around it. */
const NEIGHBOURS = 60;

function near(mutant: number, visits: Plan["visits"]): string[] {
  const around = Array.from({ length: 2 * NEIGHBOURS }, (_, at) => mutant - NEIGHBOURS + at);
  return around.flatMap((each) => visits[each] ?? []);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
