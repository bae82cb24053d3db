import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { newToken, sha256 } from "./secrets.server.ts";

/** Content-addressed bytes. Writing the same bytes twice stores them once. */
export type DocumentStore = {
  put(bytes: Uint8Array): Promise<{ sha256: string }>;
  get(hash: string): Promise<Uint8Array | null>;
};

export function documentStoreIn(folder: string): DocumentStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = sha256(bytes);
      const path = pathOf(hash);
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 });
      const partial = `${path}.${newToken()}`;
      await writeFile(partial, bytes, { mode: 0o600 });
      await rename(partial, path);
      return { sha256: hash };
    },
    async get(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash)) return null;
      try {
        return await readFile(pathOf(hash));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
  };
}

export const acceptedMediaTypes = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "text/plain",
] as const;
export type AcceptedMediaType = (typeof acceptedMediaTypes)[number];
export const maxUploadBytes = 10 * 1024 * 1024;

/** What the bytes really are, whatever the name or the browser says; null for everything that is not accepted. */
export async function sniff(bytes: Uint8Array): Promise<AcceptedMediaType | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return acceptedMediaTypes.find((each) => each === found.mime) ?? null;
  return isPlainText(bytes) ? "text/plain" : null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f]/;

function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !controls.test(text) && !/^\s*<(?:!doctype|html|svg|\?xml|script)/i.test(text);
  } catch {
    return false;
  }
}
