import { z } from "zod";
import { packIds } from "#app/domain/law/pack.ts";
import { stages } from "#app/domain/law/types.ts";

/** Rises when a reader of the former format would misread the new one. */
export const formatVersion = 1;

export const hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const path = z
  .string()
  .regex(/^(?:[a-z]+\.(?:pdf|jsonl|json)|exhibits\/\d{3}-[A-Za-z0-9._-]+|stamps\/\d{3}\.tst)$/);

/** Why an exhibit has no pages of its own in `bundle.pdf`, only a sheet that names it. */
export const unshownReasons = ["unreadable", "encrypted", "other_type", "too_large"] as const;
export type UnshownReason = (typeof unshownReasons)[number];

const Exhibit = z.strictObject({
  number: z.int().min(1).describe("Counts from 1 in the order in which the evidence was added"),
  id: z.uuid().describe("The evidence item that events name in `payload.evidenceIds`"),
  file: path.describe("The original, byte for byte"),
  sha256: hex,
  size: count,
  kind: z.string(),
  title: z.string(),
  fileName: z.string().describe("The name it was handed in under"),
  mediaType: z.string(),
  addedAt: z.iso.datetime(),
  sheet: z.int().min(1).describe("Page of `bundle.pdf` on which it is introduced"),
  pages: z
    .strictObject({ first: z.int().min(1), last: z.int().min(1) })
    .nullable()
    .describe("Its own pages in `bundle.pdf`; null where it cannot be shown as pages"),
  unshown: z.enum(unshownReasons).nullable(),
  stamp: z
    .strictObject({
      file: path.describe("The time authority's token over the original (RFC 3161, DER)"),
      at: z.iso.datetime().describe("The time the token bears"),
      by: z.string().describe("Name of the authority in its certificate"),
    })
    .optional()
    .describe("Absent where no time authority has stamped it"),
});
export type Exhibit = z.infer<typeof Exhibit>;

const BundledFile = z.strictObject({ path, size: count, sha256: hex });
export type BundledFile = z.infer<typeof BundledFile>;

/** `manifest.json`: what is in the bundle and where it stands; the signature is over its bytes. */
export const Manifest = z.strictObject({
  format: z.literal("rung-evidence-bundle"),
  version: z.literal(formatVersion),
  case: z.strictObject({
    id: z.uuid(),
    code: z.string(),
    jurisdiction: z.string(),
    stage: z.enum(stages).describe("Where the case stands after the last event"),
  }),
  pack: z.strictObject({
    id: z.enum(packIds),
    version: z.string(),
    signedOffBy: z.string().nullable().describe("Counsel who signed this version; null where nobody did"),
    signedOffOn: z.iso.date().nullable(),
  }),
  language: z.enum(["en", "zh"]).describe("Of `bundle.pdf`"),
  head: z.strictObject({
    seq: z.int().min(1).describe("Number of the last event, and of all events"),
    hash: hex.describe("Hash of the last event: everything before it hangs on it"),
    recordedAt: z.iso.datetime(),
  }),
  made: z.strictObject({
    by: z.strictObject({ role: z.string(), userId: z.uuid().nullable(), orgId: z.uuid().nullable() }),
    on: z.iso.date().describe("Day in UTC by the product's clock"),
  }),
  pages: z.int().min(1).describe("Of `bundle.pdf`"),
  exhibits: z.array(Exhibit),
  stamp: z
    .literal("stamp.json")
    .optional()
    .describe("Where a time authority's token over this file is; absent where none was had"),
  files: z
    .array(BundledFile)
    .describe("Every other file but signature and stamp, in the order of the archive"),
});
export type Manifest = z.infer<typeof Manifest>;

/** `signature.json`: Ed25519 over the bytes of `manifest.json`. */
export const Signature = z.strictObject({
  algorithm: z.literal("Ed25519"),
  over: z.literal("manifest.json"),
  publicKey: z.string().describe("SubjectPublicKeyInfo (RFC 8410), base64"),
  fingerprint: hex.describe("SHA-256 of the key's DER bytes"),
  signature: z.string().describe("64 bytes, base64"),
});
export type Signature = z.infer<typeof Signature>;

/** `stamp.json`: a time authority's token over the SHA-256 of `manifest.json`, and the maker's word that it was put there by whoever signed. */
export const BundleStamp = z.strictObject({
  over: z.literal("manifest.json"),
  token: z.base64().describe("RFC 3161 token, DER, base64"),
  signature: z.string().describe("Ed25519 of `signature.json`'s key over the token's bytes, base64"),
});
export type BundleStamp = z.infer<typeof BundleStamp>;

/** Where the token of an exhibit lies. */
export const stampFile = (number: number) => `stamps/${String(number).padStart(3, "0")}.tst`;
