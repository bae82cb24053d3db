import { expect, test } from "vitest";
import { letterPaper } from "#app/domain/contact/letter-paper.ts";
import { aPaper, paperOf } from "#test/support/letters.ts";

test("the account adds up to what is owed, item by item, with every payment on its day", () => {
  const { account } = paperOf({
    payments: [
      { on: "2026-01-10", amount: 20_000 },
      { on: "2026-02-01", amount: 5_000 },
    ],
  });
  expect(account.rows).toEqual([
    ["Amount due on 5 January 2026", "£3,200.00"],
    ["Payment received on 10 January 2026", "-£200.00"],
    ["Payment received on 1 February 2026", "-£50.00"],
    ["Interest and costs asked for in this letter", "none"],
    ["Owed on 2 March 2026", "£2,950.00"],
  ]);
});

test("more payments than a letter has room for are summed up, and none is lost", () => {
  const payments = Array.from({ length: 30 }, (_, at) => ({
    on: `2026-02-${String(1 + (at % 28)).padStart(2, "0")}`,
    amount: 1_000,
  }));
  const { account } = paperOf({ payments });
  expect(account.rows).toHaveLength(1 + 1 + 12 + 2);
  expect(account.rows[1]).toEqual(["Earlier payments (18)", "-£180.00"]);
  expect(account.rows.at(-1)).toEqual(["Owed on 2 March 2026", "£2,900.00"]);
});

test("the letterhead is the licence record's, and the address block the debtor's own lines", () => {
  const paper = paperOf({});
  expect(paper.sender.name).toBe("Marigold Law");
  expect(paper.sender.lines).toContain("Licence: SRA-1, Solicitors Regulation Authority");
  expect(paper.to).toEqual(["Hattie Hollyhock", "4 Marmalade Row", "Leeds"]);
});

test("a letter in Chinese and one in German have the words of their frame in that language", () => {
  expect(letterPaper({ ...aPaper({}), language: "zh" }).account.title).toBe("欠款明细");
  expect(letterPaper({ ...aPaper({}), language: "de" }).facts[0]).toEqual(["Datum", "2. März 2026"]);
  expect(letterPaper({ ...aPaper({}), country: "US" }).sheet).toBe("LETTER");
});

test("what stands in a name or a reference cannot put anything into the frame's own words", () => {
  const drawn = aPaper({});
  const debtor = { name: "$& {day}", address: "{count}" };
  const paper = letterPaper({ ...drawn, head: { ...drawn.head, debtor } });
  expect(paper.to).toEqual(["$& {day}", "{count}"]);
});
