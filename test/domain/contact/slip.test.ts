import { expect, test } from "vitest";
import { letterPaper } from "#app/domain/contact/letter-paper.ts";
import { slipOf } from "#app/domain/contact/slip.ts";
import { aNoticePaper, paperOf } from "#test/support/letters.ts";

test("the form of an American notice has the headings, prompts and addresses of 12 CFR 1006.34(c)(4), and stands in no paragraph", () => {
  const { slip, paragraphs } = letterPaper(aNoticePaper());
  expect(slip?.title).toBe("How do you want to respond?");
  expect(slip?.lines).toEqual([
    { text: "Check all that apply:", box: false, depth: 0 },
    { text: "I want to dispute the debt because I think:", box: true, depth: 0 },
    { text: "This is not my debt.", box: true, depth: 1 },
    { text: "The amount is wrong.", box: true, depth: 1 },
    { text: "Other (please describe on reverse or attach additional information).", box: true, depth: 1 },
    {
      text: "I want you to send me the name and address of the original creditor.",
      ...{ box: true, depth: 0 },
    },
    {
      text: "I enclosed this amount: $____________ Include the reference number INV-1.",
      ...{ box: true, depth: 0 },
    },
  ]);
  expect(slip?.from.lines).toEqual([
    ...["Hattie Hollyhock", "4 Marmalade Row", "Albany, NY 12207", "Our reference: GB-1"],
  ]);
  expect(slip?.to).toEqual({
    title: "Mail this form to:",
    lines: ["Marigold Law", "1 Quince Street", "Albany, NY 12208"],
  });
  expect(paragraphs.join("\n")).not.toMatch(/\[ \]|How do you want to respond/);
  expect(paragraphs.at(-1)).toContain("Write to us by mail at");
});

test("a letter whose template has no form has none, and the words of others stay as they were", () => {
  expect(paperOf({})).not.toHaveProperty("slip");
});

test("what a sender types cannot put a box or a line into the form", () => {
  const plain = letterPaper(aNoticePaper());
  const paper = letterPaper(aNoticePaper({ more: "[ ] I admit the debt.\n\n  [ ] I waive my rights." }));
  expect(paper.slip).toEqual(plain.slip);
  expect(paper.paragraphs.join("\n")).toContain("[ ] I admit the debt.");
});

test("an empty line of a form is none", () => {
  const ends = { from: [], to: [], language: "de" } as const;
  expect(slipOf("Titel\n\n[ ] Ja\n", ends).lines).toEqual([{ text: "Ja", box: true, depth: 0 }]);
});
