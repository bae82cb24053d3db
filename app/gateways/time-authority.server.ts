import { randomBytes, X509Certificate } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { MessageImprint, PKIStatus, TimeStampReq, TimeStampResp } from "@peculiar/asn1-tsp";
import { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import { readStamp, type Stamp } from "./time-stamp-token.server.ts";

/** Who stamps time, and the roots that such a stamp must lead to, in PEM; `failed` is told why there was none. */
export type TimeAuthority = {
  url: string;
  roots: readonly string[];
  timeoutMs?: number;
  failed?: (answer: string) => void;
};

/** Nothing but a token that holds is one; why there is none is for the operator to read, and it is asked for again. */
export type Stamped = { kind: "stamped"; token: Buffer; stamp: Stamp } | { kind: "none"; answer: string };

const mostBytes = 256 * 1024;

/** Has a hash stamped (RFC 3161 3.4). It is all that the authority learns. */
export async function stampHash(authority: TimeAuthority, sha256: string): Promise<Stamped> {
  const got = await asked(authority, sha256);
  if (got.kind === "none") authority.failed?.(got.answer);
  return got;
}

async function asked({ url, roots, timeoutMs = 20_000 }: TimeAuthority, sha256: string): Promise<Stamped> {
  const nonce = freshNonce();
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/timestamp-query",
        accept: "application/timestamp-reply",
        // It is asked rarely, and a connection kept open could be closed by it in the very moment of the next question.
        connection: "close",
      },
      body: queryFor(sha256, nonce),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) return none(`HTTP ${answer.status}`);
    const reply = AsnConvert.parse(await bytesOf(answer), TimeStampResp);
    const { status, statusString } = reply.status;
    if (status !== PKIStatus.granted && status !== PKIStatus.grantedWithMods)
      return none(`refused with status ${status} ${[...(statusString ?? [])].join(" ")}`);
    if (!reply.timeStampToken) return none("granted, and no token");
    const token = Buffer.from(AsnConvert.serialize(reply.timeStampToken));
    const read = readStamp(token, { sha256, nonce, roots });
    return read.ok ? { kind: "stamped", token, stamp: read.value } : none(`a token that is ${read.error}`);
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    return none(cause instanceof Error ? `${message}: ${cause.message}` : message);
  }
}

const none = (answer: string): Stamped => ({ kind: "none", answer: answer.trim().slice(0, 300) });

function queryFor(sha256: string, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    AsnConvert.serialize(
      new TimeStampReq({
        messageImprint: new MessageImprint({
          hashAlgorithm: new AlgorithmIdentifier({ algorithm: "2.16.840.1.101.3.4.2.1", parameters: null }),
          hashedMessage: new OctetString(Buffer.from(sha256, "hex")),
        }),
        nonce: Uint8Array.from(nonce).buffer,
        certReq: true,
      }),
    ),
  );
}

/** Sixteen bytes as a whole number above nought that is written in one way alone. */
function freshNonce(): Uint8Array {
  const nonce = randomBytes(16);
  nonce[0] = (nonce[0] & 0x7f) | 0x40;
  return nonce;
}

async function bytesOf({ body }: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > mostBytes) throw new Error("an answer too long to be a time stamp");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The certificates of a PEM file, each on its own; throws where it holds none, or one that cannot be read. */
export function rootsIn(pem: string): string[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new Error("There is no certificate in it.");
  return found.map((each) => new X509Certificate(each).toString());
}
