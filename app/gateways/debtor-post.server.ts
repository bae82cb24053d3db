import { setImmediate } from "node:timers/promises";
import type { LetterPaper } from "#app/domain/contact/letter-paper.ts";
import { type BoundLetter, type EnclosedFile, withEnclosures } from "./enclosed-pages.server.ts";
import {
  faint,
  ink,
  keepTogether,
  legible,
  margin,
  margins,
  numberPages,
  openPaper,
  type Sheets,
  widthOf,
} from "./paper.server.ts";
import { drawCheck } from "./paper-check.server.ts";
import { drawSlip } from "./paper-slip.server.ts";

/** Where a window envelope shows the address: DIN 5008 form B, and the American number 10. */
const addressTop = 136;
const addressWidth = 240;
const bodyTop = 236;
const factsLeft = 340;

type Printed = {
  dated: Date;
  /** The bytes of what letters enclose, by their hash; without it none may enclose anything. */
  read?: EnclosedFile;
};

const nothingKept: EnclosedFile = async (hash) => {
  throw new Error(`What a letter encloses is not kept: ${hash}`);
};

/**
 * Letters for the post as one file, each beginning on a sheet of its own with what it encloses behind it; the fonts are embedded as subsets. Equal
 * letters give equal bytes: the file's only date is the batch's. Others get their turn between two letters, and between two forms that are enclosed.
 */
export async function lettersPdf(
  letters: readonly LetterPaper[],
  { dated, read = nothingKept }: Printed,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const described = { title: "Letters", language: letters[0]?.language, dated };
  const { paper, close } = await openPaper({ ...described, blank: true });
  const bound: BoundLetter[] = [];
  for (const letter of letters) {
    paper.addPage({ size: letter.sheet, margins });
    drawLetter(paper, letter);
    numberPages(paper, letter.code);
    const enclosures = (letter.enclosures ?? []).map(({ documentHash }) => documentHash);
    bound.push({ pages: paper.bufferedPageRange().count, enclosures });
    paper.flushPages();
    await setImmediate();
  }
  const bytes = await close();
  if (bound.some(({ enclosures }) => enclosures.length > 0))
    return withEnclosures(bytes, { letters: bound, read, ...described });
  return { bytes, pages: bound.reduce((sum, { pages }) => sum + pages, 0) };
}

function drawLetter(paper: Sheets, letter: LetterPaper): void {
  drawHead(paper, letter);
  paper.font("bold").fontSize(11.5).fillColor(ink);
  put(paper, letter.subject);
  paper.font("regular").fontSize(9.5);
  for (const paragraph of letter.paragraphs) {
    paper.moveDown(0.45);
    put(paper, paragraph);
  }
  drawAccount(paper, letter.account);
  drawCheck(paper, letter.check);
  if (letter.slip) drawSlip(paper, letter.slip);
}

const put = (paper: Sheets, text: string) =>
  paper.text(legible(paper, text), margin, paper.y, { width: widthOf(paper), lineGap: 1.2 });

/** Who writes, to whom, and the letter's own dates and numbers. */
function drawHead(paper: Sheets, { sender, to, facts }: LetterPaper): void {
  paper.font("bold").fontSize(13).fillColor(ink);
  paper.text(legible(paper, sender.name), margin, 40, { width: widthOf(paper) });
  paper.font("regular").fontSize(8).fillColor(faint);
  paper.text(legible(paper, sender.lines.join(" · ")), { width: widthOf(paper) });
  paper.fontSize(10).fillColor(ink);
  paper.text(legible(paper, to.join("\n")), margin, Math.max(addressTop, paper.y + 12), {
    width: addressWidth,
  });
  const below = paper.y;
  paper.fontSize(8.5);
  let top = addressTop;
  for (const [label, value] of facts) {
    paper.fillColor(faint).text(label, factsLeft, top, { width: 90 });
    paper
      .fillColor(ink)
      .text(legible(paper, value), factsLeft + 92, top, { width: widthOf(paper) + margin - factsLeft - 92 });
    top = paper.y + 3;
  }
  paper.y = Math.max(bodyTop, below + 20, top + 20);
  paper.x = margin;
}

const line = "#d9d4c9";

function drawAccount(paper: Sheets, { title, columns, rows }: LetterPaper["account"]): void {
  keepTogether(paper, 40 + rows.length * 15);
  paper.moveDown(0.9).font("bold").fontSize(10).fillColor(ink);
  put(paper, title);
  paper.moveDown(0.3);
  drawRow(paper, columns, faint);
  for (const [at, row] of rows.entries()) {
    paper.font(at === rows.length - 1 ? "bold" : "regular");
    drawRow(paper, row, ink);
  }
}

function drawRow(paper: Sheets, [item, amount]: readonly [string, string], color: string): void {
  const width = widthOf(paper);
  keepTogether(paper, 18);
  const top = paper.y;
  paper.fontSize(9).fillColor(color);
  paper.text(legible(paper, amount), margin + width * 0.7, top, { width: width * 0.3, align: "right" });
  paper.text(legible(paper, item), margin, top, { width: width * 0.68 });
  paper.y += 2;
  paper
    .moveTo(margin, paper.y)
    .lineTo(margin + width, paper.y)
    .lineWidth(0.5)
    .strokeColor(line)
    .stroke();
  paper.y += 3;
}
