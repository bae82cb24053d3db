import { expect, test } from "vitest";
import { readSearch } from "#app/domain/market/search.ts";
import { queries } from "./search-recall.data.ts";

const rows = queries
  .trim()
  .split("\n")
  .map((row) => {
    const [text, terms] = row.split("|");
    return { text, terms: terms.split(" ") };
  });

/** A round that answers to all that was meant is found when every group of the search has one of its terms. */
const finds = ({ text, terms }: (typeof rows)[number]): boolean => {
  const { groups, unknown } = readSearch(text);
  return (
    unknown.length === 0 &&
    groups.length > 0 &&
    groups.every((group) =>
      group.some((term) => terms.includes(term) || terms.some((meant) => below(meant, term))),
    ) &&
    terms.every((meant) => groups.some((group) => group.includes(meant)))
  );
};

/** A field's round answers to its branch too, and a kind that goes with a field may be named beside it. */
const below = (meant: string, term: string) => meant.startsWith(`${term}.`) || term[0] === "k";

test(`of ${rows.length} searches in English, Chinese, pinyin and mixed, at least 98 in a hundred find what was meant`, () => {
  const missed = rows.filter((row) => !finds(row)).map(({ text }) => text);
  const recall = 1 - missed.length / rows.length;
  expect(rows.length).toBeGreaterThanOrEqual(200);
  expect(recall, `missed: ${missed.join("; ")}`).toBeGreaterThanOrEqual(0.98);
});

test("a name, an address or a number of a debtor is no word of any list and finds nothing", () => {
  for (const text of [
    "Zephyrine Quillfeather Holdings",
    "4471 Marmalade Crescent",
    "+1 555 014 7733",
    "王小明",
  ]) {
    expect(readSearch(text).unknown.length).toBeGreaterThan(0);
  }
});

test("hostile and endless texts are read as words and cost nothing", () => {
  for (const text of [
    "' or 1=1; drop table open_rounds; --",
    "%_\\",
    '"}{',
    "x".repeat(1_000_000),
    "深".repeat(100_000),
  ]) {
    const { groups, codes, unknown } = readSearch(text);
    expect(groups.flat().every((term) => /^[a-z]:[\w.-]+$/.test(term))).toBe(true);
    expect(codes).toEqual([]);
    expect(unknown.join("").length).toBeLessThanOrEqual(121);
  }
});

test("a round is found by its code, in any case, beside other words", () => {
  expect(readSearch("r-7k2m9").codes).toEqual(["R-7K2M9"]);
  expect(readSearch("R-7K2M9 beijing")).toMatchObject({ codes: ["R-7K2M9"], groups: [["p:CN-110000"]] });
});
