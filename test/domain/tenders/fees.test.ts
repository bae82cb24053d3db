import fc from "fast-check";
import { expect, test } from "vitest";
import { bestOf, ranked } from "#app/domain/tenders/compare.ts";
import {
  feeAt,
  netAt,
  recoveredAt,
  recoveryLevels,
  shareOf,
  successPart,
  upFront,
} from "#app/domain/tenders/fees.ts";
import { type BidTerms, feeModels } from "#app/domain/tenders/terms.ts";

const amount = fc.integer({ min: 0, max: 100_000_000_000_000 });
const fee = fc.record({
  model: fc.constantFrom(...feeModels),
  successBps: fc.integer({ min: 0, max: 10_000 }),
  fixedFee: fc.integer({ min: 0, max: 1_000_000_00 }),
  hourlyRate: fc.integer({ min: 0, max: 10_000_00 }),
  estimatedHours: fc.integer({ min: 0, max: 2_000 }),
});
const terms: fc.Arbitrary<BidTerms> = fee.map((parts) => ({
  ...parts,
  plan: "A reminder, a call, a formal demand.",
  firstActDays: 3,
  expectedMonths: 6,
  conflictDeclared: true,
}));

test("80,000.00 at 15 per cent: 3,600, 7,200 and 12,000 on 30, 60 and 100 per cent recovery", () => {
  const bid = { model: "success" as const, successBps: 1_500, fixedFee: 0, hourlyRate: 0, estimatedHours: 0 };
  const fees = recoveryLevels.map((level) => feeAt(bid, recoveredAt(8_000_000, level)));
  expect(fees).toEqual([360_000, 720_000, 1_200_000]);
});

test("2,000.00 and 12 per cent on 33.33 comes to 2,003.99: the cent is rounded in the creditor's favour", () => {
  const bid = {
    model: "hybrid" as const,
    successBps: 1_200,
    fixedFee: 200_000,
    hourlyRate: 0,
    estimatedHours: 0,
  };
  expect(feeAt(bid, 3_333)).toBe(200_399);
});

test("fees are exact in minor units: fee and net always make the recovered amount, and no cent is invented", () => {
  fc.assert(
    fc.property(fee, amount, (parts, recovered) => {
      expect(feeAt(parts, recovered) + netAt(parts, recovered)).toBe(recovered);
      const exact = BigInt(recovered) * BigInt(parts.successBps);
      const taken = BigInt(successPart(parts, recovered)) * 10_000n;
      expect(taken <= exact && exact - taken < 10_000n).toBe(true);
      expect(Number.isSafeInteger(feeAt(parts, recovered))).toBe(true);
    }),
  );
});

test("a share of 100 per cent is the whole, of none nothing", () => {
  fc.assert(
    fc.property(amount, (whole) => {
      expect([shareOf(whole, 10_000), shareOf(whole, 0)]).toEqual([whole, 0]);
    }),
  );
});

const expected = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: undefined });

test("more fee never ranks higher, all else equal, under every fee model and whatever is expected of the firm", () => {
  const dearer = fc.record({
    successBps: fc.nat(2_000),
    fixedFee: fc.nat(100_000),
    hourlyRate: fc.nat(10_000),
    estimatedHours: fc.nat(100),
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(terms, expected), { minLength: 1, maxLength: 6 }),
      fc.tuple(terms, expected),
      dearer,
      amount,
      (others, [mine, share], more, principal) => {
        const raised: BidTerms = {
          ...mine,
          successBps: Math.min(10_000, mine.successBps + more.successBps),
          fixedFee: mine.fixedFee + more.fixedFee,
          hourlyRate: mine.hourlyRate + more.hourlyRate,
          estimatedHours: mine.estimatedHours + more.estimatedHours,
        };
        const placeOf = (bid: BidTerms) => {
          const bids = [
            ...others.map(([each, expectedBps], at) => ({ id: `o${at}`, terms: each, expectedBps })),
            { id: "mine", terms: bid, expectedBps: share },
          ];
          return ranked(bids, principal).findIndex(({ id }) => id === "mine");
        };
        expect(placeOf(raised)).toBeGreaterThanOrEqual(placeOf(mine));
      },
    ),
  );
});

test("nothing but terms and expectation moves a bid: whatever else a bid carries, a payment to the platform too, is not looked at", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ id: fc.uuid(), terms, expectedBps: expected }), {
        selector: ({ id }) => id,
        maxLength: 6,
      }),
      fc.array(fc.record({ paid: amount, sponsored: fc.boolean(), rank: fc.nat(), name: fc.string() }), {
        minLength: 6,
        maxLength: 6,
      }),
      amount,
      (bids, extras, principal) => {
        const adorned = bids.map((bid, at) => ({ ...extras[at], ...bid }));
        const order = (given: typeof bids) => ranked(given, principal).map(({ id }) => id);
        expect(order(adorned)).toEqual(order(bids));
      },
    ),
  );
});

test("the order does not depend on the order in which bids are given", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.uuid(), terms), { selector: ([id]) => id, maxLength: 6 }),
      amount,
      (list, principal) => {
        const bids = list.map(([id, each]) => ({ id, terms: each }));
        const order = (given: typeof bids) => ranked(given, principal).map(({ id }) => id);
        expect(order([...bids].reverse())).toEqual(order(bids));
      },
    ),
  );
});

test("best is marked for all equal bests, for none where all are equal, and never for a single bid", () => {
  expect(bestOf([3, 5, 5], "more")).toEqual([false, true, true]);
  expect(bestOf([3, 5, 5], "less")).toEqual([true, false, false]);
  expect(bestOf([4, 4], "less")).toEqual([false, false]);
  expect(bestOf([4], "more")).toEqual([false]);
});

test("what is paid in any case is the fixed fee and the estimated hours, whatever comes in", () => {
  fc.assert(
    fc.property(fee, (parts) => {
      expect(upFront(parts)).toBe(feeAt(parts, 0));
    }),
  );
});
