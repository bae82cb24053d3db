import { defineConfig } from "@playwright/test";
import { findChromium } from "#test/support/chromium.ts";
import { projectRoot } from "#test/support/project.ts";

const { executablePath, args, env } = findChromium();

/** Each project has workers of its own, and each worker a server and a database of its own (`journey.ts`). */
export default defineConfig({
  testDir: ".",
  outputDir: `${projectRoot}/test-results`,
  globalSetup: "./global-setup.ts",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 30_000,
    locale: "en-US",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args, env: { ...(process.env as Record<string, string>), ...env } },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } },
  ],
});
