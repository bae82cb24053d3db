import { defineConfig } from "vitest/config";

const withoutDatabase = [
  "test/{domain,local-stripe,ui,messages,support,worker}/**/*.test.{ts,tsx}",
  "test/architecture.test.ts",
  "test/sights.test.ts",
  "test/db/cluster.test.ts",
  "test/cli/law.test.ts",
];

/**
 * Tests that need no database do not start one. The Remix plugin stays out: loaders, actions and components are plain
 * modules here.
 */
export default defineConfig({
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "plain", include: withoutDatabase } },
      {
        extends: true,
        test: {
          name: "database",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/journeys/**", ...withoutDatabase],
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
    ],
  },
});
