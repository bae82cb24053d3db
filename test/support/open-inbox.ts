import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { pino } from "pino";
import { sessionCookieName } from "#app/http/cookies.ts";
import * as stream from "#app/routes/inbox.stream.ts";
import * as unsubscribe from "#app/routes/unsubscribe.$token.tsx";
import { newMetrics } from "#app/server/health.ts";
import { createHttpServer } from "#app/server/http.ts";
import type { Services } from "#app/use-cases/ctx.ts";
import { projectRoot } from "./project.ts";
import type { Person } from "./world.ts";

/** The product's own server, compression and checks included, over the routes that are used without a page. */
const build: ServerBuild = {
  entry: { module: { default: () => new Response("page") } },
  routes: {
    stream: {
      id: "stream",
      path: "inbox/stream",
      module: { default: undefined as never, loader: stream.loader },
    },
    unsubscribe: {
      id: "unsubscribe",
      path: "unsubscribe/:token",
      module: { default: undefined as never, action: unsubscribe.action },
    },
  },
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {} as ServerBuild["future"],
  isSpaMode: false,
  mode: "production",
};

export type InboxServer = { url: string; close(): void };

export async function anInboxServer(services: Services): Promise<InboxServer> {
  const server = createHttpServer({
    build,
    clientFolder: `${projectRoot}/public`,
    services,
    health: { db: services.db, metrics: newMetrics() },
    log: pino({ level: "silent" }),
    maxBodyBytes: 100_000,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type Told = {
  event: string;
  id: string | null;
  data: { unread: number; notice: { title: string } | null };
};

/** A person's open inbox, as a browser holds it. */
export async function openInbox(
  { url }: InboxServer,
  person: Pick<Person, "token">,
  { lastId }: { lastId?: string } = {},
) {
  const leaving = new AbortController();
  const response = await fetch(`${url}/inbox/stream`, {
    headers: {
      cookie: `${sessionCookieName(url)}=${person.token}`,
      "accept-encoding": "gzip, br",
      ...(lastId ? { "last-event-id": lastId } : {}),
    },
    redirect: "manual",
    signal: leaving.signal,
  });
  const told: Told[] = [];
  const ended = response.body ? readInto(told, response.body).catch(() => {}) : Promise.resolve();
  return {
    response,
    told,
    ended,
    titles: () => told.flatMap(({ data }) => data.notice?.title ?? []),
    leave: () => leaving.abort(),
  };
}

async function readInto(told: Told[], body: ReadableStream<Uint8Array>): Promise<void> {
  let text = "";
  for await (const chunk of body.pipeThrough(
    new TextDecoderStream() as never,
  ) as unknown as AsyncIterable<string>) {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map(block.split("\n").map((line) => line.split(/: (.*)/s, 2) as [string, string]));
      const data = fields.get("data");
      if (data)
        told.push({ event: fields.get("event") ?? "", id: fields.get("id") ?? null, data: JSON.parse(data) });
    }
  }
}
