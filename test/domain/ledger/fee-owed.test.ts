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
  expect(feeOwed(share(3_000), recovered, cap)).toEqual({
    agreed: 600_000_00,
    owed: 330_000_00,
    cappedBy: { rule: "CN-MONEY-12", citation: cap.citation },
  });
  expect(feeOwed(share(1_000), recovered, cap)).toEqual({
    agreed: 200_000_00,
    owed: 200_000_00,
    cappedBy: null,
  });
});

test("where no share may be taken nothing is owed, whatever was agreed", () => {
  const cap = capIn("DE-BE", "EUR", 5_000_00);
  expect(cap.barred).toBe(true);
  expect(feeOwed(share(2_000), 5_000_00, cap)).toMatchObject({
    agreed: 1_000_00,
    owed: 0,
    cappedBy: { rule: "DE-MONEY-10" },
  });
});

test("a collector's share in Germany and a lawyer's in the United States are owed as agreed", () => {
  for (const cap of [capIn("DE-BE", "EUR", 5_000_00, "agency"), capIn("US-CA", "USD", 5_000_00)]) {
    expect(feeOwed(share(2_000), 5_000_00, cap)).toEqual({
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
        const fee = feeOwed(share(bps), recovered, capIn("CN", "CNY", recovered));
        expect(fee.owed).toBeLessThanOrEqual(Math.min(fee.agreed, recovered));
        expect(fee.owed).toBeLessThanOrEqual(capIn("CN", "CNY", recovered).amount ?? 0);
        const later = recovered + more;
        expect(feeOwed(share(bps), later, capIn("CN", "CNY", later)).owed).toBeGreaterThanOrEqual(fee.owed);
      },
    ),
  );
});
