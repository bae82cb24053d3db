import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFee } from "#app/domain/tenders/fee-check.ts";
import type { FeeTerms } from "#app/domain/tenders/terms.ts";

const share = (successBps: number, given: Partial<FeeTerms> = {}): FeeTerms => ({
  model: "success",
  successBps,
  fixedFee: 0,
  hourlyRate: 0,
  estimatedHours: 0,
  ...given,
});
const mainland = { jurisdiction: "CN", currency: "CNY", scope: "judgment" };

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
  const claim = { jurisdiction: "US-CA", currency: "USD", principal: 80_000_00, scope: "judgment" };
  expect(checkFee(share(4_000), claim)).toMatchObject({ verdict: "ok", headroomBps: null });
  expect(checkFee(share(4_001), claim)).toMatchObject({ verdict: "warn", rule: { id: "US-ACTOR-06" } });
});

test("DE-MONEY-10: a share is barred on a suit over €2,000, and free below it or out of court", () => {
  const suit = { jurisdiction: "DE", currency: "EUR", principal: 2_000_01, scope: "judgment" };
  expect(checkFee(share(2_000), suit)).toMatchObject({ verdict: "barred", rule: { id: "DE-MONEY-10" } });
  expect(checkFee(share(2_000), { ...suit, principal: 2_000_00 }).verdict).toBe("ok");
  expect(checkFee(share(2_000), { ...suit, scope: "formal_demand" }).verdict).toBe("ok");
  expect(checkFee(share(0, { model: "fixed", fixedFee: 400_00 }), suit).verdict).toBe("ok");
});

test("a place without rules bars a contingency fee", () => {
  const claim = { jurisdiction: "XX", currency: "USD", principal: 80_000_00, scope: "judgment" };
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
