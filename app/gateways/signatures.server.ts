import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** Signs in the name of one purpose. Equal secrets make equal keys, so a restart changes nobody's fingerprint. */
export type Signer = {
  /** SubjectPublicKeyInfo (RFC 8410), base64. */
  publicKey: string;
  /** SHA-256 of that key's DER bytes. */
  fingerprint: string;
  /** Ed25519 (RFC 8032) over the bytes, base64. Deterministic: equal bytes, equal signature. */
  sign(bytes: Uint8Array): string;
};

/** PKCS #8 around a 32-byte Ed25519 seed (RFC 8410 section 7). */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

export function signerFrom(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: "der", type: "pkcs8" });
  const publicKey = derOf(createPublicKey(key));
  return {
    publicKey: publicKey.toString("base64"),
    fingerprint: hashOf(publicKey),
    sign: (bytes) => sign(null, bytes, key).toString("base64"),
  };
}

const derOf = (key: KeyObject) => key.export({ format: "der", type: "spki" });

type Signed = { publicKey: string; signature: string };

/** Whether the key signed these very bytes. A text that only decodes to the key or the signature is neither. */
export function isSignedBy({ publicKey, signature }: Signed, bytes: Uint8Array): boolean {
  const [der, signed] = [Buffer.from(publicKey, "base64"), Buffer.from(signature, "base64")];
  if (der.toString("base64") !== publicKey || signed.toString("base64") !== signature) return false;
  try {
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" && verify(null, bytes, key, signed);
  } catch {
    return false;
  }
}

const hashOf = (der: Uint8Array) => createHash("sha256").update(der).digest("hex");

export const fingerprintOf = (publicKey: string): string => hashOf(Buffer.from(publicKey, "base64"));

/** The fingerprint a text names, as 64 hexadecimal digits or as a public key in PEM; null for anything else. */
export function fingerprintIn(text: string): string | null {
  const plain = text
    .replace(/^sha-?256:/i, "")
    .replace(/[\s:]/g, "")
    .toLowerCase();
  if (/^[0-9a-f]{64}$/.test(plain)) return plain;
  try {
    return hashOf(derOf(createPublicKey(text)));
  } catch {
    return null;
  }
}
