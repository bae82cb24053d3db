import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerBuild } from "@remix-run/node";

/** Vite's own server inside ours: pages are built as they are asked for, and reload when their source changes. */
export async function developmentBuild(root: string) {
  const { createServer } = await import("vite");
  const vite = await createServer({ root, server: { middlewareMode: true } });
  return {
    build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    /** Whether Vite has answered. */
    answer: (incoming: IncomingMessage, outgoing: ServerResponse) =>
      new Promise<boolean>((done) => {
        outgoing.once("close", () => done(true));
        vite.middlewares(incoming, outgoing, () => done(false));
      }),
    close: () => vite.close(),
  };
}
