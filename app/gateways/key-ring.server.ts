import { hkdfSync } from "node:crypto";

/** Each purpose has a key of its own (HKDF-SHA256, RFC 5869), so that one leak does not open another room. */
export const derivedKey = (applicationSecret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", applicationSecret, "rung", purpose, 32));

/** What a sealed text calls its key: eight hexadecimal digits that tell nothing of the secret. */
export const keyIdOf = (applicationSecret: string): string =>
  derivedKey(applicationSecret, "key-id").subarray(0, 4).toString("hex");

/**
 * Purposes whose digests lie where nobody can make them anew: on paper, in mails that went out, in the log, in ids, behind a trigger, or of a
 * text that was never kept. Their keys outlast a secret: they are kept in the database, wrapped, and only the wrapping changes.
 */
export const lastingPurposes = [
  "debtor-address",
  "debtor-number",
  "duplicate-case",
  "letter-code",
  "payment-link",
  "recovery-code",
  "stop-mail",
  "unsubscribe",
] as const;

/** Lasting keys by purpose, as they were when each was first needed. */
export type LastingKeys = ReadonlyMap<string, Buffer>;

export const lastingKeyOf = (applicationSecret: string, purpose: string): Buffer =>
  derivedKey(applicationSecret, `mac:${purpose}`);

/** The application's secrets, the current one first: all are read with, one is written with. */
export type KeyRing = {
  current: { id: string; secret: string };
  all: readonly { id: string; secret: string }[];
  /** The secret that something names; throws, in words an operator can act on, when it was not given. */
  named(id: string): string;
};

export function keyRing(current: string, former: readonly string[] = []): KeyRing {
  const all = [current, ...former].map((secret) => ({ id: keyIdOf(secret), secret }));
  const byId = new Map(all.map(({ id, secret }) => [id, secret]));
  return {
    current: all[0],
    all,
    named(id) {
      const secret = byId.get(id);
      if (secret === undefined)
        throw new Error(`Sealed under key ${id}, which is neither RUNG_SECRET nor in RUNG_SECRET_FORMER.`);
      return secret;
    },
  };
}

/** Which key a sealed text names; null for one of before keys had names. */
export const sealedUnder = (sealed: string): string | null => /^v2:([0-9a-f]{8}):/.exec(sealed)?.[1] ?? null;

/** The same of a sealed row. */
export const rowSealedUnder = (sealed: Uint8Array): string | null =>
  sealed[0] === 2 ? Buffer.from(sealed.subarray(1, 5)).toString("hex") : null;

/** What sealed bytes begin with, before and since keys have names. */
export const unnamedBytesHead = Buffer.from("RUNGSEAL1");
export const bytesHead = Buffer.from("RUNGSEAL2");

/** The same of sealed bytes. */
export const bytesSealedUnder = (sealed: Uint8Array): string | null => {
  const at = bytesHead.length;
  if (sealed.length < at + 4 || !bytesHead.equals(sealed.subarray(0, at))) return null;
  return Buffer.from(sealed.subarray(at, at + 4)).toString("hex");
};
