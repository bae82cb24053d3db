import { unzipSync, zipSync } from "fflate";
import { err, ok, type Result } from "#app/domain/result.ts";

export type Entry = { path: string; bytes: Uint8Array };
export type ZipFlaw = { where: string; what: string };

/** A case has far fewer files; more than this is none of ours. */
const maxEntries = 1_000;
const safePath = /^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * One archive in exactly one form: the entries in the order given, stored and not compressed, all of one day. Equal
 * entries give equal bytes on every machine, so that a reader can make the archive again and compare.
 *
 * @param on civil date `YYYY-MM-DD` that the entries bear
 */
export function zipOf(entries: readonly Entry[], on: string): Uint8Array {
  const [year, month, day] = on.split("-").map(Number);
  // The archive keeps local time: noon is noon of that day in every zone.
  const mtime = new Date(year, month - 1, day, 12);
  return zipSync(Object.fromEntries(entries.map(({ path, bytes }) => [path, bytes])), { level: 0, mtime });
}

/** The entries of an archive in their order. Reads nothing that is compressed, named twice, or leads elsewhere. */
export function unzip(zip: Uint8Array): Result<Entry[], ZipFlaw[]> {
  try {
    const listed = list(zip);
    if (listed.flaws.length > 0) return err(listed.flaws);
    const files = unzipSync(zip);
    return ok(listed.paths.map((path) => ({ path, bytes: files[path] ?? new Uint8Array() })));
  } catch {
    return err([{ where: "the archive", what: "no zip file, or its table of contents is broken" }]);
  }
}

/** What the table of contents says, before a byte is taken out: stored entries never give more than the file holds. */
function list(zip: Uint8Array): { paths: string[]; flaws: ZipFlaw[] } {
  const flaws: ZipFlaw[] = [];
  const paths = new Set<string>();
  let total = 0;
  unzipSync(zip, {
    filter: ({ name, size, originalSize, compression }) => {
      if (paths.size >= maxEntries || flaws.length >= maxEntries) throw new Error("Too many entries");
      const where = JSON.stringify(name);
      if (!safePath.test(name))
        flaws.push({ where, what: "a name that leads out of the folder, or is none of ours" });
      else if (paths.has(name)) flaws.push({ where: name, what: "twice in the archive" });
      if (compression !== 0 || size !== originalSize)
        flaws.push({ where, what: "compressed; a bundle never is" });
      total += size;
      paths.add(name);
      return false;
    },
  });
  if (!(total <= zip.length)) flaws.push({ where: "the archive", what: "its entries overlap" });
  return { paths: [...paths], flaws };
}

/** Where an archive is not the one its entries make; null where every byte is. */
export function strayByte(zip: Uint8Array, entries: readonly Entry[], on: string): ZipFlaw | null {
  const made = bearable(on) ? zipOf(entries, on) : new Uint8Array();
  if (Buffer.compare(made, zip) === 0) return null;
  const at = firstDifference(made, zip);
  return { where: placeOf(entries, at), what: `not as the product writes it, at byte ${at} of the archive` };
}

/** An archive keeps its years in seven bits from 1980 on (PKWARE APPNOTE 4.4.6). */
const bearable = (on: string) => on >= "1980-01-01" && on < "2100-01-01";

function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) if (one[at] !== other[at]) return at;
  return shorter;
}

/** Bytes of an entry's own header (PKWARE APPNOTE 4.3.7), before its name. */
const headBytes = 30;

function placeOf(entries: readonly Entry[], at: number): string {
  let end = 0;
  for (const { path, bytes } of entries) {
    end += headBytes + path.length + bytes.length;
    if (at < end) return path;
  }
  return "the archive's table of contents";
}
