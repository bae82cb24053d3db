import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import type { ObjectStoreSettings } from "#app/gateways/object-store.server.ts";

export type ObjectServer = { settings: ObjectStoreSettings; close(): Promise<void> };

/** A server that speaks S3, with a bucket, on a port of its own. */
export async function anObjectServer(): Promise<ObjectServer> {
  const directory = mkdtempSync(join(tmpdir(), "rung-s3-"));
  const bucket = "rung-documents";
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: "us-east-1",
      bucket,
      accessKeyId: "S3RVER",
      secretAccessKey: "S3RVER",
    },
    async close() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
