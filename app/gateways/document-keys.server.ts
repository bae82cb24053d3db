import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { RowSecrets, Secrets } from "./secrets.server.ts";

/** One kept file's own key. `context` is its hash: moved to another file's name, what was sealed does not open. */
export type DocumentKey = {
  seal(plain: Uint8Array, context: string): Buffer;
  /** Null for what was not sealed with this key and context, or was changed since. */
  open(sealed: Uint8Array, context: string): Buffer | null;
};

/** What a file under a key of its own begins with; nonce, tag and bytes follow (AES-256-GCM). */
const ownHead = Buffer.from("RUNGSEAL3");
const nonceAt = ownHead.length;
const tagAt = nonceAt + 12;
const bytesAt = tagAt + 16;

function documentKeyFrom(key: Buffer): DocumentKey {
  return {
    seal(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([ownHead, nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      if (sealed.length < bytesAt || !ownHead.equals(sealed.subarray(0, nonceAt))) return null;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(nonceAt, tagAt));
        decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(tagAt, bytesAt));
        return Buffer.concat([decipher.update(sealed.subarray(bytesAt)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

export const documentKeyPurpose = "document-key";

/** The application's keys that files' keys are wrapped in, derived once. */
const wraps = new WeakMap<Secrets, RowSecrets>();
function wrapOf(secrets: Secrets): RowSecrets {
  const known = wraps.get(secrets) ?? secrets.rows(documentKeyPurpose);
  wraps.set(secrets, known);
  return known;
}

/** A new file's name on the shelf, which tells nothing of what is in it, and its key, as it is used and as it is kept. */
export function newDocumentKey(secrets: Secrets): { name: string; key: DocumentKey; wrapped: Buffer } {
  const [name, raw] = [randomBytes(32).toString("hex"), randomBytes(32)];
  return { name, key: documentKeyFrom(raw), wrapped: wrapOf(secrets).seal(raw.toString("base64"), name) };
}

export const openDocumentKey = (secrets: Secrets, name: string, wrapped: Uint8Array): DocumentKey =>
  documentKeyFrom(Buffer.from(wrapOf(secrets).unseal(wrapped, name), "base64"));
