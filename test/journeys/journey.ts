import { test as base } from "@playwright/test";
import { type ProductServer, startProductServer } from "#test/support/product-server.ts";

export { expect } from "@playwright/test";

/**
 * A browser test against the whole product: a server of the worker's own, started as `npm start` does on a
 * fresh machine. A script error on any page fails the test it happened in.
 */
export const test = base.extend<{ noScriptErrors: undefined }, { world: string; server: ProductServer }>({
  /** Journeys that name a world of their own find it as the demo begins it, whatever others did before. */
  world: ["shared", { scope: "worker", option: true }],
  server: [
    async ({ world }, use, worker) => {
      const server = await startProductServer(`journeys-${world}-${worker.parallelIndex}`);
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  noScriptErrors: [
    async ({ context }, use) => {
      const errors: Error[] = [];
      context.on("weberror", (event) => errors.push(event.error()));
      await use(undefined);
      if (errors.length > 0) throw new AggregateError(errors, `Script errors: ${errors.join("; ")}`);
    },
    { auto: true },
  ],
});
