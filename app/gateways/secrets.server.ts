import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hash,
  randomBytes,
  randomFillSync,
  timingSafeEqual,
} from "node:crypto";

import {
  bytesHead,
  bytesSealedUnder,
  derivedKey,
  type KeyRing,
  keyIdOf,
  keyRing,
  type LastingKeys,
  rowSealedUnder,
  sealedUnder,
  unnamedBytesHead,
} from "./key-ring.server.ts";
import { type Signer, signerFrom } from "./signatures.server.ts";

/**
 * Everything that is derived from the application's secret, or from a former one of its ring: what was sealed under any of them is read,
 * and everything new is under the current one.
 */
export type Secrets = {
  /** The ids of the ring's keys, the current one first. */
  ring: readonly string[];
  seal(purpose: string, plain: string): string;
  unseal(purpose: string, sealed: string): string;
  mac(purpose: string, text: string): string;
  /** The digest under every key of the ring, the current one first: what was kept may be any of them. */
  macs(purpose: string, text: string): string[];
  /**
   * Bytes of before each file had a key of its own, sealed for one place (`context`); null for what was not sealed so under a key of the ring, or was changed
   * since.
   */
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
  macs(text: string): string[];
};

type Behind = { former?: readonly string[]; lasting?: LastingKeys };

export function secretsFrom(applicationSecret: string, { former, lasting }: Behind = {}): Secrets {
  const ring = keyRing(applicationSecret, former);
  const { current } = ring;
  const macKeys = (purpose: string): Buffer[] => {
    const kept = lasting?.get(purpose);
    return kept ? [kept] : ring.all.map(({ secret }) => derivedKey(secret, `mac:${purpose}`));
  };
  return {
    ring: ring.all.map(({ id }) => id),
    seal: (purpose, plain) =>
      `v2:${current.id}:${sealBase64(derivedKey(current.secret, `seal:${purpose}`), plain)}`,
    unseal: (purpose, sealed) => unsealText(ring, purpose, sealed),
    mac: (purpose, text) => hmac(macKeys(purpose)[0], text),
    macs: (purpose, text) => macKeys(purpose).map((key) => hmac(key, text)),
    unsealBytes: (purpose, sealed, context) => unsealBytesUnder(ring, purpose, sealed, context),
    signer: (purpose) => signerFrom(derivedKey(current.secret, `sign:${purpose}`)),
    rows: (purpose) => rowSecrets(ring, purpose, macKeys(purpose)),
  };
}

const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest("hex");

/** Reads a text by the key it names; one of before keys had names by whichever opens it. */
function unsealText(ring: KeyRing, purpose: string, sealed: string): string {
  const id = sealedUnder(sealed);
  if (id) {
    const key = derivedKey(ring.named(id), `seal:${purpose}`);
    return unsealBase64(key, sealed.slice(`v2:${id}:`.length));
  }
  return firstThatOpens(ring, (secret) => unsealWith(derivedKey(secret, `seal:${purpose}`), sealed));
}

function firstThatOpens<T>({ all }: KeyRing, open: (secret: string) => T): T {
  for (const { secret } of all.slice(0, -1)) {
    try {
      return open(secret);
    } catch {
      // Not under this one: the next is asked, and the last one says what is wrong.
    }
  }
  return open(all[all.length - 1].secret);
}

/** AES-256-GCM; before the text a version byte, the key's id, nonce and tag. Random nonces are drawn many at a time. */
function rowSecrets(ring: KeyRing, purpose: string, macKeys: readonly Buffer[]): RowSecrets {
  const keys = new Map(ring.all.map(({ id, secret }) => [id, derivedKey(secret, `rows:${purpose}`)]));
  const keyNamed = (id: string) => keys.get(id) ?? derivedKey(ring.named(id), `rows:${purpose}`);
  const sealKey = keyNamed(ring.current.id);
  const head = Buffer.concat([Buffer.from([2]), Buffer.from(ring.current.id, "hex")]);
  const macs = macKeys.map(rowMac);
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
      return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
    },
    unseal(sealed, context) {
      const id = rowSealedUnder(sealed);
      if (id) return unsealRow(keyNamed(id), sealed.subarray(head.length), context);
      if (sealed[0] !== 1) throw new Error("Sealed row of an unknown version");
      return firstThatOpens(ring, (secret) =>
        unsealRow(keyNamed(keyIdOf(secret)), sealed.subarray(1), context),
      );
    },
    mac: macs[0],
    macs: (text) => macs.map((mac) => mac(text)),
  };
}

const unsealRow = (key: Buffer, body: Uint8Array, context: string) =>
  unsealRaw(key, body, context).toString("utf8");

/** Nonce, tag and text. */
function unsealRaw(key: Buffer, body: Uint8Array, context: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, body.subarray(0, 12));
  decipher.setAAD(Buffer.from(context)).setAuthTag(body.subarray(12, 28));
  return Buffer.concat([decipher.update(body.subarray(28)), decipher.final()]);
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

/** AES-256-GCM: a head that names the version and the key, nonce, tag, then the bytes. */
function unsealBytesUnder(
  { all }: KeyRing,
  purpose: string,
  sealed: Uint8Array,
  context: string,
): Buffer | null {
  const id = bytesSealedUnder(sealed);
  const named = id !== null;
  if (!named && !unnamedBytesHead.equals(sealed.subarray(0, unnamedBytesHead.length))) return null;
  const body = sealed.subarray(bytesHead.length + (named ? 4 : 0));
  if (body.length < 28) return null;
  for (const { secret } of all.filter((each) => !named || each.id === id)) {
    try {
      return unsealRaw(derivedKey(secret, `bytes:${purpose}`), body, context);
    } catch {
      // Not under this one, or changed: the next of an unnamed text's keys is asked.
    }
  }
  return null;
}

/** Under a key that is not of the ring: a round's own. */
export const sealWith = (key: Buffer, plain: string): string => `v1:${sealBase64(key, plain)}`;

/** Throws when the text was not sealed with this key or was changed since. */
export function unsealWith(key: Buffer, sealed: string): string {
  if (!sealed.startsWith("v1:")) throw new Error("Sealed text of an unknown version");
  return unsealBase64(key, sealed.slice(3));
}

/** AES-256-GCM with a random nonce: nonce, tag and text. */
function sealBase64(key: Buffer, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
}

function unsealBase64(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

export const newToken = (): string => randomBytes(32).toString("base64url");
export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** Compares what was given with what is right in a time that does not tell where they differ. */
export const sameSecret = (given: string, right: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(right)));
