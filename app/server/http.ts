import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import type { Logger } from "pino";
import { BodyTooLarge } from "#app/http/body-too-large.ts";
import { withoutValues } from "#app/http/without-values.ts";
import type { Services } from "#app/use-cases/ctx.ts";
import { type Health, healthResponse } from "./health.ts";

type HttpOptions = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  clientFolder: string;
  services: Services;
  health: Health;
  log: Logger;
  maxBodyBytes: number;
  /** The hosted pages of the payment provider's stand-in. */
  standInPages?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  development?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
};

/** The HTTP server: probes, static files, the cross-site check, the body limit, then Remix. */
export function createHttpServer(options: HttpOptions) {
  const compress = compression({ threshold: 1024 });
  const handle = createRequestHandler(options.build, options.development ? "development" : "production");
  return createServer(async (incoming, outgoing) => {
    try {
      await new Promise<void>((done) => compress(incoming, outgoing, done));
      if (options.development && (await options.development(incoming, outgoing))) return;
      const probe = await healthResponse(incoming.url ?? "/", options.health);
      if (probe) return await send(probe, incoming, outgoing);
      if (await sendStatic(options.clientFolder, incoming, outgoing)) return;
      const refusal = refuseEarly(incoming, options.services.publicUrl, options.maxBodyBytes);
      if (refusal) return await send(refusal, incoming, outgoing);
      if (await options.standInPages?.(incoming, outgoing)) return;
      const url = urlOf(incoming);
      if (!url) return await send(plain(400, "This is not an address."), incoming, outgoing);
      const response = await handle(requestFrom(url, { incoming, outgoing, ...options }), {
        services: options.services,
        nonce: randomBytes(16).toString("base64"),
        address: incoming.socket.remoteAddress ?? "unknown",
      });
      await send(response, incoming, outgoing);
    } catch (error) {
      options.log.error({ err: withoutValues(error) }, "request failed");
      if (!outgoing.headersSent) outgoing.writeHead(500, { "content-type": "text/plain" });
      outgoing.end();
    }
  });
}

/** The providers' messages come from another site by their nature, and carry a signature instead. */
const isProviderWebhook = ({ url }: IncomingMessage) => /^\/webhooks\/(stripe|sms(\/|$))/.test(url ?? "");

const changes = (method: string | undefined) => !["GET", "HEAD", "OPTIONS"].includes(method ?? "GET");

/** Methods that no request to a page can have (Fetch, 2.2.1). */
const neverAsked = new Set(["TRACE", "TRACK", "CONNECT"]);

/**
 * What needs no page: a method no page has, a change asked for by another site (Fetch Metadata, or Origin where a
 * browser sends none), and a body that says it is too large.
 */
function refuseEarly(incoming: IncomingMessage, publicUrl: string, maxBodyBytes: number): Response | null {
  if (neverAsked.has(incoming.method ?? "")) return plain(405, "This method is not served.");
  if (Number(incoming.headers["content-length"] ?? 0) > maxBodyBytes)
    return plain(413, "The upload is too large.");
  if (!changes(incoming.method) || isSignedLink(incoming) || isProviderWebhook(incoming)) return null;
  const site = incoming.headers["sec-fetch-site"];
  const origin = incoming.headers.origin;
  const sameOrigin =
    site === "same-origin" ||
    site === "none" ||
    (!site && origin !== undefined && isOwn(origin, incoming, publicUrl));
  return sameOrigin ? null : plain(403, "This form was sent from another site.");
}

/** What a link alone may do is signed in its address and asks no session, so that a mail program can post to it (RFC 8058). */
const isSignedLink = ({ url }: IncomingMessage) => /^\/(unsubscribe|stop)\//.test(url ?? "");

const isOwn = (origin: string, incoming: IncomingMessage, publicUrl: string) =>
  origin === publicUrl ||
  origin === `http://${incoming.headers.host}` ||
  origin === `https://${incoming.headers.host}`;

const plain = (status: number, text: string) =>
  new Response(text, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/**
 * The address asked for; null for one that cannot be read. A path is ours even if it begins with two slashes, which
 * would otherwise name a host.
 */
function urlOf(incoming: IncomingMessage): URL | null {
  const origin = `http://${incoming.headers.host ?? "localhost"}`;
  const asked = incoming.url ?? "/";
  const address = asked.startsWith("/") ? origin + asked : asked;
  return URL.canParse(address) ? new URL(address) : null;
}

type Exchange = { incoming: IncomingMessage; outgoing: ServerResponse; maxBodyBytes: number };

function requestFrom(url: URL, { incoming, outgoing, maxBodyBytes }: Exchange): Request {
  const controller = new AbortController();
  outgoing.on("close", () => controller.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (Array.isArray(value)) for (const each of value) headers.append(name, each);
    else if (value !== undefined) headers.set(name, value);
  }
  const init: RequestInit & { duplex?: "half" } = {
    method: incoming.method,
    headers,
    signal: controller.signal,
  };
  if (changes(incoming.method)) {
    init.body = limited(incoming, maxBodyBytes);
    init.duplex = "half";
  }
  return new Request(url, init);
}

/** Stops reading a body that grows past the limit whatever its header said. */
function limited(incoming: IncomingMessage, maxBodyBytes: number): ReadableStream<Uint8Array> {
  let seen = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > maxBodyBytes) controller.error(new BodyTooLarge("The body is too large"));
      else controller.enqueue(chunk);
    },
  });
  return (Readable.toWeb(incoming) as ReadableStream<Uint8Array>).pipeThrough(counter);
}

async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  outgoing.writeHead(response.status, headers);
  if (!response.body || incoming.method === "HEAD") {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as import("node:stream/web").ReadableStream), outgoing).catch(
    () => {},
  );
}

const mediaTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Files of the build. Names under /assets carry their content's hash and never change. */
async function sendStatic(
  folder: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<boolean> {
  if (changes(incoming.method)) return false;
  const path = decodePath(incoming.url ?? "/");
  const mediaType = path && mediaTypes[extname(path)];
  if (!path || !mediaType) return false;
  const file = join(folder, normalize(path));
  if (!file.startsWith(folder)) return false;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return false;
  outgoing.writeHead(200, {
    "content-type": mediaType,
    "content-length": found.size,
    "x-content-type-options": "nosniff",
    "cache-control": path.startsWith("/assets/")
      ? "public, max-age=31536000, immutable"
      : "public, max-age=3600",
  });
  if (incoming.method === "HEAD") outgoing.end();
  else await pipeline(createReadStream(file), outgoing).catch(() => {});
  return true;
}

function decodePath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
}
