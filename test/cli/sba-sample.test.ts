import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { civilDate, sbaSample, shiftYears } from "#app/cli/scenario/sba-sample.ts";
import { projectRoot, sharedFile } from "#test/support/project.ts";

test("the sample that ships is the public file's own rows, unchanged", (context) => {
  const whole = new Set(
    readFileSync(sharedFile(context, "data/sba-charged-off-loans.csv"), "utf8").split(/\r?\n/),
  );
  const sample = readFileSync(`${projectRoot}/db/demo/sba-sample.csv`, "utf8").trim().split("\n");
  expect(sample.length).toBeGreaterThan(3);
  expect(sample.filter((line) => !whole.has(line))).toEqual([]);
});

test("both date forms of the file are read, and lost zeros of ZIP codes come back", async () => {
  expect([civilDate("8/31/2006"), civilDate("24-May-10"), civilDate("4-Oct-89")]).toEqual([
    "2006-08-31",
    "2010-05-24",
    "1989-10-04",
  ]);
  expect(() => civilDate("May 2010")).toThrow();
  for (const { zip, principal } of await sbaSample()) {
    expect(zip).toMatch(/^\d{5}$/);
    expect(Number(principal)).toBeGreaterThan(0);
  }
});

test("a leap day shifted into a common year is its last of February", () => {
  expect(shiftYears("2008-02-29", 1)).toBe("2009-02-28");
  expect(shiftYears("2008-02-29", 16)).toBe("2024-02-29");
});
