import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export type LaidFile = { path: string; remove: () => Promise<void> };

/** Lays an uploaded file where a table can be read anew from its start. Whoever asked for it takes it away again. */
export async function layUploadedFile(file: File): Promise<LaidFile> {
  const folder = await mkdtemp(join(tmpdir(), "rung-upload-"));
  const path = join(folder, "file");
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(Readable.from(file.stream()), createWriteStream(path, { mode: 0o600 }));
    return { path, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
