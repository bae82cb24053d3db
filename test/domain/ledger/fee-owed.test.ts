import fc from "fast-check";
import { expect, test } from "vitest";
import { feeOwed } from "#app/domain/ledger/fee-owed.ts";
import { legalCap } from "#app/domain/tenders/legal-cap.ts";

const share = (successBps: number) =>
  ({ model: "success", successBps, fixedFee: 0, hourlyRate: 0, estimatedHours: 0 }) as const;
const capIn = (
  jurisdiction: string,
  currency: string,
  recovered: number,
  bidder: "lawyer" | "agency" = "lawyer",
) => legalCap({ jurisdiction, currency, recovered, principal: recovered, scope: "lawsuit", bidder });

test("a share beyond the bands of mainland China is cut to them and names the rule", () => {
  const recovered = 2_000_000_00;
  const cap = capIn("CN", "CNY", recovered);
  expect(feeOwed([{ terms: share(3_000), recovered, cap }])).toEqual({
    agreed: 600_000_00,
    owed: 330_000_00,
    cappedBy: { rule: "CN-MONEY-12", citation: cap.citation },
  });
  expect(feeOwed([{ terms: share(1_000), recovered, cap }])).toEqual({
    agreed: 200_000_00,
    owed: 200_000_00,
    cappedBy: null,
  });
});

test("where no share may be taken nothing is owed, whatever was agreed", () => {
  const cap = capIn("DE-BE", "EUR", 5_000_00);
  expect(cap.barred).toBe(true);
  expect(feeOwed([{ terms: share(2_000), recovered: 5_000_00, cap }])).toMatchObject({
    agreed: 1_000_00,
    owed: 0,
    cappedBy: { rule: "DE-MONEY-10" },
  });
});

test("a collector's share in Germany and a lawyer's in the United States are owed as agreed", () => {
  for (const cap of [capIn("DE-BE", "EUR", 5_000_00, "agency"), capIn("US-CA", "USD", 5_000_00)]) {
    expect(feeOwed([{ terms: share(2_000), recovered: 5_000_00, cap }])).toEqual({
      agreed: 1_000_00,
      owed: 1_000_00,
      cappedBy: null,
    });
  }
});

test("what is owed is never more than agreed, than the cap, or than what came in, and never falls as more comes in", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000 }),
      fc.nat(10 ** 10),
      fc.nat(10 ** 9),
      (bps, recovered, more) => {
        const fee = feeOwed([{ terms: share(bps), recovered, cap: capIn("CN", "CNY", recovered) }]);
        expect(fee.owed).toBeLessThanOrEqual(Math.min(fee.agreed, recovered));
        expect(fee.owed).toBeLessThanOrEqual(capIn("CN", "CNY", recovered).amount ?? 0);
        const later = recovered + more;
        expect(
          feeOwed([{ terms: share(bps), recovered: later, cap: capIn("CN", "CNY", later) }]).owed,
        ).toBeGreaterThanOrEqual(fee.owed);
      },
    ),
  );
});

test("a share that was amended is owed on what came in after it, and each sum is capped with those before it", () => {
  const [before, after] = [2_000_000_00, 1_000_000_00];
  const first = { terms: share(3_000), recovered: before, cap: capIn("CN", "CNY", before) };
  const second = { terms: share(500), recovered: after, cap: capIn("CN", "CNY", before + after) };
  // The first is cut to 330,000; five per cent of the second million are within what the bands leave for it.
  expect(feeOwed([first, second])).toEqual({
    agreed: 650_000_00,
    owed: 380_000_00,
    cappedBy: { rule: "CN-MONEY-12", citation: first.cap.citation },
  });
  const barred = { ...second, cap: { ...second.cap, barred: true } };
  expect(feeOwed([first, barred]).owed).toBe(330_000_00);
});

test("an amendment that leaves the share as it was changes nothing but the rounding of a part", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.nat(10 ** 10), fc.nat(10 ** 10), (bps, one, two) => {
      const terms = share(bps);
      const whole = feeOwed([{ terms, recovered: one + two, cap: capIn("CN", "CNY", one + two) }]);
      const parts = feeOwed([
        { terms, recovered: one, cap: capIn("CN", "CNY", one) },
        { terms, recovered: two, cap: capIn("CN", "CNY", one + two) },
      ]);
      expect(whole.owed - parts.owed).toBeGreaterThanOrEqual(0);
      expect(whole.owed - parts.owed).toBeLessThanOrEqual(1);
    }),
  );
});
