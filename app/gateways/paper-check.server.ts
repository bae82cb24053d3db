import QRCode from "qrcode";
import type { PaperCheck } from "#app/domain/papers/doc.ts";
import { ink, keepTogether, legible, margin, type Sheets, widthOf } from "./paper.server.ts";

const codeSide = 78;

/** How whoever has a paper in hand finds out that it is genuine: a square to scan, and beside it the words and the code. */
export function drawCheck(paper: Sheets, { text, code, url }: PaperCheck): void {
  keepTogether(paper, codeSide + 16);
  const top = paper.y + 12;
  drawCode(paper, url, top);
  const left = margin + codeSide + 14;
  const width = widthOf(paper) - codeSide - 14;
  paper.font("regular").fontSize(9).fillColor(ink).text(legible(paper, text), left, top, { width });
  paper.moveDown(0.4).font("bold").fontSize(11).text(code, left, paper.y, { width });
  paper.y = Math.max(paper.y, top + codeSide);
  paper.x = margin;
}

/** Any of the eight is read; to look for the handsomest takes longer than to draw the letter. */
const maskPattern = 3;

/** The QR code of an address, row by row in runs of dark squares, a square a unit. */
function drawCode(paper: Sheets, url: string, top: number): void {
  const bytes = [{ data: Buffer.from(url), mode: "byte" as const }];
  const { size, data } = QRCode.create(bytes, { errorCorrectionLevel: "M", maskPattern }).modules;
  const side = codeSide / size;
  paper.save().translate(margin, top).scale(side);
  for (let row = 0; row < size; row += 1) {
    for (let from = 0; from < size; from += 1) {
      if (!data[row * size + from]) continue;
      let to = from + 1;
      while (to < size && data[row * size + to]) to += 1;
      paper.rect(from, row, to - from, 1);
      from = to;
    }
  }
  paper.fill(ink).restore();
}
