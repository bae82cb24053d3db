import { PDFDocument } from "pdf-lib";
import { expect, test } from "vitest";
import { letterPaper } from "#app/domain/contact/letter-paper.ts";
import { mediaTypes } from "#app/domain/media-types.ts";
import { lettersPdf } from "#app/gateways/debtor-post.server.ts";
import { textOf } from "#app/gateways/document-text.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { aNoticePaper, aPaper, paperOf } from "#test/support/letters.ts";
import { pdfSaying } from "#test/support/pdf-files.ts";

const dated = new Date("2026-03-02T09:00:00Z");
const pagesIn = async (bytes: Uint8Array) => (await textOf({ bytes, mediaType: mediaTypes.pdf })).pages;
const many = (count: number) => Array.from({ length: count }, (_, at) => paperOf({ no: at + 1 }));

test("equal letters give equal bytes, and one other word gives others", async () => {
  const [one, again] = [await lettersPdf(many(3), { dated }), await lettersPdf(many(3), { dated })];
  expect(sha256(again.bytes)).toBe(sha256(one.bytes));
  const [first, ...rest] = many(3);
  const other = await lettersPdf([{ ...first, subject: `${first.subject}!` }, ...rest], { dated });
  expect(sha256(other.bytes)).not.toBe(sha256(one.bytes));
});

test("each letter begins on a sheet of its own, in the format of its country, and the fonts are embedded as subsets", async () => {
  const american = letterPaper({ ...aPaper({}), country: "US" });
  const { bytes, pages } = await lettersPdf([...many(2), american], { dated });
  const file = await PDFDocument.load(bytes);
  expect(pages).toBe(3);
  expect(file.getPages().map((page) => Math.round(page.getWidth()))).toEqual([595, 595, 612]);
  const raw = Buffer.from(bytes).toString("latin1");
  expect(raw.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(2);
  expect(raw).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansSC/);
  expect(bytes.length).toBeLessThan(400_000);
});

test("a long letter goes on overleaf, and its pages are counted by themselves", async () => {
  const long = paperOf({});
  const paragraphs = Array.from({ length: 60 }, (_, at) => `Paragraph ${at}: ${"words ".repeat(40)}`);
  const { pages } = await lettersPdf([{ ...long, paragraphs }, paperOf({})], { dated });
  expect(pages).toBeGreaterThan(3);
});

test("a name in emoji or right-to-left does not break the sheet, and another code is another square", async () => {
  const paper = paperOf({});
  const plain = await lettersPdf([paper], { dated });
  const odd = await lettersPdf([{ ...paper, to: ["🦊 محمد ‮evil", "4 Marmalade Row"] }], { dated });
  expect(odd.pages).toBe(1);
  const check = { ...paper.check, url: "https://rung.example/verify/other" };
  const other = await lettersPdf([{ ...paper, check }], { dated });
  expect(sha256(other.bytes)).not.toBe(sha256(plain.bytes));
});

test("a form to be cut off is whole on one sheet, whatever stands above it, and the sheets keep their country's format", async () => {
  for (const lines of [0, 6, 12, 16, 20, 24, 28, 32]) {
    const more = Array.from({ length: lines }, () => "A line of the sender's own.").join("\n");
    const { bytes, pages } = await lettersPdf([letterPaper(aNoticePaper({ more }))], { dated });
    const sheets = (await PDFDocument.load(bytes)).getPages();
    const texts = await pagesIn(bytes);
    const whole = [
      "Cut here",
      "How do you want",
      "The amount is wrong.",
      "Mail this form",
      "Our reference: GB-1",
    ];
    for (const part of whole) expect(texts[pages - 1], `${lines} lines`).toContain(part);
    expect(texts).toHaveLength(pages);
    expect(texts.slice(0, -1).join()).not.toContain("Check all");
    expect(sheets.map((page) => Math.round(page.getWidth()))).toEqual(sheets.map(() => 612));
  }
});

test("boxes to tick are drawn: no letter asks a font for them", async () => {
  const { bytes } = await lettersPdf([letterPaper(aNoticePaper())], { dated });
  const texts = (await pagesIn(bytes)).join("\n");
  expect(texts).toContain("This is not my debt.");
  expect(texts).not.toMatch(/\[ \]|U\+|\u2610/);
});

const formOf = (words: string, pages: number) =>
  pdfSaying(Array.from({ length: pages }, (_, at) => `${words} ${at + 1}`));

test("what a letter encloses lies behind it, unaltered, in its order, and is in the file once however many enclose it", async () => {
  const files = new Map<string, Uint8Array>();
  const keep = async (words: string, pages: number) => {
    const bytes = await formOf(words, pages);
    files.set(sha256(bytes), bytes);
    return { documentHash: sha256(bytes), pages, edition: "2026" };
  };
  const sheet = { form: "informationSheet", ...(await keep("Sheet", 2)) } as const;
  const reply = { form: "replyForm", ...(await keep("Reply", 1)) } as const;
  const read = async (hash: string) => files.get(hash) ?? new Uint8Array();
  const [first, plain, last] = many(3);
  const bind = (enclosing: number) => [
    { ...first, enclosures: [sheet, reply] },
    plain,
    ...Array.from({ length: enclosing }, () => ({ ...last, enclosures: [reply] })),
  ];
  const [one, again] = [
    await lettersPdf(bind(1), { dated, read }),
    await lettersPdf(bind(1), { dated, read }),
  ];
  expect(sha256(again.bytes)).toBe(sha256(one.bytes));
  expect(one.pages).toBe(7);
  const pages = await pagesIn(one.bytes);
  expect(pages.map((text) => /Sheet \d|Reply \d|GB-\d/.exec(text)?.[0])).toEqual([
    ...["GB-1", "Sheet 1", "Sheet 2", "Reply 1"],
    ...["GB-2", "GB-3", "Reply 1"],
  ]);
  const [ten, none] = [bind(10), [...bind(0), ...Array.from({ length: 10 }, () => last)]];
  const grown =
    (await lettersPdf(ten, { dated, read })).bytes.length -
    (await lettersPdf(none, { dated, read })).bytes.length;
  expect(grown).toBeLessThan(files.get(reply.documentHash)?.length ?? 0);
});

test("a letter whose enclosure is gone or cannot be read is not printed without it", async () => {
  const missing = { form: "replyForm", documentHash: "0".repeat(64), pages: 1, edition: "2026" } as const;
  const letter = { ...paperOf({}), enclosures: [missing] };
  await expect(lettersPdf([letter], { dated })).rejects.toThrow("not kept");
  const read = async () => new TextEncoder().encode("no PDF");
  await expect(lettersPdf([letter], { dated, read })).rejects.toThrow();
});

test("an apostrophe in a name is no gap, and a Chinese quotation mark stays what it is", async () => {
  const to = ["Siobhán O’Brien", "D’Arcy’s Lane 4", "“王小明”的‘家’"];
  const { bytes } = await lettersPdf([{ ...paperOf({}), to }], { dated });
  const [text] = await pagesIn(bytes);
  expect(text).toContain("Siobhán O'Brien");
  expect(text).toContain("D'Arcy's Lane 4");
  expect(text).toContain("“王小明”的‘家’");
});
