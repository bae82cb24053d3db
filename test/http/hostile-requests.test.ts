import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect as dial } from "node:net";
import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { parseForm } from "#app/http/parse-form.ts";
import { newMetrics } from "#app/server/health.ts";
import { createHttpServer } from "#app/server/http.ts";
import { projectRoot } from "#test/support/project.ts";
import { aWorld, type World } from "#test/support/world.ts";

const maxBodyBytes = 100_000;
let world: World;
let server: ReturnType<typeof createHttpServer>;
let port: number;

/** One resource route at every address: what reaches it has passed the server's own checks. */
const build: ServerBuild = {
  entry: { module: { default: () => new Response("page") } },
  routes: {
    all: {
      id: "all",
      path: "*",
      module: {
        default: undefined as never,
        loader: ({ request }: ActionFunctionArgs) => Response.json({ url: request.url }),
        action: async ({ request }: ActionFunctionArgs) => {
          await parseForm(request, z.record(z.string(), z.unknown()));
          return Response.json("taken");
        },
      },
    },
  },
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {} as ServerBuild["future"],
  isSpaMode: false,
  mode: "production",
};

beforeAll(async () => {
  world = await aWorld();
  const health = { db: world.db, metrics: newMetrics() };
  const log = pino({ level: "silent" });
  const clientFolder = `${projectRoot}/public`;
  server = createHttpServer({ build, clientFolder, services: world.services, health, log, maxBodyBytes });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await world.close();
});

/** Sends bytes as they stand, for what no client library would send. */
function answerTo(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = dial(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", () => resolve(answer));
    socket.on("close", () => resolve(answer));
  });
}

const request = (line: string, headers: Record<string, string> = {}, body = "") => {
  const given = { Host: `127.0.0.1:${port}`, Connection: "close", ...headers };
  const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
};
const statusTo = async (bytes: string) => Number((await answerTo(bytes)).split(" ")[1]);

const form = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "3" };
const posting = (headers: Record<string, string>) =>
  statusTo(request("POST /sign-out", { ...form, ...headers }, "a=b"));

test("a form of another site is refused, and one that does not say where it comes from", async () => {
  const own = `http://127.0.0.1:${port}`;
  expect(await posting({ Origin: own })).toBe(200);
  expect(await posting({ "Sec-Fetch-Site": "same-origin" })).toBe(200);
  const foreign: Record<string, string>[] = [
    {},
    { Origin: "null" },
    { Origin: "http://evil.example" },
    { Origin: `${own}.evil.example` },
    { Origin: own, "Sec-Fetch-Site": "cross-site" },
    { Origin: own, "Sec-Fetch-Site": "same-site" },
  ];
  for (const headers of foreign) expect(await posting(headers), JSON.stringify(headers)).toBe(403);
});

test("an address that cannot be read is a bad request, and two slashes name no other host", async () => {
  expect(await statusTo(request("GET /", { Host: "a b c" }))).toBe(400);
  expect(await statusTo(request("GET /", { Host: "[::" }))).toBe(400);
  expect(await statusTo(request("GET http://x:99999/"))).toBe(400);
  expect(await answerTo(request("GET //evil.example/home"))).toContain(
    `http://127.0.0.1:${port}//evil.example/home`,
  );
  expect(await statusTo(request("GET //"))).toBe(200);
});

test("a method that no page has is refused as such", async () => {
  expect(await statusTo(request("TRACE /"))).toBe(405);
});

test("a body over the limit is too large, whatever its header says of it", async () => {
  const headers = { Origin: `http://127.0.0.1:${port}`, "Content-Type": "multipart/form-data; boundary=x" };
  expect(await statusTo(request("POST /", { ...headers, "Content-Length": "99999999999" }))).toBe(413);
  const part = `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${"a".repeat(maxBodyBytes)}\r\n--x--\r\n`;
  const chunked = `${part.length.toString(16)}\r\n${part}\r\n0\r\n\r\n`;
  const sent = request("POST /", { ...headers, "Transfer-Encoding": "chunked" }, chunked);
  expect(await statusTo(sent)).toBe(413);
});

test("no path leads out of the folder of static files", async () => {
  for (const path of [
    "/../package.json",
    "/..%2fpackage.json",
    "/assets/..%2f..%2fpackage.json",
    "/%2e%2e/package.json",
    "/..%5cpackage.json",
    "/%00.json",
    "/assets/%ff.js",
  ]) {
    expect(await answerTo(request(`GET ${path}`)), path).not.toContain('"private"');
  }
});

test("probes and metrics hold nothing of anybody", async () => {
  expect(await answerTo(request("GET /readyz"))).toMatch(/ready\n/);
  expect(await answerTo(request("GET /metrics"))).not.toMatch(/@|rung_session|user=|postgres:\/\//);
});
