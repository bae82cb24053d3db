import type { Cell, DocTable, PaperDoc } from "#app/domain/papers/doc.ts";
import { type PaperLanguage, paperAmount, paperDate } from "#app/messages/paper-words.ts";
import {
  faint,
  ink,
  keepTogether,
  legible,
  margin,
  numberPages,
  openPaper,
  type Sheets,
  widthOf,
} from "./paper.server.ts";
import { drawCheck } from "./paper-check.server.ts";

type Drawing = { paper: Sheets; currency: string; language: PaperLanguage };

/** A paper in print, the fonts embedded as subsets. Equal input gives equal bytes: its only date is the paper's own. */
export async function paperPdf(
  doc: PaperDoc,
  { language, dated }: { language: PaperLanguage; dated: Date },
): Promise<Uint8Array> {
  const { title, number, currency } = doc;
  const { paper, close } = await openPaper({ title: `${title} ${number}`, language, dated });
  const drawing = { paper, currency, language };
  paper.font("bold").fontSize(20).fillColor(ink).text(title, margin);
  paper.moveDown(0.6);
  drawParties(paper, doc.parties);
  drawFacts(drawing, doc.facts);
  for (const table of doc.tables) drawTable(drawing, table);
  paper.moveDown(1);
  for (const note of doc.notes) {
    keepTogether(paper, 30);
    paper.font("regular").fontSize(9).fillColor(ink);
    paper.text(legible(paper, note), margin, paper.y, { width: widthOf(paper), lineGap: 1.5 }).moveDown(0.35);
  }
  if (doc.check) drawCheck(paper, doc.check);
  keepTogether(paper, 30);
  paper.moveDown(0.6).font("regular").fontSize(7.5).fillColor(faint);
  paper.text(doc.foot, margin, paper.y, { width: widthOf(paper) });
  numberPages(paper, number);
  return close();
}

function drawParties(paper: Sheets, parties: PaperDoc["parties"]): void {
  if (parties.length === 0) return;
  const gap = 24;
  const width = (widthOf(paper) - gap * (parties.length - 1)) / parties.length;
  const top = paper.y;
  let bottom = top;
  for (const [at, { heading, lines }] of parties.entries()) {
    const x = margin + at * (width + gap);
    paper.font("regular").fontSize(8.5).fillColor(faint).text(heading, x, top, { width });
    paper.fontSize(10).fillColor(ink);
    for (const [nth, line] of lines.entries()) {
      paper.font(nth === 0 ? "bold" : "regular");
      paper.text(legible(paper, line), x, paper.y, { width });
    }
    bottom = Math.max(bottom, paper.y);
  }
  paper.y = bottom;
  paper.moveDown(0.8);
}

function drawFacts({ paper, ...rest }: Drawing, facts: PaperDoc["facts"]): void {
  paper.fontSize(9.5);
  for (const [label, value] of facts) {
    keepTogether(paper, 20);
    const top = paper.y;
    paper.font("regular").fillColor(faint).text(label, margin, top, { width: 150 });
    const below = paper.y;
    paper
      .fillColor(ink)
      .text(legible(paper, shown(value, rest)), margin + 160, top, { width: widthOf(paper) - 160 });
    paper.y = Math.max(below, paper.y) + 2;
  }
}

function shown(cell: Cell, { currency, language }: Omit<Drawing, "paper">): string {
  if (typeof cell === "string") return cell;
  if ("on" in cell) return paperDate(cell.on, language);
  return "count" in cell ? String(cell.count) : paperAmount(cell.minor, currency, language);
}

const pad = 6;

function drawTable(drawing: Drawing, { heading, columns, rows, totals }: DocTable): void {
  const { paper } = drawing;
  keepTogether(paper, 80);
  paper.moveDown(0.8);
  if (heading) {
    paper
      .font("bold")
      .fontSize(11.5)
      .fillColor(ink)
      .text(legible(paper, heading), margin, paper.y, { width: widthOf(paper) });
    paper.moveDown(0.3);
  }
  const head = () =>
    drawRow(
      drawing,
      columns,
      columns.map(({ label }) => label),
      { font: "regular", color: faint },
    );
  head();
  for (const row of rows) drawRow(drawing, columns, row, { font: "regular", color: ink, head });
  for (const row of totals) drawRow(drawing, columns, row, { font: "bold", color: ink, head });
}

type RowStyle = {
  font: "regular" | "bold";
  color: string /** Drawn anew on a new page. */;
  head?: () => void;
};

function drawRow(
  { paper, ...rest }: Drawing,
  columns: DocTable["columns"],
  cells: readonly Cell[],
  { font, color, head }: RowStyle,
): void {
  paper.font(font).fontSize(9);
  const texts = cells.map((cell) => legible(paper, shown(cell, rest)));
  const widths = columns.map(({ share }) => share * widthOf(paper) - pad);
  const height = Math.max(...texts.map((text, at) => paper.heightOfString(text, { width: widths[at] })));
  const pages = paper.bufferedPageRange().count;
  keepTogether(paper, height + 8);
  if (head && paper.bufferedPageRange().count > pages) head();
  const top = paper.y;
  let x = margin;
  paper.font(font).fontSize(9).fillColor(color);
  for (const [at, { align, share }] of columns.entries()) {
    paper.text(texts[at] ?? "", x, top, { width: widths[at], align: align === "end" ? "right" : "left" });
    x += share * widthOf(paper);
  }
  paper.y = top + height + 3;
  paper
    .moveTo(margin, paper.y)
    .lineTo(margin + widthOf(paper), paper.y)
    .lineWidth(0.5)
    .strokeColor("#d9d4c9")
    .stroke();
  paper.y += 4;
  paper.x = margin;
}
