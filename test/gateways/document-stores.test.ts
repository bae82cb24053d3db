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
import { documentKeys } from "#db/schema/document-keys.ts";
import { keysOf, sealedAsBefore, storeOver } from "#test/support/documents.ts";
import { anObjectServer, type ObjectServer } from "#test/support/object-store.ts";
import { aWorld, type World, worldSecret } from "#test/support/world.ts";

const secrets = secretsFrom(worldSecret);
const folder = mkdtempSync(join(tmpdir(), "rung-shelf-"));
let s3: ObjectServer;
let world: World;
const shelves: Record<"disk" | "s3", () => Shelf> = {
  disk: () => diskShelf(folder),
  s3: () => objectShelf(s3.settings),
};
const doubles: Server[] = [];

beforeAll(async () => {
  s3 = await anObjectServer();
  world = await aWorld();
});
afterAll(async () => {
  for (const each of doubles) each.closeAllConnections();
  await s3.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = (text: string) => Buffer.from(`${text} ${"and so on ".repeat(20)}`);
const anywhere = { onlyIfAbsent: false };

/** Where the file with this hash lies, as the database says. */
const nameOf = async (hash: string) =>
  (await keysOf(world, hash)).find((key) => !key.destroyedAt)?.name ?? "";

for (const [where, shelfOf] of Object.entries(shelves)) {
  const opened = () => ({ shelf: shelfOf(), store: storeOver(world, documentStore(shelfOf(), secrets)) });
  const some = (text: string) => words(`${where}: ${text}`);

  test(`${where}: what is put lies there whole under its name, and is gone for good once it is removed, however often`, async () => {
    const { shelf } = opened();
    const name = sha256(`${where}, a name`);
    for (const bytes of [some("first"), some("second")]) {
      await shelf.put(name, bytes, anywhere);
      expect(Buffer.from((await shelf.get(name)) ?? "")).toEqual(bytes);
    }
    await shelf.remove(name);
    expect(await shelf.get(name)).toBeNull();
    await shelf.remove(name);
    await shelf.remove(sha256("never there"));
    await shelf.put(name, some("third"), { onlyIfAbsent: true });
    expect(Buffer.from((await shelf.get(name)) ?? "")).toEqual(some("third"));
  });

  test(`${where}: what is put is got by its SHA-256, and nothing else is`, async () => {
    const { store } = opened();
    const bytes = some("an invoice");
    expect(await store.put(bytes)).toEqual({ sha256: sha256(bytes) });
    expect(await store.get(sha256(bytes))).toEqual(bytes);
    const name = await nameOf(sha256(bytes));
    for (const hash of [sha256("nothing"), name, "", "..", `../${"0".repeat(61)}`, "G".repeat(64)])
      expect(await store.get(hash)).toBeNull();
    const empty = Buffer.from(where === "disk" ? "" : "x");
    expect(await store.get((await store.put(empty)).sha256)).toEqual(empty);
    const large = Buffer.alloc(10 * 1024 * 1024, where);
    expect(sha256((await store.get((await store.put(large)).sha256)) ?? "")).toBe(sha256(large));
  });

  test(`${where}: whoever holds what is kept reads none of it and cannot tell what it is; another secret opens none`, async () => {
    const { shelf, store } = opened();
    const { sha256: hash } = await store.put(some("a secret of the debtor's"));
    expect(await shelf.get(hash)).toBeNull();
    const kept = Buffer.from((await shelf.get(await nameOf(hash))) ?? "");
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.includes("a secret")).toBe(false);
    const other = documentStore(shelf, secretsFrom("another secret, as long as it has to be too"));
    await expect(other.get(world.db, hash)).rejects.toThrow("Sealed under key");
  });

  test(`${where}: what was changed, or lies under another's name, is not given out; handed in again it is whole`, async () => {
    const { shelf, store } = opened();
    const [one, other] = [some("a contract"), some("another contract")];
    const hash = (await store.put(one)).sha256;
    const names = [await nameOf(hash), await nameOf((await store.put(other)).sha256)];
    const kept = Buffer.from((await shelf.get(names[0])) ?? "");
    for (const at of [0, 12, 30, kept.length - 1]) {
      const changed = Buffer.from(kept);
      changed[at] ^= 1;
      await shelf.put(names[0], changed, anywhere);
      expect(await store.get(hash)).toBeNull();
    }
    await shelf.put(names[0], kept.subarray(0, 20), anywhere);
    expect(await store.get(hash)).toBeNull();
    await shelf.put(names[0], (await shelf.get(names[1])) ?? kept, anywhere);
    expect(await store.get(hash)).toBeNull();
    await store.put(one);
    expect(await store.get(hash)).toEqual(one);
    expect(await keysOf(world, hash)).toHaveLength(1);
  });

  test(`${where}: the same bytes put many times at once, and again, are kept once`, async () => {
    const { shelf, store } = opened();
    const bytes = some("a statement");
    await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)));
    const name = await nameOf(sha256(bytes));
    const kept = await shelf.get(name);
    await store.put(bytes);
    expect(await shelf.get(name)).toEqual(kept);
    expect(await keysOf(world, sha256(bytes))).toHaveLength(1);
    expect(await store.get(sha256(bytes))).toEqual(bytes);
  });

  test(`${where}: what a transaction that is undone put opens under no key that is kept`, async () => {
    const { store } = opened();
    const bytes = some("never handed in");
    const undone = world.db.transaction(async (tx) => {
      await documentStore(shelfOf(), secrets).put(tx, bytes, world.now);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await keysOf(world, sha256(bytes))).toEqual([]);
    expect(await store.get(sha256(bytes))).toBeNull();
  });

  for (const how of ["in the clear", "sealed under a key that all had in common"])
    test(`${where}: what was kept of old, ${how}, is read, and handed in again has a key of its own`, async () => {
      const { shelf, store } = opened();
      const bytes = some(how);
      const hash = sha256(bytes);
      const kept = how === "in the clear" ? bytes : sealedAsBefore(worldSecret, bytes, hash);
      await shelf.put(hash, kept, anywhere);
      await world.owner.insert(documentKeys).values({ name: hash, sha256: hash, madeAt: world.now });
      expect(await store.get(hash)).toEqual(bytes);
      await Promise.all([store.put(bytes), store.put(bytes)]);
      expect(await store.get(hash)).toEqual(bytes);
      const keys = await keysOf(world, hash);
      expect(
        keys.map(({ name, destroyedAt, dueAt }) => [name === hash, !!destroyedAt, !!dueAt]).sort(),
      ).toEqual([
        [false, false, false],
        [true, true, true],
      ]);
      await shelf.remove(hash);
      expect(await store.get(hash)).toEqual(bytes);
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
  const { sha256: hash } = await storeOver(world, documentStore(shelves.disk(), secrets)).put(
    words("anything"),
  );
  const over = (shelf: Shelf) => ({ shelf, ...storeOver(world, documentStore(shelf, secrets)) });
  const at = (change: object) => over(objectShelf({ ...s3.settings, ...change }));
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
    "a disk that is none": over(diskShelf(join(file, "below"))),
  };
  for (const [how, store] of Object.entries(down)) {
    const got = await store.get(hash).catch((error: unknown) => error);
    expect([how, got]).toEqual([how, expect.any(DocumentsUnavailable)]);
    const put = await store.put(words(how)).catch((error: unknown) => error);
    expect([how, put]).toEqual([how, expect.any(DocumentsUnavailable)]);
    expect(await keysOf(world, sha256(words(how)))).toEqual([]);
    const removed = await documentStore(store.shelf, secrets)
      .remove(hash)
      .catch((error: unknown) => error);
    expect([how, removed]).toEqual([how, expect.any(DocumentsUnavailable)]);
  }
}, 60_000);

test("a new file is put only where none lies: somebody who was quicker is left alone", async () => {
  const asked: (string | undefined)[] = [];
  const endpoint = await answering((incoming, out) => {
    asked.push(incoming.headers["if-none-match"]);
    incoming.resume().on("end", () => out.writeHead(412).end(xml("PreconditionFailed")));
  });
  const bytes = words("at the same time");
  const store = storeOver(world, documentStore(objectShelf({ ...s3.settings, endpoint }), secrets));
  expect(await store.put(bytes)).toEqual({ sha256: sha256(bytes) });
  expect(asked).toEqual(["*"]);
});
