import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { PaperSection, PaperText } from "#app/domain/engagements/contents.ts";

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

const margin = 56;
const ink = "#1c1b19";
const faint = "#6b665d";

export type Paper = { code: string; drawnUpAt: Date; texts: PaperText[] };

/**
 * The engagement as a printable paper (A4, Noto Sans SC for Latin and Chinese alike, embedded as a subset), one
 * text after the other where it is written in two languages. Equal papers give equal bytes: its only date is the one it was drawn up on, and it carries no random id.
 */
export async function engagementPdf({ code, drawnUpAt, texts }: Paper): Promise<Uint8Array> {
  const paper = new PDFDocument({
    size: "A4",
    margins: { top: margin, bottom: margin + 16, left: margin, right: margin },
    bufferPages: true,
    lang: texts[0]?.language === "zh" ? "zh-Hans" : "en",
    info: { Title: `Engagement ${code}`, Producer: "Rung", Creator: "Rung", CreationDate: drawnUpAt },
  });
  const chunks: Buffer[] = [];
  paper.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => paper.once("end", resolve).once("error", reject));
  paper.registerFont("regular", await fontBytes(fonts.regular));
  paper.registerFont("bold", await fontBytes(fonts.bold));

  for (const [at, { title, lead, sections }] of texts.entries()) {
    if (at > 0) paper.addPage();
    paper.font("bold").fontSize(18).fillColor(ink).text(title);
    paper.moveDown(0.4).font("regular").fontSize(9.5).fillColor(faint).text(lead);
    for (const section of sections) drawSection(paper, section);
  }
  numberPages(paper, code);
  paper.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawSection(paper: PDFKit.PDFDocument, { heading, rows, paragraphs }: PaperSection): void {
  keepTogether(paper, 64);
  paper.moveDown(0.9).font("bold").fontSize(11.5).fillColor(ink).text(heading);
  paper.moveDown(0.3).fontSize(9.5);
  for (const [label, value] of rows) {
    keepTogether(paper, 28);
    const top = paper.y;
    paper.font("regular").fillColor(faint).text(label, margin, top, { width: 140 });
    const below = paper.y;
    paper.fillColor(ink).text(value, margin + 150, top, { width: paper.page.width - 2 * margin - 150 });
    paper.y = Math.max(below, paper.y) + 2;
    paper.x = margin;
  }
  for (const paragraph of paragraphs) {
    paper.moveDown(0.25).font("regular").fillColor(ink).text(paragraph, margin, paper.y, { lineGap: 1.5 });
  }
}

/** Starts a page where less than this is left of the present one. */
function keepTogether(paper: PDFKit.PDFDocument, points: number): void {
  if (paper.y + points > paper.page.height - paper.page.margins.bottom) paper.addPage();
}

function numberPages(paper: PDFKit.PDFDocument, code: string): void {
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
      .text(`${code} · ${page + 1} / ${count}`, margin, paper.page.height - 44, { lineBreak: false });
    paper.page.margins.bottom = bottom;
  }
}
