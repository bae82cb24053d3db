import { expect, test } from "vitest";
import { mediaTypes } from "#app/domain/media-types.ts";
import { sniff } from "#app/gateways/sniff.server.ts";
import { docxSaying, savedMail } from "#test/support/office-files.ts";

const mail = (head: string) => sniff(Buffer.from(`${head}\r\n\r\nWe pay on 1 April.`));

test("an e-mail is known by a head that names its author and its day, in whatever characters its words are", async () => {
  expect(await sniff(savedMail)).toBe(mediaTypes.mail);
  const head = "From: a@b.example\r\nDate: Mon, 2 Mar 2026 09:00:00 +0800";
  expect(await sniff(Buffer.from(`${head}\n\nfa\xe7ade`, "latin1"))).toBe(mediaTypes.mail);
  expect(await mail(head)).toBe(mediaTypes.mail);
  expect(await mail(`${head}\r\nSubject: two\r\n\tlines`)).toBe(mediaTypes.mail);
  expect(await mail("Subject: a note\r\nTo: the file")).toBe(mediaTypes.text);
  expect(await mail(`Dear all,\r\n${head}`)).toBe(mediaTypes.text);
  expect(await sniff(Buffer.from(`${head}\r\n\r\n\0MZ`))).toBeNull();
  expect(await sniff(Buffer.from(head))).toBe(mediaTypes.text);
});

test("what is no office file may speak of programs", async () => {
  const pdf = Buffer.from("%PDF-1.7\n% word/vbaProject.bin\n%%EOF\n");
  expect(await sniff(pdf)).toBe(mediaTypes.pdf);
});

test("a Word document is one; with a program in it, or under another office program's name, it is not accepted", async () => {
  expect(await sniff(docxSaying(["x"]))).toBe(mediaTypes.word);
  expect(await sniff(docxSaying(["x"], { "word/vbaProject.bin": Buffer.from("Sub") }))).toBeNull();
  const other = "application/vnd.ms-word.document.macroEnabled.main+xml";
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${other}"/></Types>`;
  expect(await sniff(docxSaying(["x"], { "[Content_Types].xml": Buffer.from(types) }))).toBeNull();
});
