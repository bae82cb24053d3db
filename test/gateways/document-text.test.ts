import { expect, test } from "vitest";
import { mediaTypes } from "#app/domain/media-types.ts";
import { textOf } from "#app/gateways/document-text.server.ts";
import { readingLimits } from "#app/gateways/reading-thread.server.ts";
import { docxSaying, savedMail } from "#test/support/office-files.ts";
import { bombPdf, gbkPdf, lockedPdf, loopingPdf, pdfSaying } from "#test/support/pdf-files.ts";

const pdf = (bytes: Uint8Array, limits = {}) =>
  textOf({ bytes, mediaType: "application/pdf" }, { ...readingLimits, ...limits });
const line = (at: number) => `Page ${at}: the buyer owes the price. 第${at}页：买方确认欠款。`;

test("the text of a PDF is taken out page by page, in English and in Chinese", async () => {
  const read = await pdf(await pdfSaying([line(1), line(2)]));
  expect(read).toEqual({ state: "read", pages: [line(1), line(2)], of: 2 });
});

test("Chinese that is written in GBK under a font the file does not carry is read as well", async () => {
  const read = await pdf(gbkPdf("c7b7bfeec8b7c8cfcae9"));
  expect(read).toEqual({ state: "read", pages: ["欠款确认书"], of: 1 });
});

test("three hundred pages are read to the last one", async () => {
  const pages = Array.from({ length: 300 }, (_, at) => line(at + 1));
  const read = await pdf(await pdfSaying(pages));
  expect([read.state, read.of, read.pages.at(-1)]).toEqual(["read", 300, line(300)]);
}, 120_000);

test("a picture has no text, whether it is an image or a page of a PDF, and a PDF's other pages have theirs", async () => {
  expect(await textOf({ bytes: new Uint8Array([1]), mediaType: "image/png" })).toMatchObject({
    state: "none",
  });
  expect(await pdf(await pdfSaying(["", ""]))).toEqual({ state: "none", pages: [], of: 2 });
  expect(await pdf(await pdfSaying(["", line(2)]))).toEqual({
    state: "read",
    pages: ["", line(2)],
    of: 2,
  });
});

test("plain text is its own text", async () => {
  const bytes = Buffer.from("合同编号 7\nThe price is due.");
  expect(await textOf({ bytes, mediaType: "text/plain" })).toEqual({
    ...{ state: "read", of: 1 },
    pages: ["合同编号 7 The price is due."],
  });
  expect(await textOf({ bytes: Buffer.from(" \n"), mediaType: "text/plain" })).toMatchObject({
    state: "none",
  });
});

test("a saved e-mail says who wrote what to whom and when, in its own character set and without its markup, and what hung on it", async () => {
  const { state, pages } = await textOf({ bytes: savedMail, mediaType: mediaTypes.mail });
  expect([state, pages]).toEqual([
    "read",
    [
      "From: 张三 <zhang@debtor.example> To: Accounts <accounts@creditor.example>, sales@creditor.example " +
        "Date: Mon, 02 Mar 2026 09:00:00 +0800 Subject: Re: invoice 7 – we will pay We pay on 1 April. 欠款确认 [balance.pdf]",
    ],
  ]);
  const nested = Buffer.from(
    `From: a@b.example\r\nDate: Mon, 2 Mar 2026 09:00:00 +0800\r\n${"Content-Type: message/rfc822\r\n\r\n".repeat(200_000)}`,
  );
  const limits = { ...readingLimits, ms: 2_000 };
  expect((await textOf({ bytes: nested, mediaType: mediaTypes.mail }, limits)).state).toBe("unreadable");
});

test("a Word document is read in English and Chinese; one that is none, or is made to exhaust its reader, is not", async () => {
  const word = (bytes: Uint8Array, limits = {}) =>
    textOf({ bytes, mediaType: mediaTypes.word }, { ...readingLimits, ...limits });
  expect(await word(docxSaying(["The price is due.", "合同编号 7 &amp; 8"]))).toEqual({
    ...{ state: "read", of: 1 },
    pages: ["The price is due. 合同编号 7 & 8"],
  });
  expect(await word(docxSaying([]))).toEqual({ state: "none", pages: [], of: 1 });
  expect((await word(Buffer.from("PK\x03\x04 nothing"))).state).toBe("unreadable");
  const bomb = docxSaying(["a".repeat(96 * 1024 * 1024)]);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(await word(bomb, { growthMb: 48 })).toMatchObject({ state: "unreadable", pages: [] });
}, 120_000);

test("what is locked, broken, loops or is made to exhaust its reader is told from what has no text", async () => {
  expect(await pdf(await lockedPdf("secret"))).toEqual({ state: "locked", pages: [], of: null });
  for (const bytes of [Buffer.from("%PDF-1.4\nnothing"), loopingPdf()])
    expect((await pdf(bytes)).state).not.toBe("read");
  const bomb = await pdf(bombPdf(512), { growthMb: 128 });
  expect(bomb).toMatchObject({ state: "unreadable", pages: [] });
}, 120_000);

test("a limit ends the reading, and what was read until then is kept", async () => {
  const pages = Array.from({ length: 40 }, (_, at) => line(at + 1));
  const bytes = await pdfSaying(pages);
  expect(await pdf(bytes, { ms: 1 })).toEqual({ state: "unreadable", pages: [], of: null });
  expect(await pdf(bytes, { pages: 3 })).toEqual({ state: "read", pages: pages.slice(0, 3), of: 40 });
  const cut = await pdf(bytes, { letters: 100 });
  expect([cut.of, cut.pages.join("").length]).toEqual([40, 100]);
  expect(await pdf(bytes, { heapMb: 8 })).toMatchObject({ state: "unreadable" });
}, 60_000);
