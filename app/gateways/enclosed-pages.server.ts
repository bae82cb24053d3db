import { setImmediate } from "node:timers/promises";
import { PDFDocument, type PDFPage } from "pdf-lib";
import { describeBound } from "./bound-pdf.server.ts";
import { takeCopies } from "./exhibit-pages.server.ts";

/** A letter within the drawn file: how many of its pages, and the files behind them by their hashes, in order. */
export type BoundLetter = { pages: number; enclosures: readonly string[] };

/** The bytes of a file; throws where there are none, so that no letter goes out without what it says it encloses. */
export type EnclosedFile = (hash: string) => Promise<Uint8Array>;

type Binding = {
  letters: readonly BoundLetter[];
  read: EnclosedFile;
  title: string;
  language: "en" | "de" | "zh" | undefined;
  dated: Date;
};

/**
 * Puts behind each letter what it encloses, unaltered. What a form's pages are drawn with is in the file once, however many letters enclose it.
 * Equal input gives equal bytes.
 */
export async function withEnclosures(
  drawn: Uint8Array,
  { letters, read, ...described }: Binding,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const bound = await PDFDocument.create({ updateMetadata: false });
  const source = await PDFDocument.load(drawn, { updateMetadata: false });
  const own = await bound.copyPages(source, source.getPageIndices());
  const copies = await copiesFor(bound, letters, read);
  let at = 0;
  for (const { pages, enclosures } of letters) {
    const behind = enclosures.flatMap((hash) => copies.get(hash)?.pop() ?? []);
    for (const page of [...own.slice(at, at + pages), ...behind]) bound.addPage(page);
    at += pages;
    await setImmediate();
  }
  describeBound(bound, described);
  return { bytes: await bound.save(), pages: bound.getPageCount() };
}

/** Each file as often as letters enclose it. */
async function copiesFor(
  bound: PDFDocument,
  letters: readonly BoundLetter[],
  read: EnclosedFile,
): Promise<Map<string, PDFPage[][]>> {
  const times = new Map<string, number>();
  for (const hash of letters.flatMap(({ enclosures }) => enclosures))
    times.set(hash, (times.get(hash) ?? 0) + 1);
  const copies = new Map<string, PDFPage[][]>();
  for (const [hash, often] of times) {
    copies.set(hash, await takeCopies(bound, await read(hash), often));
    await setImmediate();
  }
  return copies;
}

/** How many pages a PDF has that can be printed behind a letter; null where it cannot be read or is encrypted. */
export async function pagesIn(bytes: Uint8Array): Promise<number | null> {
  try {
    const scratch = await PDFDocument.create({ updateMetadata: false });
    const [pages] = await takeCopies(scratch, bytes, 1);
    return pages.length;
  } catch {
    return null;
  }
}
