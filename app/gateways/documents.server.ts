import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Reader, Tx } from "#db/client.ts";
import {
  type DocumentKeyRow,
  heldKeyOf,
  insertDocumentKey,
  livingKeyOf,
  retireFile,
} from "#db/queries/document-keys.ts";
import { newDocumentKey, openDocumentKey } from "./document-keys.server.ts";
import { newToken, type Secrets, sha256 } from "./secrets.server.ts";

/** Bytes found by their hash. The same bytes kept twice lie there once, under one key. */
export type DocumentStore = {
  /** Keeps bytes for the row that the same transaction writes: until it ends nobody destroys their key. */
  put(tx: Tx, bytes: Uint8Array, at: Date): Promise<{ sha256: string }>;
  /** The bytes that give this hash; null where nothing that is kept does, and where their key was destroyed. */
  get(reader: Reader, hash: string): Promise<Uint8Array | null>;
  /** Gives a file of before there were keys one of its own, or with `look` only says whether it could. */
  sealAnew(
    tx: Tx,
    file: DocumentKeyRow,
    options: { look: boolean; at: Date },
  ): Promise<"anew" | "unreadable">;
  /** Takes a file off the shelf; one that is not there is off it. */
  remove(name: string): Promise<void>;
};

/** Where sealed bytes lie under a name: a folder, or a bucket. */
export type Shelf = {
  /** Whole or not at all. With `onlyIfAbsent` what somebody put there in the meantime may stay: by its name it is the same. */
  put(name: string, bytes: Uint8Array, options: { onlyIfAbsent: boolean }): Promise<void>;
  get(name: string): Promise<Uint8Array | null>;
  /** For good; of what is not there too. */
  remove(name: string): Promise<void>;
};

/** What keeps the documents does not answer, or refuses: nothing was kept, and it may pass. */
export class DocumentsUnavailable extends Error {
  constructor(cause: unknown) {
    super(`The document store cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = "DocumentsUnavailable";
  }
}

/**
 * Documents on a shelf, each sealed under a key of its own that is kept in the database: whoever runs the shelf reads none and changes none unseen, and
 * once the key is destroyed nobody does. A key is entered before its file is put and is there for others when the transaction commits, so that bytes
 * without a key are possible, and a key without bytes is not.
 */
export function documentStore(shelf: Shelf, secrets: Secrets): DocumentStore {
  const opened = async (file: DocumentKeyRow): Promise<Uint8Array | null> => {
    const kept = await usable(() => shelf.get(file.name));
    if (!kept) return null;
    const bytes = file.sealed
      ? openDocumentKey(secrets, file.name, file.sealed).open(kept, file.sha256)
      : openedAsBefore(kept, file.sha256);
    return bytes && sha256(bytes) === file.sha256 ? bytes : null;
  };
  /** What was kept before files had keys lies under one of the application's, or as it is. */
  const openedAsBefore = (kept: Uint8Array, hash: string) =>
    secrets.unsealBytes("documents", kept, hash) ?? kept;
  const place = (name: string, sealed: Uint8Array, options: { onlyIfAbsent: boolean }) =>
    usable(() => shelf.put(name, sealed, options));

  /** False when the key that is there was destroyed, or another made, since it was looked for. */
  const placeNew = async (tx: Tx, bytes: Uint8Array, { hash, at }: { hash: string; at: Date }) => {
    const { name, key, wrapped } = newDocumentKey(secrets);
    if (!(await insertDocumentKey(tx, { name, sha256: hash, sealed: wrapped, madeAt: at }))) return false;
    await place(name, key.seal(bytes, hash), { onlyIfAbsent: true });
    return true;
  };

  const put: DocumentStore["put"] = async (tx, bytes, at) => {
    const hash = sha256(bytes);
    for (;;) {
      const file = await heldKeyOf(tx, hash);
      if (file?.sealed) {
        const key = openDocumentKey(secrets, file.name, file.sealed);
        if (!(await opened(file))) await place(file.name, key.seal(bytes, hash), { onlyIfAbsent: false });
        return { sha256: hash };
      }
      if (file) await retireFile(tx, file.name, at);
      if (await placeNew(tx, bytes, { hash, at })) return { sha256: hash };
    }
  };

  return {
    put,
    async get(reader, hash) {
      const file = await livingKeyOf(reader, hash);
      return file && opened(file);
    },
    async sealAnew(tx, file, { look, at }) {
      const bytes = await opened(file);
      if (!bytes) return "unreadable";
      if (!look) await put(tx, bytes, at);
      return "anew";
    },
    remove: (name) => usable(() => shelf.remove(name)),
  };
}

async function usable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new DocumentsUnavailable(error);
  }
}

/** A folder of this machine. A file appears under its name when it is whole. */
export function diskShelf(folder: string): Shelf {
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name);
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      await mkdir(join(folder, name.slice(0, 2)), { recursive: true, mode: 0o700 });
      const partial = `${path}.${newToken()}`;
      await writeFile(partial, bytes, { mode: 0o600 });
      await rename(partial, path);
    },
    async get(name) {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}

export const documentStoreIn = (folder: string, secrets: Secrets): DocumentStore =>
  documentStore(diskShelf(folder), secrets);
