import { PDFDict, PDFDocument, PDFName, type PDFPage } from "pdf-lib";
import type { UnshownReason } from "#app/domain/bundle/manifest.ts";
import { mediaTypes } from "#app/domain/media-types.ts";
import { ink, legible, openPaper } from "./paper.server.ts";
import { packsTooMuch } from "./pdf-bounds.server.ts";
import { readInThread, readingLimits } from "./reading-thread.server.ts";

export type ExhibitBytes = { bytes: Uint8Array; mediaType: string };
export type Shown = { pages: PDFPage[]; unshown: null } | { pages: null; unshown: UnshownReason };

/** What a reader can be expected to leaf through; the original is in the bundle whatever its size. */
const maxPages = 2_000;
const maxLetters = 100_000;
const maxPixels = 40_000_000;
const maxShownBytes = 100 * 1024 * 1024;

class TooLarge extends Error {}
class OtherType extends Error {}
class Encrypted extends Error {}

/** Takes the exhibits' own pages into the document, each or none of an exhibit; not yet put in their place. */
export async function takePages(into: PDFDocument, exhibits: readonly ExhibitBytes[]): Promise<Shown[]> {
  const shown: Shown[] = [];
  let total = 0;
  for (const exhibit of exhibits) {
    total += exhibit.bytes.length;
    try {
      if (total > maxShownBytes) throw new TooLarge();
      const pages = await pagesOf(into, exhibit);
      for (const page of pages) settle(page);
      shown.push({ pages, unshown: null });
    } catch (error) {
      if (error instanceof TooLarge) total -= exhibit.bytes.length;
      shown.push({ pages: null, unshown: reasonFor(error) });
    }
  }
  return shown;
}

/** Any fault of a foreign file is the file's: whoever reads it is told, and has the original. */
function reasonFor(error: unknown): UnshownReason {
  if (error instanceof TooLarge) return "too_large";
  if (error instanceof OtherType) return "other_type";
  return error instanceof Encrypted ? "encrypted" : "unreadable";
}

function pagesOf(into: PDFDocument, { bytes, mediaType }: ExhibitBytes): Promise<PDFPage[]> {
  switch (mediaType) {
    case mediaTypes.pdf:
      return pdfPages(into, bytes);
    case mediaTypes.text:
      return textPages(into, Buffer.from(bytes).toString("utf8"));
    case mediaTypes.mail:
      return mailPages(into, bytes);
    case mediaTypes.png:
    case mediaTypes.jpeg:
      return imagePage(into, bytes, mediaType);
    default:
      throw new OtherType();
  }
}

/** A PDF's pages so often one after another; what they are drawn with is taken once. Throws where they cannot be shown. */
export async function takeCopies(into: PDFDocument, bytes: Uint8Array, times: number): Promise<PDFPage[][]> {
  const pages = await pdfPages(into, bytes, times);
  for (const page of pages) settle(page);
  const each = pages.length / times;
  return Array.from({ length: times }, (_, at) => pages.slice(at * each, (at + 1) * each));
}

async function pdfPages(into: PDFDocument, bytes: Uint8Array, times = 1): Promise<PDFPage[]> {
  if (packsTooMuch(bytes)) throw new TooLarge();
  const source = await PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    ignoreEncryption: true,
  });
  if (source.isEncrypted) throw new Encrypted();
  let count = 0;
  // A page tree may name the same branch over and over; the walk ends where no reader would follow.
  source.catalog.Pages().traverse((_node, _ref) => {
    count += 1;
    if (count > maxPages * 2) throw new TooLarge();
  });
  const pages = source.getPageIndices();
  if (pages.length > maxPages) throw new TooLarge();
  if (pages.length === 0) throw new Error("No pages");
  return into.copyPages(source, Array.from({ length: times }, () => pages).flat());
}

/** Whoever waits for a bundle waits for each of its e-mails; one that takes longer is made to. */
const mailLimits = { ...readingLimits, ms: 10_000 };

async function mailPages(into: PDFDocument, bytes: Uint8Array): Promise<PDFPage[]> {
  const { pages, failed } = await readInThread(bytes, { as: "mail", limits: mailLimits });
  if (failed) throw new Error(`An e-mail that is ${failed}`);
  return textPages(into, pages.join("\n"));
}

async function textPages(into: PDFDocument, text: string): Promise<PDFPage[]> {
  if (text.length > maxLetters) throw new TooLarge();
  const { paper, close } = await openPaper({ title: "", dated: new Date(0) });
  paper.font("regular").fontSize(9.5).fillColor(ink);
  paper.text(legible(paper, text.replace(/\t/g, "    ")), { lineGap: 1.5 });
  const source = await PDFDocument.load(await close(), { updateMetadata: false });
  return into.copyPages(source, source.getPageIndices());
}

const a4 = { width: 595.28, height: 841.89 };
const frame = 48;

async function imagePage(into: PDFDocument, bytes: Uint8Array, mediaType: string): Promise<PDFPage[]> {
  if (mediaType === mediaTypes.png && pixelsOf(bytes) > maxPixels) throw new TooLarge();
  const image = await (mediaType === mediaTypes.png ? into.embedPng(bytes) : into.embedJpg(bytes));
  await image.embed();
  const room = { width: a4.width - 2 * frame, height: a4.height - 2 * frame };
  const scale = Math.min(room.width / image.width, room.height / image.height, 1);
  const size = { width: image.width * scale, height: image.height * scale };
  const sheet = await PDFDocument.create({ updateMetadata: false });
  sheet.addPage([a4.width, a4.height]);
  const [page] = await into.copyPages(sheet, [0]);
  page.drawImage(image, { x: (a4.width - size.width) / 2, y: a4.height - frame - size.height, ...size });
  return [page];
}

/** Width by height as a PNG's first chunk says (PNG 11.2.2), before anything is unpacked. */
function pixelsOf(bytes: Uint8Array): number {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return head.getUint32(16) * head.getUint32(20);
}

/** Asks a foreign page for all that its number will need, so that what cannot bear one is refused here. */
function settle(page: PDFPage): void {
  placeOfNumber(page);
  page.node.normalize();
  disarm(page);
}

/** An exhibit is looked at and does nothing: what a page or a mark on it would do when opened or clicked stays behind. */
function disarm({ node }: PDFPage): void {
  node.delete(PDFName.of("AA"));
  const marks = node.Annots();
  for (let at = 0; at < (marks?.size() ?? 0); at += 1) {
    const mark = marks?.lookupMaybe(at, PDFDict);
    for (const action of ["A", "AA"]) mark?.delete(PDFName.of(action));
  }
}

/** Where a page's number stands: at the lower left as the page is looked at, however it is turned or cropped. */
export function placeOfNumber(page: PDFPage): { x: number; y: number; turned: number } {
  const { x, y, width, height } = page.getCropBox();
  const turned = ((page.getRotation().angle % 360) + 360) % 360;
  const [right, up] = [24, 14];
  if (turned === 90) return { x: x + width - up, y: y + right, turned };
  if (turned === 180) return { x: x + width - right, y: y + height - up, turned };
  if (turned === 270) return { x: x + up, y: y + height - right, turned };
  return { x: x + right, y: y + up, turned: 0 };
}
