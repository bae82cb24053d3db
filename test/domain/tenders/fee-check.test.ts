import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { bidderOf, checkFee } from "#app/domain/tenders/fee-check.ts";
import type { FeeTerms } from "#app/domain/tenders/terms.ts";

const share = (successBps: number, given: Partial<FeeTerms> = {}): FeeTerms => ({
  model: "success",
  successBps,
  fixedFee: 0,
  hourlyRate: 0,
  estimatedHours: 0,
  ...given,
});
const bid = {
  bidder: "lawyer",
  at: new Date("2026-04-08T10:00:00Z"),
  series: publishedSeries,
  scope: "judgment",
} as const;
const mainland = { ...bid, jurisdiction: "CN", currency: "CNY" };

test("20 per cent of 3,000,000 yuan is over the mainland's bands, 16 per cent is exactly at them (CN-TV-16)", () => {
  const claim = { ...mainland, principal: 3_000_000_00 };
  const over = checkFee(share(2_000), claim);
  expect(over).toMatchObject({ verdict: "over", rule: { id: "CN-MONEY-12" } });
  expect(over.levels[2]).toMatchObject({ fee: 600_000_00, cap: 480_000_00, over: true });
  expect(checkFee(share(1_600), claim)).toMatchObject({ verdict: "ok", headroomBps: 0 });
});

test("a fixed part counts towards the cap, at a poor recovery as at a full one", () => {
  const claim = { ...mainland, principal: 100_000_00 };
  const hybrid = share(1_200, { model: "hybrid", fixedFee: 2_000_00 });
  expect(checkFee(hybrid, claim)).toMatchObject({ verdict: "over" });
  expect(checkFee({ ...hybrid, fixedFee: 1_800_00 }, claim)).toMatchObject({ verdict: "ok" });
});

test("fees that hang on no result are not bound by caps on contingency", () => {
  const fixed = share(0, { model: "fixed", fixedFee: 90_000_00 });
  expect(checkFee(fixed, { ...mainland, principal: 100_000_00 })).toMatchObject({
    verdict: "ok",
    rule: null,
  });
});

test("no band can be read in another currency, so such a contingency fee is barred", () => {
  const dollars = { ...mainland, currency: "USD", principal: 100_000_00 };
  expect(checkFee(share(100), dollars).verdict).toBe("barred");
});

test("in the United States 40 per cent passes and a hundredth more is asked about", () => {
  const claim = { ...bid, jurisdiction: "US-CA", currency: "USD", principal: 80_000_00 };
  expect(checkFee(share(4_000), claim)).toMatchObject({ verdict: "ok", headroomBps: null });
  expect(checkFee(share(4_001), claim)).toMatchObject({ verdict: "warn", rule: { id: "US-ACTOR-06" } });
});

test("DE-MONEY-10: a share is barred on a suit over €2,000, and free below it or out of court", () => {
  const suit = { ...bid, jurisdiction: "DE", currency: "EUR", principal: 2_000_01 };
  expect(checkFee(share(2_000), suit)).toMatchObject({ verdict: "barred", rule: { id: "DE-MONEY-10" } });
  expect(checkFee(share(2_000), { ...suit, principal: 2_000_00 }).verdict).toBe("ok");
  expect(checkFee(share(2_000), { ...suit, scope: "formal_demand" }).verdict).toBe("ok");
  expect(checkFee(share(0, { model: "fixed", fixedFee: 400_00 }), suit).verdict).toBe("ok");
});

test("DE-MONEY-11: a registered collector may agree on a share whatever the claim, where a lawyer may not", () => {
  const order = { ...bid, jurisdiction: "DE", currency: "EUR", principal: 35_000_00 };
  expect(checkFee(share(2_000), { ...order, bidder: bidderOf("law_firm") }).verdict).toBe("barred");
  expect(checkFee(share(2_000), { ...order, bidder: bidderOf("agency") })).toMatchObject({
    verdict: "ok",
    rule: { id: "DE-MONEY-11" },
  });
  const suit = { ...mainland, principal: 3_000_000_00, bidder: "agency" } as const;
  expect(checkFee(share(2_000), suit).verdict).toBe("over");
});

test("DE-MONEY-12: a lawyer is told that a fee below the statutory one pays for no suit; out of court anything goes", () => {
  const suit = { ...bid, jurisdiction: "DE-BE", currency: "EUR", principal: 1_500_00 };
  const fixed = (fixedFee: number) => share(0, { model: "fixed", fixedFee });
  expect(checkFee(fixed(1_00), suit)).toMatchObject({
    verdict: "under",
    rule: { id: "DE-MONEY-12" },
    least: 174_85,
  });
  expect(checkFee(fixed(174_85), suit)).toMatchObject({ verdict: "ok", least: null });
  expect(checkFee(fixed(174_84), suit).verdict).toBe("under");
  const hourly = share(0, { model: "hourly", hourlyRate: 80_00, estimatedHours: 1 });
  expect(checkFee(hourly, suit).verdict).toBe("under");
  expect(checkFee({ ...hourly, estimatedHours: 3 }, suit).verdict).toBe("ok");
  expect(checkFee(fixed(1_00), { ...suit, scope: "formal_demand" }).verdict).toBe("ok");
  expect(checkFee(fixed(1_00), { ...suit, bidder: "agency" }).verdict).toBe("ok");
  expect(checkFee(fixed(1_00), { ...suit, jurisdiction: "GB-EW", currency: "GBP" }).verdict).toBe("ok");
  expect(checkFee(fixed(1_00), { ...suit, currency: "USD" }).verdict).toBe("ok");
});

test("a place without rules bars a contingency fee", () => {
  const claim = { ...bid, jurisdiction: "XX", currency: "USD", principal: 80_000_00 };
  expect(checkFee(share(100), claim).verdict).toBe("barred");
});

test("a share that passes on a full recovery passes on every smaller one", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 100_00, max: 100_000_000_00 }),
      (bps, principal) => {
        const { levels } = checkFee(share(bps), { ...mainland, principal });
        if (!levels[2].over) expect(levels.some(({ over }) => over)).toBe(false);
      },
    ),
  );
});
