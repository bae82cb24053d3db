import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/**
 * A file of the folder beside the project that only some machines have. Skips the test, saying so, where it is
 * missing: `const rows = readFileSync(sharedFile(ctx, "law/cases.json"))`.
 */
export function sharedFile(context: Pick<TestContext, "skip">, path: string): string {
  const file = `${projectRoot}/../shared/${path}`;
  if (!existsSync(file)) {
    console.warn(`SKIPPED: ../shared/${path} is not on this machine.`);
    context.skip(`../shared/${path} is not on this machine`);
  }
  return file;
}
