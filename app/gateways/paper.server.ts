import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { PaperSection } from "#app/domain/engagements/contents.ts";

const fontFile = createRequire(import.meta.url).resolve;
const fonts = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};
const read = new Map<string, Promise<Buffer>>();
const fontBytes = (name: string) => {
  const known = read.get(name) ?? readFile(fontFile(name));
  read.set(name, known);
  return known;
};

export type Sheets = PDFKit.PDFDocument;

export const margin = 56;
export const ink = "#1c1b19";
export const faint = "#6b665d";
export const margins = { top: margin, bottom: margin + 16, left: margin, right: margin };
export const widthOf = (paper: Sheets) => paper.page.width - 2 * margin;

/**
 * An empty paper to draw on (A4, Noto Sans SC for Latin and Chinese alike, embedded as a subset). Equal drawings give
 * equal bytes: its only date is the one it is given, and it carries no random id.
 */
export async function openPaper({
  title,
  language,
  dated,
  blank = false,
}: {
  title: string;
  language?: "en" | "zh" | "de";
  dated: Date;
  /** Without a first page: whoever draws adds each. */
  blank?: boolean;
}) {
  const paper: Sheets = new PDFDocument({
    ...{ size: "A4", margins, autoFirstPage: !blank },
    bufferPages: true,
    lang: language === "zh" ? "zh-Hans" : (language ?? "en"),
    info: { Title: title, Producer: "Rung", Creator: "Rung", CreationDate: dated },
  });
  const chunks: Buffer[] = [];
  paper.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => paper.once("end", resolve).once("error", reject));
  paper.registerFont("regular", await fontBytes(fonts.regular));
  paper.registerFont("bold", await fontBytes(fonts.bold));
  const close = async (): Promise<Buffer> => {
    paper.end();
    await ended;
    return Buffer.concat(chunks);
  };
  return { paper, close };
}

export function drawSection(paper: Sheets, { heading, rows, paragraphs }: PaperSection): void {
  keepTogether(paper, 64);
  paper.moveDown(0.9).font("bold").fontSize(11.5).fillColor(ink).text(heading);
  paper.moveDown(0.3).fontSize(9.5);
  for (const [label, value] of rows) {
    keepTogether(paper, 28);
    const top = paper.y;
    paper.font("regular").fillColor(faint).text(label, margin, top, { width: 140 });
    const below = paper.y;
    paper.fillColor(ink).text(legible(paper, value), margin + 150, top, { width: widthOf(paper) - 150 });
    paper.y = Math.max(below, paper.y) + 2;
    paper.x = margin;
  }
  for (const paragraph of paragraphs) {
    paper
      .moveDown(0.25)
      .font("regular")
      .fillColor(ink)
      .text(legible(paper, paragraph), margin, paper.y, { lineGap: 1.5 });
  }
}

/** Starts a page where less than this is left of the present one. */
export function keepTogether(paper: Sheets, points: number): void {
  const { page } = paper;
  if (paper.y + points <= page.height - page.margins.bottom) return;
  paper.addPage({ size: [page.width, page.height], margins: { ...page.margins } });
}

/** The paper's name and the page at the foot of every page that is not flushed yet, once all of it is drawn. */
export function numberPages(paper: Sheets, code: string): void {
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    paper.switchToPage(page);
    const bottom = paper.page.margins.bottom;
    // Text below the margin would start a page of its own.
    paper.page.margins.bottom = 0;
    paper
      .font("regular")
      .fontSize(8)
      .fillColor(faint)
      .text(`${code} · ${page - start + 1} / ${count}`, margin, paper.page.height - 44, { lineBreak: false });
    paper.page.margins.bottom = bottom;
  }
}

/** pdfkit keeps the font it draws with to itself, and nothing else tells which characters that font has. */
type Font = { hasGlyphForCodePoint(point: number): boolean };
type Drawing = { _font: { font: Font } };

/** What each sign looks like in a font: asked once, since letters say the same over and over. */
const lookedUp = new WeakMap<Font, Map<string, string>>();

/**
 * A person's text as the present font can show it: what it has no glyph for, and what would be invisible or turn the
 * direction of writing, is named by its code point.
 */
export function legible(paper: Sheets, text: string): string {
  const { font } = (paper as unknown as Drawing)._font;
  const known = lookedUp.get(font) ?? new Map<string, string>();
  lookedUp.set(font, known);
  let shown = "";
  for (const sign of narrow(text).replace(/\r\n?/g, "\n")) {
    let seen = known.get(sign);
    if (seen === undefined) {
      seen = shownIn(font, sign);
      known.set(sign, seen);
    }
    shown += seen;
  }
  return shown;
}

/** The font draws the curly apostrophe as wide as a Chinese sign: between Latin letters the straight one stands for it. */
const narrow = (text: string) =>
  text.includes("’") ? text.replace(/(?<=\p{Script=Latin})’(?=\p{Script=Latin})/gu, "'") : text;

function shownIn(font: Font, sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  if (sign === "\n" || (!/[\p{C}]/u.test(sign) && font.hasGlyphForCodePoint(point))) return sign;
  return `[U+${point.toString(16).toUpperCase().padStart(4, "0")}]`;
}
