import { createReadStream } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { TableRefused } from "./table-refusal.ts";

/** More than a workbook of a million rows needs, and far less than a bomb unpacks to. */
export const zipBounds = {
  entries: 2_000,
  /** Bytes unpacked, of one entry and so of all that are read. */
  unpacked: 2_000_000_000,
  /** Unpacked bytes for one packed byte; sheets come to ten or twenty. */
  ratio: 200,
  /** Below this a high ratio harms nobody. */
  harmless: 5_000_000,
};

export type ZipEntry = { name: string; method: number; packed: number; unpacked: number; offset: number };

/** Reads a zip's own list of entries, which every reader goes by. Refuses what is encrypted, split, too many or too large. */
export async function zipEntries(file: FileHandle, size: number): Promise<ZipEntry[]> {
  const broken = () => new TableRefused({ kind: "file-zip-broken" });
  const tail = await bytesAt(file, Math.max(0, size - 66_000), Math.min(size, 66_000));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length) throw broken();
  const count = tail.readUInt16LE(end + 10);
  const [length, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count > zipBounds.entries) throw new TableRefused({ kind: "file-zip-bomb" });
  if (start + length > size || length > 10_000_000) throw broken();
  const directory = await bytesAt(file, start, length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let each = 0; each < count; each += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw broken();
    const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
    const [packed, unpacked] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)];
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString("utf8", at + 46, at + 46 + nameLength);
    if (flags & 1 || (method !== 0 && method !== 8)) throw broken();
    if (unpacked > zipBounds.unpacked || isDense(packed, unpacked))
      throw new TableRefused({ kind: "file-zip-bomb" });
    entries.push({ name, method, packed, unpacked, offset: directory.readUInt32LE(at + 42) });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

const isDense = (packed: number, unpacked: number) =>
  unpacked > zipBounds.harmless && unpacked > packed * zipBounds.ratio;

/** One entry's contents as they unpack; ends in a refusal the moment they grow past what they may, whatever the list said. */
export async function entryStream(file: FileHandle, path: string, entry: ZipEntry): Promise<Readable> {
  const local = await bytesAt(file, entry.offset, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50)
    throw new TableRefused({ kind: "file-zip-broken" });
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = createReadStream(path, { start, end: Math.max(start, start + entry.packed - 1) });
  const bounded = boundedBy(entry);
  if (entry.method === 0) return packed.pipe(bounded);
  const inflated = createInflateRaw();
  packed.on("error", (error) => inflated.destroy(error));
  inflated.on("error", () => bounded.destroy(new TableRefused({ kind: "file-zip-broken" })));
  bounded.on("close", () => {
    packed.destroy();
    inflated.destroy();
  });
  return packed.pipe(inflated).pipe(bounded);
}

function boundedBy({ packed }: ZipEntry): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > zipBounds.unpacked || isDense(packed, seen))
        done(new TableRefused({ kind: "file-zip-bomb" }));
      else done(null, chunk);
    },
  });
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
