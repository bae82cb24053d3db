import { expect, test } from "vitest";
import { feeCap } from "#app/domain/law/money/fee-cap.ts";
import { amountWithinDba } from "#app/domain/law/money/fee-caps/gb.ts";

test("CN-MONEY-12, DE-MONEY-10: the caps of a city are its country's, and a claim that is not told is not taken for a small one", () => {
  expect(feeCap({ jurisdiction: "CN-440300", realised: 100_000 })).toMatchObject({ cap: 18_000 });
  const german = { jurisdiction: "DE-BE", realised: 100_000 };
  expect(feeCap(german)).toMatchObject({ refused: true, rule: "DE-MONEY-10", reason: "fee_barred" });
  expect(feeCap({ ...german, outOfCourt: true })).toMatchObject({ refused: false, rule: "DE-MONEY-10" });
});

test("GB-MONEY-07: counsel's share counts towards the most a damages-based agreement may take", () => {
  const recovered = 100_000;
  const within = (amount: number, counsel: bigint) =>
    amountWithinDba({ amount, recovered }, { counsel, vat: 0n, matter: null });
  expect([within(40_000, 10_000_000n), within(40_001, 10_000_000n), within(50_000, 0n)]).toEqual([
    true,
    false,
    true,
  ]);
});
