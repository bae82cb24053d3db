import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { debtKinds, debtorKinds } from "#app/domain/cases/answers.ts";
import type { Facets } from "#app/domain/market/facets.ts";
import { leaves } from "#app/domain/market/fields.ts";
import type { Listing } from "#app/domain/market/listing.ts";
import { listOf, type MarketFilter, narrowedBy } from "#app/domain/market/narrow.ts";
import { partsOf } from "#app/domain/market/parts.ts";
import { readSearch } from "#app/domain/market/search.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import { countRounds } from "#app/use-cases/market/count-rounds.server.ts";
import { roundsOpen } from "#db/queries/open-rounds.ts";
import { foldRoundCounts } from "#db/queries/round-counts.ts";
import { openRounds } from "#db/schema/market.ts";
import { someListings, whileAllOpen } from "#test/support/listings.ts";
import { aWorld, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const someFilter: fc.Arbitrary<MarketFilter> = fc.record({
  place: fc.constantFrom(undefined, "CN-440000", "CN-440300", "US-NY", "DE"),
  fields: some(["lending", "private", ...leaves.slice(0, 4).map(({ code }) => code)]),
  kinds: some(debtKinds),
  debtors: some(debtorKinds),
  amounts: some([0, 1, 2, 3, 4]),
  ages: some([0, 1, 2, 3]),
  model: fc.option(fc.constantFrom(...feeModels), { nil: undefined }),
  closing: fc.constantFrom(undefined, undefined, 24),
  text: fc.constantFrom(undefined, undefined, "loan", "深圳", "company", "commercial 贷款"),
});
const territories = ["CN", "US-CA", "US-NY", "DE"];

/** What the filter means, said once more and plainly. */
function fits(row: Listing, filter: MarketFilter, except?: keyof MarketFilter): boolean {
  const asked = <T>(name: keyof MarketFilter, list: readonly T[], one: T) =>
    name === except || list.length === 0 || list.includes(one);
  const path = [row.country, row.provinceCode, row.placeCode];
  const groups = readSearch(filter.text ?? "").groups;
  return (
    territories.includes(row.jurisdiction) &&
    (!filter.place || path.includes(filter.place)) &&
    (except === "fields" ||
      filter.fields.length === 0 ||
      filter.fields.some((code) => row.field === code || row.field.startsWith(`${code}.`))) &&
    asked("kinds", filter.kinds, row.claimKind) &&
    asked("debtors", filter.debtors, row.debtorKind) &&
    asked("amounts", filter.amounts, row.amountBand) &&
    asked("ages", filter.ages, row.ageBand) &&
    (except === "model" || !filter.model || row.feeModels.includes(filter.model)) &&
    (!filter.closing || row.closesAt.getTime() <= whileAllOpen.getTime() + filter.closing * 3_600_000) &&
    groups.every((group) => group.some((term) => row.terms.includes(term)))
  );
}

const plain = (facets: Facets) => {
  const sorted = (map: Map<string | number, number>) =>
    [...map].filter(([, figure]) => figure !== 0).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const { total, fields, kinds, debtors, amounts, ages, models, places } = facets;
  return { total, maps: [fields, kinds, debtors, amounts, ages, models, places].map(sorted) };
};

function expected(rows: Listing[], filter: MarketFilter, parts: string[]) {
  const count = (except: keyof MarketFilter | undefined, values: (row: Listing) => (string | number)[]) => {
    const counts = new Map<string | number, number>();
    for (const row of rows.filter((each) => fits(each, filter, except)))
      for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const inParts = ({ country, provinceCode, placeCode }: Listing) =>
    parts.filter((part) => [country, provinceCode, placeCode].includes(part));
  return plain({
    total: rows.filter((row) => fits(row, filter)).length,
    listed: 0,
    fields: count("fields", (row) => [row.field]) as Map<string, number>,
    kinds: count("kinds", (row) => [row.claimKind]) as Map<string, number>,
    debtors: count("debtors", (row) => [row.debtorKind]) as Map<string, number>,
    amounts: count("amounts", (row) => [row.amountBand]) as Map<number, number>,
    ages: count("ages", (row) => [row.ageBand]) as Map<number, number>,
    models: count("model", (row) => row.feeModels) as Map<string, number>,
    places: count(undefined, inParts) as Map<string, number>,
  });
}

test("every figure of every facet is what counting the rounds one by one gives, folded or not, after comings and goings", async () => {
  await fc.assert(
    fc.asyncProperty(
      someListings,
      fc.array(someFilter, { minLength: 3, maxLength: 6 }),
      fc.nat(80),
      async (rows, filters, batch) => {
        await world.owner.delete(openRounds);
        await world.db.transaction(async (tx) => {
          await tx.insert(openRounds).values(rows);
          await foldRoundCounts(tx, batch);
        });
        const gone = rows.filter((_, at) => at % 3 === 0).map(({ caseId }) => caseId);
        await world.db.execute(
          sql`delete from open_rounds where case_id = any(${`{${gone.join(",")}}`}::uuid[])`,
        );
        const left = rows.filter(({ caseId }) => !gone.includes(caseId));
        for (const filter of filters) {
          const list = narrowedBy(
            listOf({ territories, agency: false }),
            filter,
            readSearch(filter.text ?? ""),
          );
          const parts = partsOf(territories, filter.place);
          const ctx = { db: world.db, now: whileAllOpen };
          const { facets } = await countRounds(ctx, list, parts);
          expect(plain(facets)).toEqual(expected(left, filter, parts));
          const wanted = left.filter((row) => fits(row, filter)).map(({ caseId }) => caseId);
          for (const way of ["in-order", "by-sort"] as const) {
            const found = await roundsOpen(world.db, {
              list,
              now: whileAllOpen,
              after: null,
              limit: 100,
              way,
            });
            expect(found.map(({ caseId }) => caseId).sort()).toEqual(wanted.sort());
          }
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
}, 90_000);
