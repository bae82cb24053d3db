import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { LetterPaper } from "#app/domain/contact/letter-paper.ts";
import { lettersPdf } from "#app/gateways/debtor-post.server.ts";
import { paperOf } from "#test/support/letters.ts";
import { inPairs } from "./measure.ts";
import type { Bench } from "./run.ts";

const letters = Number(process.env.LETTERS ?? 1_000);
const pairs = 3;
const font = "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";
const dated = new Date("2026-03-02T09:00:00Z");

/**
 * One-page letters with Chinese and Latin text as the product draws them, head, account, page numbers and square code and all, beside the
 * bare library that draws the same words in the same font, a page a letter, and nothing else. Seconds are the processor's.
 */
export const bench: Bench = async () => {
  const papers = Array.from({ length: letters }, (_, at) => paperOf({ no: at + 1 }));
  const bytes = await readFile(createRequire(import.meta.url).resolve(font));
  const { pages } = await lettersPdf(papers.slice(0, 20), { dated });
  if (pages !== 20) throw new Error(`20 letters take ${pages} pages`);
  await bare(papers.slice(0, 20), bytes);
  const ours = () => perSecond(() => lettersPdf(papers, { dated }));
  const figures = await inPairs(pairs, ours, () => perSecond(() => bare(papers, bytes)));
  return [
    {
      ...{ bench: "letters", ...figures, n: letters },
      unit: "letters/s of one page, Chinese and Latin, with head, account and square code",
      peer: "pages/s by pdfkit alone with the same words",
    },
  ];
};

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return letters / ((user + system) / 1e6);
}

/** Every word of a letter, the frame's and the account's too, one text after the other. */
const wordsOf = ({ sender, to, facts, subject, paragraphs, account, check }: LetterPaper): string[] => [
  ...[sender.name, sender.lines.join(" · "), to.join("\n"), ...facts.flat(), subject, ...paragraphs],
  ...[account.title, ...account.columns, ...account.rows.flat(), check.text, check.code],
];

async function bare(papers: readonly LetterPaper[], bytes: Buffer): Promise<Buffer> {
  const paper = new PDFDocument({ size: "A4", autoFirstPage: false, info: { CreationDate: dated } });
  const chunks: Buffer[] = [];
  paper.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => paper.once("end", resolve));
  paper.registerFont("regular", bytes);
  for (const letter of papers) {
    paper.addPage().font("regular").fontSize(9.5);
    for (const text of wordsOf(letter)) paper.text(text);
  }
  paper.end();
  await ended;
  return Buffer.concat(chunks);
}
