import { expect, test } from "vitest";
import { coverage } from "#app/domain/law/coverage.ts";
import { cnReference } from "#test/domain/law/reference/cn.ts";
import { deReference } from "#test/domain/law/reference/de.ts";
import { gbReference } from "#test/domain/law/reference/gb.ts";
import { commonReference } from "#test/domain/law/reference/platform.ts";
import { usReference } from "#test/domain/law/reference/us.ts";

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

test("what is not encoded gives its reason", () => {
  expect(coverage().filter(({ status, note }) => status !== "encoded" && !note)).toEqual([]);
});
