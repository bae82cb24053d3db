import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { answerApi } from "./api.ts";
import { openBooks } from "./books.ts";
import { Happening, happen } from "./control.ts";
import { answerPage } from "./pages.ts";
import { isRefusal } from "./refusal.ts";
import { startWebhooks } from "./webhooks.ts";

type Options = {
  /** Where the service keeps its journal; null keeps nothing beyond this process. */
  journal: string | null;
  secretKey: string;
  /** Where events are delivered to; null until that is known. */
  webhook: () => { url: string; secret: string } | null;
  /** `now` dates what happens and is the product's clock, which a demo moves; `machine` dates signatures. */
  clock: { now: () => Promise<Date>; machine: () => Promise<Date> };
  /** Where people reach the hosted pages; absent, at the service itself. */
  origin?: () => string;
};

const Faults = z.object({
  /** So many requests are carried out and never answered, as when a connection breaks. */
  unanswered: z.number().int().min(0).default(0),
  /** So many are answered 500 without being carried out. */
  broken: z.number().int().min(0).default(0),
});
const Behaviour = z.object({
  held: z.boolean().optional(),
  copies: z.number().int().min(1).max(10).optional(),
  delayMs: z.number().int().min(0).max(60_000).optional(),
  order: z.enum(["sent", "reversed", "shuffled"]).optional(),
});

/**
 * A service that answers the official SDK as Stripe would, for development and tests alone: no bank stands behind it and
 * no money moves. It listens on the loopback interface; its hosted pages can be served by another server too.
 */
export async function startLocalStripe({ journal, secretKey, webhook, clock, origin }: Options) {
  const books = openBooks(journal);
  const webhooks = startWebhooks(books, webhook, clock.machine);
  let faults = Faults.parse({});
  const seconds = async () => Math.floor((await clock.now()).getTime() / 1000);
  const ownOrigin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reachedAt = origin ?? ownOrigin;

  const api = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (faults.broken > 0) {
      faults.broken--;
      return json(outgoing, 500, {
        error: { type: "api_error", message: "Something went wrong on Stripe's end." },
      });
    }
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    );
    const {
      status,
      body,
      headers: own,
    } = answerApi(
      { books, secretKey, now: await seconds(), origin: reachedAt() },
      { method: incoming.method ?? "GET", url: incoming.url ?? "/", headers, body: await bodyOf(incoming) },
    );
    webhooks.wake();
    if (faults.unanswered > 0) {
      faults.unanswered--;
      return void outgoing.destroy();
    }
    json(outgoing, status, body, own);
  };

  const control = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (incoming.headers.authorization !== `Bearer ${secretKey}`) return json(outgoing, 401, {});
    const given = JSON.parse((await bodyOf(incoming)) || "{}");
    if (incoming.url === "/control/webhooks") webhooks.behave(Behaviour.parse(given));
    else if (incoming.url === "/control/faults") faults = Faults.parse(given);
    else if (incoming.url === "/control/happen") {
      const outcome = happen(books, await seconds(), Happening.parse(given));
      webhooks.wake();
      return json(outgoing, 200, outcome);
    }
    await webhooks.settled();
    json(outgoing, 200, { waiting: webhooks.waiting() });
  };

  const pages = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> => {
    if (!incoming.url?.startsWith("/local-stripe/")) return false;
    const body = incoming.method === "POST" ? await bodyOf(incoming) : "";
    const page = answerPage(
      { books, now: await seconds(), origin: reachedAt() },
      {
        url: incoming.url,
        body: incoming.method === "POST" ? new URLSearchParams(body) : null,
        languages: incoming.headers["accept-language"] ?? null,
      },
    );
    outgoing.writeHead(page.status, page.headers).end(page.body);
    webhooks.wake();
    return true;
  };

  const server = createServer(async (incoming, outgoing) => {
    try {
      if (await pages(incoming, outgoing)) return;
      await (incoming.url?.startsWith("/control/") ? control : api)(incoming, outgoing);
    } catch (error) {
      if (isRefusal(error)) return json(outgoing, error.status, { error: error.error });
      json(outgoing, 500, { error: { type: "api_error", message: String(error) } });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  webhooks.wake();
  return {
    address: { host: "127.0.0.1", port: (server.address() as AddressInfo).port, protocol: "http" as const },
    pages,
    async close() {
      webhooks.stop();
      server.close();
      server.closeAllConnections();
      await webhooks.settled();
    },
  };
}

const longestBody = 1024 * 1024;

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > longestBody) throw new Error("The body is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function json(outgoing: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  outgoing.writeHead(status, { "content-type": "application/json", ...headers });
  outgoing.end(JSON.stringify(body));
}
