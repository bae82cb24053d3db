import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";
import type { PaperSection } from "#app/domain/engagements/contents.ts";
import { describeBound } from "./bound-pdf.server.ts";
import { type ExhibitBytes, placeOfNumber, type Shown, takePages } from "./exhibit-pages.server.ts";
import {
  drawSection,
  faint,
  ink,
  keepTogether,
  legible,
  margin,
  openPaper,
  type Sheets,
  widthOf,
} from "./paper.server.ts";

/** One event of the chronology in the reader's words. */
export type ChronologyEntry = { title: string; blocked: boolean; meta: string; lines: string[] };
/** One exhibit of the index; the page is written when it is known. */
export type IndexEntry = { number: string; title: string; meta: string; hash: string };

/** What the bundle's own pages say. */
export type BundleWords = {
  code: string;
  language: "en" | "zh";
  dated: Date;
  title: string;
  lead: string;
  sections: PaperSection[];
  index: { heading: string; page: string; none: string; entries: IndexEntry[] };
  chronology: { heading: string; lead: string; entries: ChronologyEntry[] };
  /** One a exhibit, in order. */
  sheets: { heading: string; rows: [string, string][]; paragraph: string }[];
};

export type Outcome =
  | { pages: number; unshown: null }
  | { pages: null; unshown: NonNullable<Shown["unshown"]> };
export type Placed = {
  sheet: number;
  pages: { first: number; last: number } | null;
  unshown: Shown["unshown"];
};
export type BoundBundle = { bytes: Uint8Array; pages: number; placed: Placed[] };

/**
 * The bundle as one paper: cover, index, chronology, then each exhibit behind a sheet that introduces it, all pages
 * numbered through. `words` is asked once it is known which exhibits can be shown. Equal input gives equal bytes.
 */
export async function bundlePdf(
  exhibits: readonly ExhibitBytes[],
  words: (outcomes: Outcome[]) => BundleWords,
): Promise<BoundBundle> {
  const bundle = await PDFDocument.create({ updateMetadata: false });
  const shown = await takePages(bundle, exhibits);
  const said = words(shown.map(outcomeOf));
  const own = await drawOwnPages(said, shown);
  const source = await PDFDocument.load(own.bytes, { updateMetadata: false });
  const drawn = await bundle.copyPages(source, source.getPageIndices());
  const front = drawn.slice(0, drawn.length - shown.length);
  for (const page of front) bundle.addPage(page);
  for (const [at, { pages }] of shown.entries()) {
    for (const page of [drawn[front.length + at], ...(pages ?? [])]) bundle.addPage(page);
  }
  await numberPages(bundle, said.code);
  describeBound(bundle, said);
  return { bytes: await bundle.save(), pages: bundle.getPageCount(), placed: own.placed };
}

const outcomeOf = (shown: Shown): Outcome =>
  shown.pages ? { pages: shown.pages.length, unshown: null } : { pages: null, unshown: shown.unshown };

async function numberPages(bundle: PDFDocument, code: string): Promise<void> {
  const font = await bundle.embedFont(StandardFonts.Helvetica);
  const pages = bundle.getPages();
  for (const [at, page] of pages.entries()) numberPage(page, font, `${code} · ${at + 1} / ${pages.length}`);
}

function numberPage(page: PDFPage, font: PDFFont, text: string): void {
  const { turned, ...place } = placeOfNumber(page);
  page.drawText(text, { ...place, font, size: 8, rotate: degrees(turned), color: rgb(0.11, 0.1, 0.1) });
}

/** Cover, index, chronology and the sheets, without the exhibits' own pages. */
async function drawOwnPages(words: BundleWords, shown: readonly Shown[]) {
  const { paper, close } = await openPaper({
    title: words.title,
    language: words.language,
    dated: words.dated,
  });
  drawCover(paper, words);
  const index = drawIndex(paper, words.index);
  drawChronology(paper, words.chronology);
  const front = paper.bufferedPageRange().count;
  for (const sheet of words.sheets) drawSheet(paper, sheet);
  const placed = placeAll(front, shown);
  for (const [at, { page, y }] of index.entries()) {
    paper.switchToPage(page);
    paper.font("regular").fontSize(9.5).fillColor(ink);
    paper.text(String(placed[at].sheet), margin + widthOf(paper) - 60, y, { width: 60, align: "right" });
  }
  return { bytes: await close(), placed };
}

