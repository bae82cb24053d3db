import fc from "fast-check";
import { expect, test } from "vitest";
import { type Passages, pageText, passagesIn, searchTerms } from "#app/domain/cases/document-text.ts";

const find = (pages: readonly string[], asked: string, limit = 3): Passages | null =>
  passagesIn(pages, searchTerms(asked), limit);
const hits = (found: Passages | null) =>
  found?.shown.flatMap(({ parts }) => parts.filter(({ hit }) => hit).map(({ text }) => text)) ?? null;

test("a page is one line: words divided at a line's end are found whole, and Chinese is not torn by its lines", () => {
  expect(pageText("The  debtor acknow-\nledges\tthe\r\nbalance.")).toBe(
    "The debtor acknow-ledges the balance.",
  );
  expect(pageText("欠款\n人 民 币 壹万元。\n经 ABC 公司 确认")).toBe("欠款人民币壹万元。经 ABC 公司确认");
  expect(hits(find([pageText("the acknow-\nledgement")], "acknowledgement"))).toEqual(["acknow-ledgement"]);
  expect(hits(find([pageText("承诺付清货\n款本金")], "货款"))).toEqual(["货款"]);
});

test("what a reader takes for the same is found: case, accents, joined and wide letters, hyphens", () => {
  const page = "Die Müller GmbH, oﬃce ＡＢＣ１２３, long‑term, ΌΡΟΣ";
  expect(hits(find([page], "muller"))).toEqual(["Müller"]);
  expect(hits(find([page], "office"))).toEqual(["oﬃce"]);
  expect(hits(find([page], "abc123"))).toEqual(["ＡＢＣ１２３"]);
  expect(hits(find([page], "longterm"))).toEqual(["long‑term"]);
  expect(hits(find([page], "όρος"))).toEqual(["ΌΡΟΣ"]);
});

test("a document is found where it says all of the words, on whatever page; quotes ask for words in a row", () => {
  const pages = ["The account was opened.", "It was stated in May.", "An account stated is owed."];
  expect(find(pages, "account stated")?.shown.map(({ page }) => page)).toEqual([3, 1, 2]);
  expect(find(pages, "“account stated”")?.shown.map(({ page }) => page)).toEqual([3]);
  expect(find(pages, "account payable")).toBeNull();
  expect(find(pages, "account stated", 1)).toMatchObject({ shown: [{ page: 3 }], more: 2 });
});

test("a single letter or nothing but signs is no question, a single Chinese character is", () => {
  expect([searchTerms("a"), searchTerms(" - ' \" "), searchTerms("")]).toEqual([[], [], []]);
  expect(searchTerms("债")).toEqual(["债"]);
  expect(searchTerms("one two three four five six seven eight nine ten")).toHaveLength(8);
});

test("a passage is a piece of the page as it is written, around what was found and cut between words", () => {
  const page = `${"before ".repeat(40)}the promised sum ${"after ".repeat(60)}`;
  const [{ parts }] = find([page], "promised")?.shown ?? [];
  expect(parts[0]).toEqual({ text: "…", hit: false });
  expect(parts.at(-1)).toEqual({ text: "…", hit: false });
  const text = parts
    .slice(1, -1)
    .map((part) => part.text)
    .join("");
  expect(page).toContain(text);
  expect(text).toMatch(/^(before )+the promised sum( after)+$/);
  expect(text.length).toBeLessThan(250);
});

test("whatever is written and asked, a passage is a part of its page and what it marks is what was asked for", () => {
  const written = fc.string({ unit: fc.constantFrom(..."ab éÉﬁ-Ａ債欠款𠮷😀ςΣ\u0301İ "), maxLength: 400 });
  fc.assert(
    fc.property(written, fc.nat(380), fc.integer({ min: 1, max: 12 }), (raw, from, length) => {
      const page = pageText(raw);
      const asked = page.slice(from, from + length);
      const terms = searchTerms(asked);
      const found = passagesIn([page], terms, 3);
      if (!found) return;
      for (const { parts } of found.shown) {
        const shown = parts.map(({ text }) => text).join("");
        expect(page).toContain(shown.replace(/^…/, "").replace(/…$/, ""));
        for (const { text } of parts.filter(({ hit }) => hit))
          expect(terms.some((term) => searchTerms(`"${text}"`)[0]?.includes(term))).toBe(true);
      }
    }),
    { examples: [["a𠮷", 0, 2]] },
  );
});
