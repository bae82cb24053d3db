import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Lays an uploaded file where a table can be read anew from its start, and takes it away afterwards whatever happens. */
export async function withUploadedFile<T>(file: File, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "rung-upload-"));
  const path = join(folder, "file");
  try {
    await pipeline(Readable.from(file.stream()), createWriteStream(path, { mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
