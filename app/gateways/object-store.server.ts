import { addAbortSignal, type Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Shelf } from "./documents.server.ts";

export type ObjectStoreSettings = {
  /** Absent: Amazon's own for the region. */
  endpoint?: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Until a call is given up, its body included. */
  timeoutMs?: number;
};

/**
 * A bucket of any store that speaks S3. Named by its own address rather than a host of its own, with the checksums every such store
 * knows: what is read is held against its hash by `documentStore`, and what is sent by its signature (SigV4 signs the body's SHA-256).
 * The key must be allowed to list the bucket: else an absent object is answered as forbidden, and nothing can be kept.
 */
export function objectShelf({ timeoutMs = 20_000, ...settings }: ObjectStoreSettings): Shelf {
  const { bucket: Bucket } = settings;
  let opened: ReturnType<typeof open> | null = null;
  const bucket = () => {
    opened ??= open(settings, timeoutMs);
    return opened;
  };
  return {
    async put(name, bytes, { onlyIfAbsent }) {
      const { client, PutObjectCommand } = await bucket();
      const object = { Bucket, Key: keyOf(name), Body: bytes, ContentType: "application/octet-stream" };
      const command = new PutObjectCommand({ ...object, ...(onlyIfAbsent ? { IfNoneMatch: "*" } : {}) });
      try {
        await client.send(command, { abortSignal: AbortSignal.timeout(timeoutMs) });
      } catch (error) {
        if (!(onlyIfAbsent && isThere(error))) throw error;
      }
    },
    async get(name) {
      const { client, GetObjectCommand, NoSuchKey } = await bucket();
      const abortSignal = AbortSignal.timeout(timeoutMs);
      try {
        const command = new GetObjectCommand({ Bucket, Key: keyOf(name) });
        const { Body } = await client.send(command, { abortSignal });
        return await buffer(addAbortSignal(abortSignal, Body as Readable));
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async remove(name) {
      const { client, DeleteObjectCommand } = await bucket();
      const command = new DeleteObjectCommand({ Bucket, Key: keyOf(name) });
      await client.send(command, { abortSignal: AbortSignal.timeout(timeoutMs) });
    },
  };
}

/** The SDK is loaded when a bucket is first used: a start without one does not wait for it. */
async function open(
  { endpoint, region, accessKeyId, secretAccessKey }: ObjectStoreSettings,
  timeoutMs: number,
) {
  const { S3Client, ...sdk } = await import("@aws-sdk/client-s3");
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 2,
    requestHandler: { connectionTimeout: Math.min(timeoutMs, 5_000) },
  });
  return { ...sdk, client };
}

const keyOf = (name: string) => `documents/${name.slice(0, 2)}/${name}`;

/** Put by somebody else a moment ago (412), or being put at this one (409): the same bytes, by their name. */
function isThere(error: unknown): boolean {
  const { httpStatusCode } = (error as { $metadata?: { httpStatusCode?: number } }).$metadata ?? {};
  return httpStatusCode === 409 || httpStatusCode === 412;
}
