import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { RowSecrets, Secrets } from "./secrets.server.ts";

/** One debtor's own key. `context` names case and field: moved to another place, what was sealed does not open. */
export type SubjectKey = {
  seal(plain: string, context: string): Buffer;
  /** Throws when it was not sealed with this key and context, or was changed since. */
  open(sealed: Uint8Array, context: string): string;
};

/** What sealed fields begin with, and what a field begins with that was kept before there were keys: it is in the clear. */
const sealedHead = 3;
const clearHead = 0;

/** The text of a field that was kept before there were keys. */
export function clearText(field: Uint8Array): string {
  if (field[0] !== clearHead) throw new Error("What is sealed already is not read as clear");
  return Buffer.from(field.subarray(1)).toString("utf8");
}

/** AES-256-GCM: the version, nonce, tag and text. */
function subjectKeyFrom(key: Buffer): SubjectKey {
  return {
    seal(plain, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([sealedHead]), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      if (sealed[0] !== sealedHead) throw new Error("Sealed field of an unknown version");
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 13));
      decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString("utf8");
    },
  };
}

export const subjectPurpose = "subject-key";

/** The application's keys that debtors' keys are wrapped in, derived once. */
const wraps = new WeakMap<Secrets, RowSecrets>();
function wrapOf(secrets: Secrets): RowSecrets {
  const known = wraps.get(secrets) ?? secrets.rows(subjectPurpose);
  wraps.set(secrets, known);
  return known;
}

/** A new key of a case, as it is used and as it is kept. */
export function newSubjectKey(secrets: Secrets, caseId: string): { key: SubjectKey; wrapped: Buffer } {
  const raw = randomBytes(32);
  return { key: subjectKeyFrom(raw), wrapped: wrapOf(secrets).seal(raw.toString("base64"), caseId) };
}

export const openSubjectKey = (secrets: Secrets, caseId: string, wrapped: Uint8Array): SubjectKey =>
  subjectKeyFrom(Buffer.from(wrapOf(secrets).unseal(wrapped, caseId), "base64"));
