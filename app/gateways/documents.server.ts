import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bytesSealedUnder } from "./key-ring.server.ts";
import { newToken, type Secrets, sha256 } from "./secrets.server.ts";

/** Content-addressed bytes. Writing the same bytes twice stores them once. */
export type DocumentStore = {
  put(bytes: Uint8Array): Promise<{ sha256: string }>;
  /** The bytes that give this hash; null where nothing that is kept does. */
  get(hash: string): Promise<Uint8Array | null>;
  /** Seals what is kept under the current key, or with `look` only says whether it would. */
  sealAnew(hash: string, options: { look: boolean }): Promise<"current" | "anew" | "unreadable">;
};

/** Where sealed bytes lie under a name: a folder, or a bucket. */
export type Shelf = {
  /** Whole or not at all. With `onlyIfAbsent` what somebody put there in the meantime may stay: by its name it is the same. */
  put(name: string, bytes: Uint8Array, options: { onlyIfAbsent: boolean }): Promise<void>;
  get(name: string): Promise<Uint8Array | null>;
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

/** Documents on a shelf, each sealed under the hash of its own bytes: whoever runs the shelf reads none and changes none unseen. */
export function documentStore(shelf: Shelf, secrets: Secrets): DocumentStore {
  const opened = (hash: string, kept: Uint8Array): Uint8Array | null => {
    // What was kept before documents were sealed lies there as it is.
    const bytes = secrets.unsealBytes("documents", kept, hash) ?? kept;
    return sha256(bytes) === hash ? bytes : null;
  };
  return {
    async put(bytes) {
      const hash = sha256(bytes);
      const kept = await usable(() => shelf.get(hash));
      if (kept && opened(hash, kept)) return { sha256: hash };
      const sealed = secrets.sealBytes("documents", bytes, hash);
      await usable(() => shelf.put(hash, sealed, { onlyIfAbsent: kept === null }));
      return { sha256: hash };
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return null;
      const kept = await usable(() => shelf.get(hash));
      return kept && opened(hash, kept);
    },
    async sealAnew(hash, { look }) {
      const kept = await usable(() => shelf.get(hash));
      const bytes = kept && opened(hash, kept);
      if (!kept || !bytes) return "unreadable";
      if (bytesSealedUnder(kept) === secrets.ring[0]) return "current";
      const sealed = secrets.sealBytes("documents", bytes, hash);
      if (!look) await usable(() => shelf.put(hash, sealed, { onlyIfAbsent: false }));
      return "anew";
    },
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
  };
}

export const documentStoreIn = (folder: string, secrets: Secrets): DocumentStore =>
  documentStore(diskShelf(folder), secrets);
