import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import { type Secrets, sealWith, unsealWith } from "./secrets.server.ts";

/**
 * A round's key: the public half in clear, so that a bid is sealed without opening anything, and the private
 * half (32 bytes, X25519) wrapped by the application secret. Only closing the round unwraps it.
 */
export function newRoundKey(secrets: Secrets): string {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  return `${pointOf(publicKey)}.${secrets.seal("round-key", scalarOf(privateKey))}`;
}

/** `context` names the bid: a sealed text that is moved to another bid does not open. */
export function sealForRound(roundKey: string, context: string, plain: string): string {
  const [point] = split(roundKey);
  const once = generateKeyPairSync("x25519");
  const own = pointOf(once.publicKey);
  const key = shared(once.privateKey, publicFrom(point), `${own}.${point}.${context}`);
  return `${own}.${sealWith(key, plain)}`;
}

/** Opens a round's private half; the result opens its bids. */
export function unwrapRoundKey(
  secrets: Secrets,
  roundKey: string,
): (context: string, sealed: string) => string {
  const [point, wrapped] = split(roundKey);
  const scalar = secrets.unseal("round-key", wrapped);
  const privateKey = createPrivateKey({
    format: "jwk",
    key: { kty: "OKP", crv: "X25519", x: point, d: scalar },
  });
  return (context, sealed) => {
    const [own, body] = split(sealed);
    return unsealWith(shared(privateKey, publicFrom(own), `${own}.${point}.${context}`), body);
  };
}

/** The same key, its private half wrapped under the application's current secret: what bids were sealed for does not change. */
export function wrapAnew(secrets: Secrets, roundKey: string): string {
  const [point, wrapped] = split(roundKey);
  return `${point}.${secrets.seal("round-key", secrets.unseal("round-key", wrapped))}`;
}

/** What a bidder's own copy is sealed for: a key of the organisation's, so that it can read and revise its bid. */
export const bidderPurpose = (orgId: string) => `bid:${orgId}`;

const pointOf = (key: KeyObject) => key.export({ format: "jwk" }).x ?? "";
const scalarOf = (key: KeyObject) => key.export({ format: "jwk" }).d ?? "";
const publicFrom = (point: string) =>
  createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "X25519", x: point } });

/** X25519 and HKDF-SHA256 (RFC 7748, RFC 5869), both points bound into the key as in HPKE (RFC 9180). */
const shared = (privateKey: KeyObject, publicKey: KeyObject, info: string): Buffer =>
  Buffer.from(hkdfSync("sha256", diffieHellman({ privateKey, publicKey }), "rung-round", info, 32));

function split(text: string): [string, string] {
  const at = text.indexOf(".");
  if (at < 0) throw new Error("Not a round's key or a text sealed with one");
  return [text.slice(0, at), text.slice(at + 1)];
}
