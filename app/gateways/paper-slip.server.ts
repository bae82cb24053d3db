import type { Slip, SlipLine } from "#app/domain/contact/slip.ts";
import { faint, ink, keepTogether, legible, margin, type Sheets, widthOf } from "./paper.server.ts";

const side = 8;
const beside = 15;
const between = 4;
const apart = 24;
/** From the line where it is cut to the form's title. */
const head = 26;

type Placed = SlipLine & { left: number; width: number; height: number };

/** A form below a dashed line at the foot of a sheet, whole on one; its boxes are drawn, since no font is asked for them. */
export function drawSlip(paper: Sheets, slip: Slip): void {
  paper.font("regular").fontSize(9);
  const column = (widthOf(paper) - apart) / 2;
  const ends = [slip.from, slip.to].map(({ title, lines }) => ({
    title,
    text: legible(paper, lines.join("\n")),
  }));
  const lines = slip.lines.map((line) => placed(paper, line));
  const tall = Math.max(...ends.map(({ text }) => paper.heightOfString(text, { width: column })));
  const row = paper.currentLineHeight(true);
  const height =
    lines.reduce((sum, line) => sum + line.height + between, head + 2 * row + between + 12) + tall;
  keepTogether(paper, height + 12);
  const foot = paper.page.height - paper.page.margins.bottom;
  // On a sheet of its own it stands at the top.
  const isAlone = paper.y <= paper.page.margins.top;
  paper.y = isAlone ? paper.y : foot - height;
  drawCut(paper, slip.cut);
  paper.font("bold").fontSize(10.5).fillColor(ink).text(legible(paper, slip.title), margin, paper.y);
  paper.y += between;
  for (const line of lines) drawLine(paper, line);
  const top = paper.y + 6;
  for (const [at, { title, text }] of ends.entries()) {
    const left = margin + at * (column + apart);
    paper.font("bold").fontSize(9).text(title, left, top, { width: column });
    paper.font("regular").text(text, left, paper.y, { width: column });
  }
  paper.x = margin;
}

function placed(paper: Sheets, line: SlipLine): Placed {
  const inset = line.depth * beside + (line.box ? beside : 0);
  const width = widthOf(paper) - inset;
  const text = legible(paper, line.text);
  return { ...line, text, left: margin + inset, width, height: paper.heightOfString(text, { width }) };
}

function drawCut(paper: Sheets, words: string): void {
  const top = paper.y;
  paper
    .moveTo(margin, top)
    .lineTo(margin + widthOf(paper), top)
    .lineWidth(0.75)
    .dash(4, { space: 3 })
    .strokeColor(faint)
    .stroke()
    .undash();
  paper
    .font("regular")
    .fontSize(7.5)
    .fillColor(faint)
    .text(words, margin, top + 4);
  paper.y = top + head;
}

function drawLine(paper: Sheets, { text, box, left, width, height }: Placed): void {
  const top = paper.y;
  if (box)
    paper
      .rect(left - beside, top + (paper.currentLineHeight() - side) / 2, side, side)
      .lineWidth(0.8)
      .strokeColor(ink)
      .stroke();
  paper.font("regular").fontSize(9).fillColor(ink).text(text, left, top, { width });
  paper.y = top + height + between;
}
