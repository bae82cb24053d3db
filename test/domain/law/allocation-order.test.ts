import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { principalFirst, usualOrder } from "#app/domain/law/money/allocate.ts";
import { allocationOrder } from "#app/domain/law/money/allocation-order.ts";

test("CN-MONEY-14: costs, interest, principal; after a judgment the interest for delay comes last", () => {
  const rule = "CN-MONEY-14";
  const usual = { order: usualOrder, rule, citation: "民法典 561", requires: [] };
  const titled = { order: principalFirst, rule, citation: "法释〔2014〕8号 4", requires: [] };
  expect([allocationOrder("CN", {}), allocationOrder("CN-440300", { judgment: {} })]).toEqual([usual, usual]);
  for (const judgment of [{ amount: 1 }, { enteredOn: "2025-07-01" }, { periodEnds: "2025-07-01" }])
    expect(allocationOrder("CN-440300", { judgment }), JSON.stringify(judgment)).toEqual(titled);
});

test("DE-MONEY-03: a consumer's loan is paid off from its principal, and so is what may be one", () => {
  const rule = "DE-MONEY-03";
  const usual = { order: usualOrder, rule, citation: "BGB 367(1)", requires: [] };
  const consumer = { order: principalFirst, rule, citation: "BGB 497(3)", requires: [] };
  const debt = { kind: "loan_bank", purpose: "consumer" } as const;
  const orders: [facts: Facts, order: object][] = [
    [{ debt }, consumer],
    [{ debt: { ...debt, landCharge: true } }, usual],
    [{ debt: { ...debt, kind: "goods" } }, usual],
    [{}, { ...consumer, requires: ["debt.kind", "debt.purpose", "creditor.kind"] }],
  ];
  for (const [facts, order] of orders)
    expect(allocationOrder("DE-BE", facts), JSON.stringify(facts)).toEqual(order);
});

test("no order is on file for any other place", () => {
  for (const place of ["US-NY", "GB-EW", "FR", ""]) expect(allocationOrder(place, {}), place).toBeNull();
});
