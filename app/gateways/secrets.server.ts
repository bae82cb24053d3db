import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  randomFillSync,
  timingSafeEqual,
} from "node:crypto";

import { type Signer, signerFrom } from "./signatures.server.ts";

/**
 * Everything that is derived from the application's one secret. Each purpose has a key of its own
 * (HKDF-SHA256, RFC 5869), so that one leak does not open another room.
 */
export type Secrets = {
  seal(purpose: string, plain: string): string;
  unseal(purpose: string, sealed: string): string;
  mac(purpose: string, text: string): string;
  /** Bytes sealed for one place (`context`): moved elsewhere they do not open. */
  sealBytes(purpose: string, plain: Uint8Array, context: string): Buffer;
  /** Null for what was not sealed with this purpose and context, or was changed since. */
  unsealBytes(purpose: string, sealed: Uint8Array, context: string): Buffer | null;
  signer(purpose: string): Signer;
  /** The same for many rows: each key is derived once, and texts are kept as bytes. */
  rows(purpose: string): RowSecrets;
};

/** `context` is bound into what is sealed: moved to another row it does not open. */
export type RowSecrets = {
  seal(plain: string, context: string): Buffer;
  unseal(sealed: Uint8Array, context: string): string;
  /** What `mac` of the same purpose gives. */
  mac(text: string): string;
};

export function secretsFrom(applicationSecret: string): Secrets {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", applicationSecret, "rung", purpose, 32));
  return {
    seal: (purpose, plain) => sealWith(keyFor(`seal:${purpose}`), plain),
    unseal: (purpose, sealed) => unsealWith(keyFor(`seal:${purpose}`), sealed),
    mac: (purpose, text) =>
      createHmac("sha256", keyFor(`mac:${purpose}`))
        .update(text)
        .digest("hex"),
    sealBytes: (purpose, plain, context) => sealBytesWith(keyFor(`bytes:${purpose}`), plain, context),
    unsealBytes: (purpose, sealed, context) => unsealBytesWith(keyFor(`bytes:${purpose}`), sealed, context),
    signer: (purpose) => signerFrom(keyFor(`sign:${purpose}`)),
    rows: (purpose) => rowSecrets(keyFor(`rows:${purpose}`), keyFor(`mac:${purpose}`)),
  };
}

/** AES-256-GCM, a version byte, nonce and tag before the text; random nonces are drawn many at a time. */
function rowSecrets(sealKey: Buffer, macKey: Buffer): RowSecrets {
  const nonces = Buffer.alloc(12 * 512);
  let used = nonces.length;
  return {
    seal(plain, context) {
      if (used >= nonces.length) {
        randomFillSync(nonces);
        used = 0;
      }
      const nonce = nonces.subarray(used, used + 12);
      used += 12;
      const cipher = createCipheriv("aes-256-gcm", sealKey, nonce);
      cipher.setAAD(Buffer.from(context));
      const body = cipher.update(plain, "utf8");
      cipher.final();
      return Buffer.concat([rowVersion, nonce, cipher.getAuthTag(), body]);
    },
    unseal(sealed, context) {
      if (sealed[0] !== rowVersion[0]) throw new Error("Sealed row of an unknown version");
      const decipher = createDecipheriv("aes-256-gcm", sealKey, sealed.subarray(1, 13));
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString("utf8");
    },
    mac: rowMac(macKey),
  };
}

/**
 * HMAC-SHA256 (RFC 2104) by two hashes of one call each: for texts of a few dozen bytes an `Hmac` object costs twice as much as
 * all the hashing.
 */
function rowMac(key: Buffer): (text: string) => string {
  const block = 64;
  const padded = (pad: number) => Buffer.alloc(block, pad).map((byte, at) => byte ^ (key[at] ?? 0));
  const [innerPad, outerPad] = [padded(0x36), padded(0x5c)];
  const inner = Buffer.alloc(block + 4_096);
  inner.set(innerPad);
  const outer = Buffer.alloc(block + 32);
  outer.set(outerPad);
  return (text) => {
    const given =
      text.length * 3 <= inner.length - block
        ? inner.subarray(0, block + inner.write(text, block))
        : Buffer.concat([innerPad, Buffer.from(text)]);
    outer.write(hash("sha256", given), block, "hex");
    return hash("sha256", outer);
  };
}

const rowVersion = Buffer.from([1]);

/** AES-256-GCM with a random nonce; the result names its version so that keys can be rotated later. */
export function sealWith(key: Buffer, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `v1:${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64")}`;
}

/** Throws when the text was not sealed with this key or was changed since. */
export function unsealWith(key: Buffer, sealed: string): string {
  if (!sealed.startsWith("v1:")) throw new Error("Sealed text of an unknown version");
  const bytes = Buffer.from(sealed.slice(3), "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

const bytesHead = Buffer.from("RUNGSEAL1");

/** AES-256-GCM: a head that names the version, nonce, tag, then the bytes. */
function sealBytesWith(key: Buffer, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([bytesHead, nonce, cipher.getAuthTag(), body]);
}

function unsealBytesWith(key: Buffer, sealed: Uint8Array, context: string): Buffer | null {
  const at = bytesHead.length;
  if (sealed.length < at + 28 || !bytesHead.equals(sealed.subarray(0, at))) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(at, at + 12));
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(at + 12, at + 28));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(at + 28)), decipher.final()]);
  } catch {
    return null;
  }
}

export const newToken = (): string => randomBytes(32).toString("base64url");
export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** Compares what was given with what is right in a time that does not tell where they differ. */
export const sameSecret = (given: string, right: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(right)));
