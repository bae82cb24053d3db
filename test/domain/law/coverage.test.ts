import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { coverage } from "#app/domain/law/coverage.ts";
import { type CoverageView, coverageView } from "#app/domain/law/coverage-view.ts";
import { packs } from "#app/domain/law/packs.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { seriesEnds } from "#app/domain/law/series/series-ends.ts";
import { en } from "#app/messages/en.ts";
import { zh } from "#app/messages/zh.ts";
import { cnReference } from "#test/domain/law/reference/cn.ts";
import { deReference } from "#test/domain/law/reference/de.ts";
import { gbReference } from "#test/domain/law/reference/gb.ts";
import { commonReference } from "#test/domain/law/reference/platform.ts";
import { usReference } from "#test/domain/law/reference/us.ts";
import { coverageDocument, coverageFile } from "#test/support/law-coverage.ts";

const references = [usReference, cnReference, gbReference, deReference, commonReference];

const ids = references.flatMap(({ counts }) =>
  Object.entries(counts).flatMap(([head, count]) =>
    Array.from({ length: count }, (_, index) => `${head}-${String(index + 1).padStart(2, "0")}`),
  ),
);

test("every row of the reference is encoded, or says where it lives or why not", () => {
  const known = new Set(coverage().map(({ id }) => id));
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
});

test("nothing is listed that the reference does not have, but rows that got an id here", () => {
  const extra = coverage()
    .map(({ id }) => id)
    .filter((id) => !ids.includes(id));
  expect(extra.sort()).toEqual(references.flatMap(({ own }) => own).sort());
});

test("no row is left unencoded without a stated reason", () => {
  const reasonless = coverage().filter(({ tests, note }) => tests.length === 0 && !note);
  expect(reasonless.map(({ id, confidence }) => `${id} (${confidence})`)).toEqual([]);
});

test("every row that is no check of a step is told in plain words of both languages, and no other row is", () => {
  const told = coverage()
    .filter(({ note }) => note !== null)
    .map(({ id }) => id);
  for (const words of [en, zh]) {
    const keys = Object.keys(words).filter((key) => key.startsWith("lawnote."));
    expect(keys.sort()).toEqual(told.map((id) => `lawnote.${id}`).sort());
    // No name of a function, of a file or of another row.
    const engineering = keys.filter((key) =>
      /[a-z][A-Z]|\.ts\b|`|\b(US|CN|GB|DE|POL|X)-/.test(Reflect.get(words, key)),
    );
    expect(engineering).toEqual([]);
  }
});

test("a row of which nothing is sure waits for counsel, and says so", () => {
  const low = packs.flatMap(({ rows }) => rows).filter(({ confidence }) => confidence === "low");
  const sure = new Set(
    packs.flatMap(({ rows }) => rows.filter(({ confidence }) => confidence !== "low").map(({ id }) => id)),
  );
  const expected = [...new Set(low.map(({ id }) => id))].filter((id) => !sure.has(id)).sort();
  const told = coverage().filter(({ status }) => status === "counsel");
  expect(told.map(({ id }) => id)).toEqual(expected);
});

test("an encoded row is told with its source, its validity, what it asks for and its tests", () => {
  const line = coverage().find(({ id }) => id === "US-CONTACT-03");
  expect(line).toMatchObject({
    country: "US",
    status: "encoded",
    force: "LAW",
    confidence: "high",
    effective: "2021-11-30",
    until: null,
    note: null,
  });
  expect(line?.tests).toContain("US-CONTACT-03");
  expect(line?.checks.length).toBeGreaterThan(0);
});

const asked = (typed: Partial<CoverageView["typed"]>) =>
  coverageView({
    packs,
    typed: { country: "", force: "", status: "", q: "", ...typed },
    series: publishedSeries,
    say: ({ key }) => key,
    tell: ({ note }) => note,
  });

test("a filter narrows by country, force, status and every word typed, and by nothing it does not know", () => {
  const { rows, total } = asked({});
  expect(rows).toHaveLength(total);
  expect(asked({ country: "Atlantis", force: "?", status: "?" }).rows).toHaveLength(total);
  const open = asked({ country: "CN", status: "open", force: "LAW" }).rows;
  expect(open.length).toBeGreaterThan(0);
  expect(open.filter((row) => row.country !== "CN" || row.status !== "open" || row.force !== "LAW")).toEqual(
    [],
  );
  expect(asked({ q: "us-contact-03 1006.14" }).rows.map(({ id }) => id)).toEqual(["US-CONTACT-03"]);
  expect(asked({ q: "us-contact-03 nowhere" }).rows).toEqual([]);
});

test("the figures on top add up to the rows", () => {
  const { rows, counts, total } = asked({});
  expect(counts.reduce((sum, each) => sum + each.total, 0)).toBe(total);
  for (const { country, by, total: all } of counts) {
    expect(Object.values(by).reduce((sum, each) => sum + each, 0)).toBe(all);
    expect(rows.filter((row) => row.country === country)).toHaveLength(all);
  }
});

test("every series says how far it is on file, and one without a verified value says so", () => {
  const ends = seriesEnds(publishedSeries);
  const { points, holidays, fees } = publishedSeries;
  expect(ends).toHaveLength([points, holidays, fees].flatMap((each) => Object.keys(each)).length);
  expect(ends.find(({ id }) => id === "CN-LPR-1Y")?.coverageEnd).toBe(points["CN-LPR-1Y"].coverageEnd);
  expect(ends.find(({ id, kind }) => id === "CN" && kind === "holidays")?.coverageEnd).toBe("2026-12-31");
  expect(ends.find(({ id }) => id === "US-TREASURY-1Y")?.coverageEnd).toBeNull();
});

test("docs/law-coverage.md is what the packs say today; `npm run law:coverage` writes it anew", () => {
  expect(readFileSync(coverageFile, "utf8") === coverageDocument()).toBe(true);
});
