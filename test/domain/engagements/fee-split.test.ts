import fc from "fast-check";
import { expect, test } from "vitest";
import { type Earned, milestones, milestonesOf, splitFee } from "#app/domain/engagements/fee-split.ts";

const sum = (shares: Map<string, number>) => [...shares.values()].reduce((total, each) => total + each, 0);

const someFee = fc.integer({ min: 0, max: 10_000_000_000 });
const somebody = fc.constantFrom("first", "second", "third");
const someEarned: fc.Arbitrary<Earned[]> = fc.uniqueArray(
  fc.record({
    milestone: fc.constantFrom(...milestones.filter((each) => each !== "recovery")),
    orgId: somebody,
  }),
  { selector: ({ milestone }) => milestone },
);

test("shares add up to the one fee, to the minor unit, and nobody's is negative", () => {
  fc.assert(
    fc.property(someFee, someEarned, somebody, (fee, earned, last) => {
      const shares = splitFee(fee, earned, last);
      expect(sum(shares)).toBe(fee);
      expect(Math.min(...shares.values())).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("who brought about one more milestone never gets less for it", () => {
  fc.assert(
    fc.property(someFee, someEarned, somebody, (fee, earned, last) => {
      const missing = milestones.find(
        (each) => each !== "recovery" && !earned.some(({ milestone }) => milestone === each),
      );
      if (!missing) return;
      const more = splitFee(fee, [...earned, { milestone: missing, orgId: "first" }], last);
      expect(more.get("first") ?? 0).toBeGreaterThanOrEqual(
        (splitFee(fee, earned, last).get("first") ?? 0) - 1,
      );
    }),
  );
});

test("the collector alone on a case gets the whole fee, whatever was reached", () => {
  expect(splitFee(99_999, [{ milestone: "demand", orgId: "first" }], "first")).toEqual(
    new Map([["first", 99_999]]),
  );
});

test("a demand before and the money after: two parts of seven, and five", () => {
  const shares = splitFee(1_000, [{ milestone: "demand", orgId: "first" }], "second");
  expect(shares).toEqual(
    new Map([
      ["first", 286],
      ["second", 714],
    ]),
  );
});

const collectors = new Set(["first", "second"]);

test("only what a collector recorded after an engagement counts, and for whoever recorded it first", () => {
  const log = [
    { type: "demand_payment", actorOrgId: "first" },
    { type: "engaged", actorOrgId: "creditor" },
    { type: "attempt_blocked", actorOrgId: "first" },
    { type: "lawyer_letter", actorOrgId: "creditor" },
    { type: "demand_payment", actorOrgId: "first" },
    { type: "engaged", actorOrgId: "creditor" },
    { type: "demand_payment", actorOrgId: "second" },
    { type: "file_suit", actorOrgId: "second" },
    { type: "payment_order", actorOrgId: "second" },
  ] as const;
  expect(milestonesOf(log, collectors)).toEqual([
    { milestone: "demand", orgId: "first" },
    { milestone: "filing", orgId: "second" },
  ]);
});