function placeAll(front: number, shown: readonly Shown[]): Placed[] {
  let page = front;
  return shown.map(({ pages, unshown }) => {
    const sheet = page + 1;
    page = sheet + (pages?.length ?? 0);
    return { sheet, pages: pages ? { first: sheet + 1, last: page } : null, unshown };
  });
}

function drawCover(paper: Sheets, { title, lead, sections }: BundleWords): void {
  paper.font("bold").fontSize(18).fillColor(ink).text(title);
  paper.moveDown(0.4).font("regular").fontSize(9.5).fillColor(faint).text(lead);
  for (const section of sections) drawSection(paper, legibleSection(paper, section));
}

function legibleSection(paper: Sheets, { heading, rows, paragraphs }: PaperSection): PaperSection {
  paper.font("regular");
  return { heading, rows: rows.map(([label, value]) => [label, legible(paper, value)]), paragraphs };
}

function heading(paper: Sheets, text: string): void {
  keepTogether(paper, 90);
  paper.moveDown(1.2).font("bold").fontSize(14).fillColor(ink).text(text, margin);
  paper.moveDown(0.4);
}

/** Where each exhibit's page number is to be written. */
function drawIndex(paper: Sheets, { heading: title, page, none, entries }: BundleWords["index"]) {
  heading(paper, title);
  paper.font("regular").fontSize(9.5).fillColor(faint);
  if (entries.length === 0) {
    paper.text(none);
    return [];
  }
  paper.text(page, margin, paper.y, { width: widthOf(paper), align: "right" });
  return entries.map(({ number, title: name, meta, hash }) => {
    keepTogether(paper, 56);
    const y = paper.y;
    const at = paper.bufferedPageRange().count - 1;
    const column = { width: widthOf(paper) - 110 };
    paper.font("bold").fontSize(9.5).fillColor(ink).text(number, margin, y, { width: 40 });
    paper.text(legible(paper, name), margin + 40, y, column);
    paper.font("regular").fontSize(8).fillColor(faint);
    paper.text(legible(paper, meta), column);
    paper.text(hash, column).moveDown(0.6);
    return { page: at, y };
  });
}

function drawChronology(paper: Sheets, { heading: title, lead, entries }: BundleWords["chronology"]): void {
  heading(paper, title);
  paper.font("regular").fontSize(9.5).fillColor(faint).text(lead, margin);
  for (const { title: what, blocked, meta, lines } of entries) {
    keepTogether(paper, 44);
    paper
      .moveDown(0.7)
      .font("bold")
      .fontSize(10)
      .fillColor(blocked ? "#9c2b20" : ink)
      .text(legible(paper, what), margin);
    paper.font("regular").fontSize(8).fillColor(faint).text(legible(paper, meta));
    paper.fontSize(9).fillColor(ink);
    for (const line of lines)
      paper.text(legible(paper, line), margin + 12, paper.y, { width: widthOf(paper) - 12 });
  }
}

/** One page, whatever somebody named the exhibit: what does not fit is cut, and is in the manifest in full. */
function drawSheet(paper: Sheets, { heading: title, rows, paragraph }: BundleWords["sheets"][number]): void {
  paper.addPage();
  paper
    .font("bold")
    .fontSize(22)
    .fillColor(ink)
    .text(title, margin, margin + 120, { height: 60, ellipsis: true });
  paper.moveDown(0.8);
  for (const [label, value] of rows) {
    const top = paper.y;
    paper.font("regular").fontSize(10).fillColor(faint).text(label, margin, top, { width: 140 });
    const below = paper.y;
    const room = { width: widthOf(paper) - 150, height: 46, ellipsis: true };
    paper.fillColor(ink).text(legible(paper, value), margin + 150, top, room);
    paper.y = Math.max(below, paper.y) + 4;
  }
  paper.moveDown(1).text(paragraph, margin, paper.y, { width: widthOf(paper), height: 80, ellipsis: true });
}
