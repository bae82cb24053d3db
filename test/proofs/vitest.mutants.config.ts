import { defineConfig } from "vitest/config";

/** The fast tests of the law engine, and nothing else: what must notice a change in it. */
export default defineConfig({
  test: {
    environment: "node",
    pool: "threads",
    include: ["test/domain/law/*.test.ts"],
    setupFiles: ["test/proofs/compile-first.ts"],
    testTimeout: 60_000,
    env: { LAW_RUNS: "40", LAW_SEED: "7" },
  },
});
