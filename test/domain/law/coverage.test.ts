import { expect, test } from "vitest";
import { coverage } from "#app/domain/law/coverage.ts";

/** How many rows the reference has under each heading. */
const reference: Record<string, number> = {
  "US-COV": 5,
  "US-ESC": 13,
  "US-HOLD": 10,
  "US-CONTACT": 20,
  "US-ACTOR": 7,
  "US-MONEY": 7,
  "US-LIM": 4,
  "US-NOTICE": 2,
  "US-DATA": 4,
  "US-CAL": 5,
  "CN-ESC": 25,
  "CN-HOLD": 10,
  "CN-CONTACT": 13,
  "CN-ACTOR": 10,
  "CN-MONEY": 15,
  "CN-LIM": 11,
  "CN-NOTICE": 5,
  "CN-DATA": 8,
  "CN-CAL": 4,
  "CN-FEE": 7,
  "POL-LADDER": 9,
  X: 12,
};

const ids = Object.entries(reference).flatMap(([head, count]) =>
  Array.from({ length: count }, (_, index) => `${head}-${String(index + 1).padStart(2, "0")}`),
);

test("every row of the reference is encoded, or says where it lives or why not", () => {
  const known = new Set(coverage().map(({ id }) => id));
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
});

test("nothing is listed that the reference does not have, but rows that got an id here", () => {
  const extra = coverage()
    .map(({ id }) => id)
    .filter((id) => !ids.includes(id));
  expect(extra).toEqual(["CN-STATE-01", "US-STATE-01", "US-STATE-02", "US-STATE-03"]);
});

test("what is not encoded gives its reason", () => {
  expect(coverage().filter(({ status, note }) => status !== "encoded" && !note)).toEqual([]);
});
