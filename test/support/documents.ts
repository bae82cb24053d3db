import { createCipheriv, randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { DocumentStore } from "#app/gateways/documents.server.ts";
import { diskShelf } from "#app/gateways/documents.server.ts";
import { bytesHead, derivedKey, keyIdOf } from "#app/gateways/key-ring.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { documentKeys } from "#db/schema/document-keys.ts";
import { type World, worldSecret } from "./world.ts";

/** A document store over a world's database, each act in a transaction of its own. */
export const storeOver = (world: World, store: DocumentStore) => ({
  put: (bytes: Uint8Array) => world.db.transaction((tx) => store.put(tx, bytes, world.now)),
  get: (hash: string) => store.get(world.db, hash),
});

/** Bytes as they were sealed before each file had a key of its own. */
export function sealedAsBefore(secret: string, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derivedKey(secret, "bytes:documents"), nonce);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([bytesHead, Buffer.from(keyIdOf(secret), "hex"), nonce, cipher.getAuthTag(), body]);
}

/** Every key there is of a file, the destroyed ones too. */
export const keysOf = (world: World, hash: string) =>
  world.owner.select().from(documentKeys).where(eq(documentKeys.sha256, hash));

/** Makes a kept file what it was before there were keys: under its hash, sealed as all were, or as it came. */
export async function asKeptBefore(world: World, hash: string, how: "sealed" | "clear"): Promise<void> {
  const shelf = diskShelf(`${world.folder}`);
  const bytes = await world.services.documents.get(world.db, hash);
  if (!bytes) throw new Error("There is no such file");
  for (const { name } of await keysOf(world, hash)) await shelf.remove(name);
  const kept = how === "sealed" ? sealedAsBefore(worldSecret, bytes, sha256(bytes)) : bytes;
  await shelf.put(hash, kept, { onlyIfAbsent: false });
  await world.owner.transaction(async (tx) => {
    await tx.execute(sql`alter table document_keys disable trigger user`);
    await tx.delete(documentKeys).where(eq(documentKeys.sha256, hash));
    await tx
      .insert(documentKeys)
      .values({ name: hash, sha256: hash, sealed: null, madeAt: world.now, dueAt: world.now });
    await tx.execute(sql`alter table document_keys enable trigger user`);
  });
}
