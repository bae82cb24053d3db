import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { attachmentFloor } from "#app/domain/law/money/de-attachment.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { calculate } from "./calculators.ts";

const collection = (over: Facts) =>
  calculate("DE", ["fee-cap", "collection-fee"], {
    claim: 1_000_00,
    disputed: false,
    creditorDeductsVat: true,
    ...over,
  });
const told = (answer: object): Record<string, unknown> => ({ ...answer });

test("DE-MONEY-05 to -07: disputed 1.3, undisputed 0.9, paid on the fourteenth day 0.5; the flat sum is set off", () => {
  expect(collection({ disputed: true })).toMatchObject({ fee: 120_90, expenses: 20_00, vat: 0 });
  expect(collection({})).toMatchObject({ fee: 83_70, expenses: 16_74, recoverable: 100_44 });
  expect(collection({ paidWithinDays: 14 })).toMatchObject({ fee: 46_50 });
  expect(collection({ paidWithinDays: 15 })).toMatchObject({ fee: 83_70 });
  expect(collection({ flatSumPaid: 40_00 })).toMatchObject({ cap: 100_44, recoverable: 60_44 });
  expect(collection({ claim: 50_00 })).toMatchObject({ fee: 28_35 });
  expect(collection({ claim: 50_01 })).toMatchObject({ fee: 46_35 });
  expect(collection({ claim: 50_00, disputed: true })).toMatchObject({ fee: 66_95 });
  expect(collection({ fee: 100_45 })).toMatchObject({ allowed: false });
  expect(collection({ fee: 100_44 })).toMatchObject({ allowed: true });
});

test("fees are refused before the tables on file and while what decides them is open", () => {
  expect(collection({ mandateOn: "2025-05-31" })).toMatchObject({ refused: true, rule: "X-10" });
  expect(collection({ mandateOn: "2025-06-01" })).toMatchObject({ fee: 83_70 });
  expect(collection({ disputed: null })).toMatchObject({ refused: true, requires: ["disputed"] });
  expect(collection({ creditorDeductsVat: "unknown" })).toMatchObject({ refused: true });
  expect(collection({ paidWithinDays: "unknown" })).toMatchObject({ refused: true });
  const suit = (facts: Facts) => calculate("DE", ["court-fee", "suit"], facts);
  expect(suit({ amount: 500_00, filedOn: "2025-05-31" })).toMatchObject({ refused: true });
  expect(suit({ amount: 500_00, filedOn: "2025-06-01" })).toMatchObject({ fee: 120_00 });
  expect(suit({ amount: 0 })).toMatchObject({ refused: true, reason: "contradiction" });
  expect(suit({})).toMatchObject({ refused: true, requires: ["amount"] });
});

test("DE-MONEY-08, -10: a plan costs 0.7 on half of the claim; a lawyer's share is free to €2,000", () => {
  const plan = (claim: number) => calculate("DE", ["fee-cap", "plan-fee"], { claim });
  expect([plan(1_000_00), plan(1_000_01)]).toMatchObject([{ fee: 36_05 }, { fee: 65_10 }]);
  const share = (claim: number, over: Facts = {}) =>
    calculate("DE", ["fee-cap", "lawyer-contingency"], {
      claim,
      outOfCourtCollection: false,
      clientOtherwiseDeterred: false,
      ...over,
    });
  expect(share(2_000_00)).toEqual({ allowed: true });
  expect(share(2_000_01)).toEqual({ allowed: false });
  expect(share(2_000_01, { clientOtherwiseDeterred: true })).toEqual({ allowed: true });
  expect(share(2_000_01, { outOfCourtCollection: null })).toMatchObject({
    refused: true,
    requires: ["outOfCourtCollection"],
  });
});

test("no fee falls as the sum rises, and the suit costs the order and the rest together", () => {
  const sum = fc.integer({ min: 1, max: 100_000_000 });
  const fee = (question: string, amount: number) => {
    return Number(told(calculate("DE", ["court-fee", question], { amount })).fee);
  };
  fc.assert(
    fc.property(sum, sum, fc.constantFrom("payment-order", "suit"), (a, b, question) => {
      expect(fee(question, Math.min(a, b))).toBeLessThanOrEqual(fee(question, Math.max(a, b)));
      expect(fee("payment-order", a) + fee("suit-after-payment-order", a)).toBe(fee("suit", a));
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map(
        (claim) => told(collection({ claim, disputed: true })).cap,
      );
      expect(Number(low)).toBeLessThanOrEqual(Number(high));
    }),
    { numRuns: 200 },
  );
});

test("DE-ESC-21: what cannot be attached, with dependants, to the day of the new table", () => {
  const floor = (at: string, dependants: number) => attachmentFloor(publishedSeries, dayOf(at), dependants);
  expect([floor("2026-06-30", 0), floor("2026-07-01", 0)]).toEqual([1_555_00, 1_587_40]);
  expect([floor("2026-07-01", 1), floor("2026-07-01", 2)]).toEqual([2_184_82, 2_517_65]);
  expect(floor("2026-07-01", 9)).toBe(floor("2026-07-01", 5));
  expect([floor("2024-07-01", 0), floor("2024-07-01", 1)]).toEqual([1_491_75, null]);
  expect(floor("2027-07-01", 0)).toBeNull();
});
