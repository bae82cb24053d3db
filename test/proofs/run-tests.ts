import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "#test/support/project.ts";

/** `tampered`: how much a test had to do, where it says so. */
export type TestResult = { name: string; passed: boolean; message: string; tampered?: number };
type Report = {
  testResults: {
    message?: string;
    name: string;
    assertionResults: {
      fullName: string;
      status: string;
      failureMessages?: string[];
      meta?: { tampered?: number };
    }[];
  }[];
};

/** Runs test files, as long as they take, and tells how each test ended. `project`: whether they need a database. */
export async function runTests(
  files: readonly string[],
  env: Record<string, string>,
  project: "plain" | "database" = "plain",
): Promise<TestResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "rung-proof-"));
  const report = join(folder, "report.json");
  try {
    const options = [`--project=${project}`, "--reporter=json", `--outputFile=${report}`, "--testTimeout=0"];
    const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...options, ...files], {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "inherit"],
    });
    await once(child, "close");
    const { testResults }: Report = JSON.parse(readFileSync(report, "utf8"));
    return testResults.flatMap(({ name, message, assertionResults }) =>
      assertionResults.length === 0
        ? [{ name, passed: false, message: message ?? "did not start" }]
        : assertionResults.map((each) => ({
            name: each.fullName,
            passed: each.status === "passed",
            message: each.failureMessages?.join("\n") ?? "",
            ...each.meta,
          })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
