import { expect, test } from "vitest";
import { packFor } from "#app/domain/law/packs.ts";
import { costsOf } from "#app/domain/timeline/rung-cost.ts";

function claimIn(jurisdiction: string, given: Partial<Parameters<typeof costsOf>[1]> = {}) {
  const pack = packFor(jurisdiction);
  if (!pack) throw new Error(`no pack for ${jurisdiction}`);
  const amounts = { principal: 80_000_00, interest: 10_000_00, total: 90_000_00, currency: pack.currency };
  return { pack, jurisdiction, on: "2026-11-27", ...amounts, ...given };
}

test("in mainland China a rung says its court fee on what is claimed today, by the table on file", () => {
  const claim = claimIn("CN-440300", { total: 100_000_00 });
  expect(costsOf("lawsuit", claim).map(({ kind, amount, prepaid }) => [kind, amount, prepaid])).toEqual([
    ["court", 2_300_00, true],
    ["court_simplified", 1_150_00, true],
  ]);
  expect(costsOf("payment_order", claim)).toMatchObject([{ kind: "payment_order", amount: 766_67 }]);
  expect(costsOf("enforcement", claim)).toMatchObject([{ kind: "enforcement", prepaid: false }]);
  expect(costsOf("reminder", claim)).toEqual([]);
});

test("England counts the issue fee on the claim with its interest, Germany the court's on the claim", () => {
  const english = claimIn("GB-EW", { principal: 20_000_00, interest: 1_000_00, total: 21_000_00 });
  expect(costsOf("lawsuit", english)).toMatchObject([{ kind: "court", amount: 1_050_00, currency: "GBP" }]);
  const german = claimIn("DE", { principal: 10_000_00, interest: 0, total: 10_000_00 });
  expect(costsOf("payment_order", german)).toMatchObject([{ kind: "payment_order", amount: 141_50 }]);
  expect(costsOf("lawsuit", german)).toMatchObject([{ kind: "court", currency: "EUR" }]);
});

test("a lawyer's rung says the most the law lets the lawyer take of the whole", () => {
  expect(costsOf("lawyer_letter", claimIn("CN", { total: 100_000_00 }))).toMatchObject([
    { kind: "fee_cap", amount: 18_000_00, currency: "CNY" },
  ]);
  expect(costsOf("lawyer_letter", claimIn("US-CA"))).toEqual([]);
});

test("no figure is shown where none is on file, in another currency than the table's, or for a claim that is paid", () => {
  expect(costsOf("lawsuit", claimIn("US-CA"))).toEqual([]);
  expect(costsOf("lawsuit", claimIn("CN", { currency: "USD" }))).toEqual([]);
  expect(costsOf("lawsuit", claimIn("CN", { total: 0 }))).toEqual([]);
});
