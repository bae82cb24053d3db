import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  DocumentsUnavailable,
  diskShelf,
  documentStore,
  type Shelf,
} from "#app/gateways/documents.server.ts";
import { objectShelf } from "#app/gateways/object-store.server.ts";
import { secretsFrom, sha256 } from "#app/gateways/secrets.server.ts";
import { anObjectServer, type ObjectServer } from "#test/support/object-store.ts";

const secrets = secretsFrom("a secret of the tests, long enough to be one");
const folder = mkdtempSync(join(tmpdir(), "rung-shelf-"));
let s3: ObjectServer;
const shelves: Record<"disk" | "s3", () => Shelf> = {
  disk: () => diskShelf(folder),
  s3: () => objectShelf(s3.settings),
};
const doubles: Server[] = [];

beforeAll(async () => {
  s3 = await anObjectServer();
});
afterAll(async () => {
  for (const each of doubles) each.closeAllConnections();
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = (text: string) => Buffer.from(`${text} ${"and so on ".repeat(20)}`);
const anywhere = { onlyIfAbsent: false };

for (const [where, shelfOf] of Object.entries(shelves)) {
  const opened = () => ({ shelf: shelfOf(), store: documentStore(shelfOf(), secrets) });

  test(`${where}: what is put is got by its SHA-256, and nothing else is`, async () => {
    const { store } = opened();
    const bytes = words("an invoice");
    expect(await store.put(bytes)).toEqual({ sha256: sha256(bytes) });
    expect(await store.get(sha256(bytes))).toEqual(bytes);
    for (const hash of [sha256("nothing"), "", "..", `../${"0".repeat(61)}`, "0".repeat(63), "G".repeat(64)])
      expect(await store.get(hash)).toBeNull();
    const empty = Buffer.alloc(0);
    expect(await store.get((await store.put(empty)).sha256)).toEqual(empty);
    const large = Buffer.alloc(10 * 1024 * 1024, "large ");
    expect(sha256((await store.get((await store.put(large)).sha256)) ?? "")).toBe(sha256(large));
  });

  test(`${where}: whoever holds what is kept reads none of it, and another secret opens none`, async () => {
    const { shelf, store } = opened();
    const { sha256: hash } = await store.put(words("a secret of the debtor's"));
    const kept = Buffer.from((await shelf.get(hash)) ?? "");
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.includes("a secret")).toBe(false);
    const other = documentStore(shelf, secretsFrom("another secret, as long as it has to be too"));
    expect(await other.get(hash)).toBeNull();
  });

  test(`${where}: what was changed, or lies under another's name, is not given out; handed in again it is whole`, async () => {
    const { shelf, store } = opened();
    const [one, other] = [words("a contract"), words("another contract")];
    const hashes = [(await store.put(one)).sha256, (await store.put(other)).sha256];
    const kept = Buffer.from((await shelf.get(hashes[0])) ?? "");
    for (const at of [0, 12, 30, kept.length - 1]) {
      const changed = Buffer.from(kept);
      changed[at] ^= 1;
      await shelf.put(hashes[0], changed, anywhere);
      expect(await store.get(hashes[0])).toBeNull();
    }
    await shelf.put(hashes[0], kept.subarray(0, 20), anywhere);
    expect(await store.get(hashes[0])).toBeNull();
    await shelf.put(hashes[0], (await shelf.get(hashes[1])) ?? kept, anywhere);
    expect(await store.get(hashes[0])).toBeNull();
    await store.put(one);
    expect(await store.get(hashes[0])).toEqual(one);
  });

  test(`${where}: the same bytes put many times at once, and again, are kept once`, async () => {
    const { shelf, store } = opened();
    const bytes = words("a statement");
    await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)));
    const kept = await shelf.get(sha256(bytes));
    await store.put(bytes);
    expect(await shelf.get(sha256(bytes))).toEqual(kept);
    expect(await store.get(sha256(bytes))).toEqual(bytes);
  });

  test(`${where}: what was kept before documents were sealed is still read`, async () => {
    const { shelf, store } = opened();
    const bytes = words("kept long ago");
    await shelf.put(sha256(bytes), bytes, anywhere);
    expect(await store.get(sha256(bytes))).toEqual(bytes);
  });
}

/** An S3 server's double that answers as told; its address. */
async function answering(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  doubles.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const xml = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`;

test("a store that is gone, silent, stalls, refuses or is full is told as such, and is never taken for an absent document", async () => {
  const hash = sha256("anything");
  const at = (change: object) => documentStore(objectShelf({ ...s3.settings, ...change }), secrets);
  const file = join(folder, "a-file");
  writeFileSync(file, "no folder");
  const down = {
    gone: at({ endpoint: "http://127.0.0.1:1" }),
    silent: at({ endpoint: await answering(() => {}), timeoutMs: 200 }),
    stalled: at({
      endpoint: await answering((_, out) => {
        out.writeHead(200, { "content-length": "1000" });
        out.write("half of it");
      }),
      timeoutMs: 200,
    }),
    refusing: at({ accessKeyId: "NOBODY" }),
    forbidding: at({
      endpoint: await answering((_, out) => void out.writeHead(403).end(xml("SignatureDoesNotMatch"))),
    }),
    homeless: at({ bucket: "no-such-bucket" }),
    failing: at({
      endpoint: await answering((_, out) => void out.writeHead(503).end(xml("SlowDown"))),
    }),
    "a disk that is none": documentStore(diskShelf(join(file, "below")), secrets),
  };
  for (const [how, store] of Object.entries(down)) {
    const got = await store.get(hash).catch((error: unknown) => error);
    expect([how, got]).toEqual([how, expect.any(DocumentsUnavailable)]);
    const put = await store.put(words(how)).catch((error: unknown) => error);
    expect([how, put]).toEqual([how, expect.any(DocumentsUnavailable)]);
  }
}, 60_000);

test("a document is put only if it is absent: somebody who was quicker is left alone", async () => {
  const asked: (string | undefined)[] = [];
  const endpoint = await answering((incoming, out) => {
    if (incoming.method === "GET") return void out.writeHead(404).end(xml("NoSuchKey"));
    asked.push(incoming.headers["if-none-match"]);
    incoming.resume().on("end", () => out.writeHead(412).end(xml("PreconditionFailed")));
  });
  const bytes = words("at the same time");
  const store = documentStore(objectShelf({ ...s3.settings, endpoint }), secrets);
  expect(await store.put(bytes)).toEqual({ sha256: sha256(bytes) });
  expect(asked).toEqual(["*"]);
});
