import { getTableColumns, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, expectTypeOf, test } from "vitest";
import type { OpenBid } from "#app/domain/tenders/compare.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import * as schema from "#db/schema.ts";
import { sourceFiles } from "#test/support/source-files.ts";

test("a ranking reads a bid's id, its terms and what is expected of its firm, and nothing that could be bought", () => {
  expectTypeOf<OpenBid>().toEqualTypeOf<{ id: string; terms: BidTerms; expectedBps?: number }>();
});

test("what ranks and expects imports nothing but fees, terms and surveys: no payment, no account, no setting reaches it", () => {
  const ranking = ["compare", "expected", "recovery-survey", "beta", "fees"].map(
    (name) => `app/domain/tenders/${name}.ts`,
  );
  const inputs = sourceFiles(["app/domain/tenders"])
    .filter(({ path }) => ranking.includes(path))
    .flatMap(({ imports }) =>
      imports.flatMap(({ target, typeOnly }) => (target && !typeOnly ? [target] : [])),
    );
  expect([...new Set(inputs)].sort()).toEqual([
    "app/domain/tenders/beta.ts",
    "app/domain/tenders/fees.ts",
    "app/domain/tenders/recovery-survey.ts",
  ]);
});

test("there is no place to keep a bought rank: no column of any table is named for one", () => {
  const bought = /rank|boost|promot|sponsor|featur|priorit|placement|highlight|premium|advert/i;
  const columns = Object.values(schema).flatMap((table) =>
    is(table, PgTable) ? Object.values(getTableColumns(table)).map(({ name }) => name) : [],
  );
  expect(columns.length).toBeGreaterThan(100);
  expect(columns.filter((name) => bought.test(name))).toEqual([]);
});
