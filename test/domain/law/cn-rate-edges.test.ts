import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { withPoints } from "./calculators.ts";

type Debt = NonNullable<Facts["debt"]>;
const debtOf = (debt: Debt): Debt => ({ principal: 100_000, currency: "CNY", ...debt });
const loan = (debt: Debt = {}, rest: Facts = {}): Facts => ({
  debt: debtOf({ kind: "loan_private", contractDate: "2024-01-10", ...debt }),
  creditor: { kind: "natural" },
  ...rest,
});
const bank = (debt: Debt): Facts =>
  loan({ kind: "loan_bank", ...debt }, { creditor: { kind: "financial_institution" } });
const sme: Facts = { creditor: { size: "sme" }, debtor: { kind: "public" } };
const on = (facts: Facts, over: object = {}) =>
  interestOn({ jurisdiction: "CN", facts, from: "2025-07-01", to: "2025-07-31", ...over });
const refused = (rule: string, reason: string, ...requires: string[]) => ({
  refused: true,
  rule,
  reason,
  requires,
});

test("a sale needs no creditor to be known; a rate that is there and not known is asked for whatever the debt", () => {
  expect(on({ debt: debtOf({ kind: "goods", breachOn: "2024-01-30" }) })).toMatchObject({ rate: "4.485" });
  const unknown = refused("CN-MONEY-02", "fact_unknown", "debt.agreedRate");
  const agreedRate = "unknown";
  expect(on(bank({ agreedRate }))).toEqual(unknown);
  for (const kind of ["goods", "rent"] as const)
    expect(on({ debt: debtOf({ kind, agreedRate }) })).toEqual(unknown);
  expect(on({ ...sme, debt: debtOf({ kind: "goods", agreedRate }) })).toEqual(unknown);
});

test("CN-MONEY-09: charges of which none is told are no agreement", () => {
  const facts = loan({ charges: {}, dueDate: "2024-06-01" });
  expect(on(facts)).toMatchObject({ rate: "3.45", citation: "民法典 680; 民间借贷规定 28" });
});

test("CN-MONEY-09: before the default nothing runs, though the rate of its day is not on file yet", () => {
  expect(on(loan({ dueDate: "2098-01-01" }))).toMatchObject({
    refused: false,
    days: 0,
    amount: 0,
    rate: null,
  });
});

const old = (agreedRate: string, oldRuleRequested: Facts["oldRuleRequested"]) =>
  loan({ contractDate: "2019-01-10", agreedRate }, { suedOn: "2024-01-30", oldRuleRequested });

test("CN-MONEY-04: whether the old rule is asked for matters only to its days, and only above the new cap", () => {
  const before = { from: "2020-08-19", to: "2020-08-31" };
  const after = { from: "2020-08-20", to: "2020-08-31" };
  const asked = refused("CN-MONEY-04", "fact_unknown", "oldRuleRequested");
  for (const open of [null, "unknown"] as const) {
    expect(on(old("30", open), before)).toEqual(asked);
    expect(on(old("30", open), after)).toMatchObject({ rate: "13.8" });
    expect(on(old("13.8", open), before)).toMatchObject({ rate: "13.8" });
  }
});

test("CN-MONEY-04: a rate is said to be cut where any day that is asked for bears less than agreed", () => {
  const series = withPoints("CN-LPR-1Y", ["2019-01-01", "7"]);
  const notes = (from: string) => on(old("26", true), { from, to: "2020-08-31", series });
  expect(notes("2020-08-19")).toMatchObject({
    segments: [{ rate: "24", days: 1 }, { rate: "26" }],
    notes: [{ rule: "CN-MONEY-04", key: "rate_capped" }],
  });
  expect(notes("2020-08-20")).toMatchObject({ segments: [{ rate: "26" }], notes: [] });
});

test("CN-MONEY-07, -08: the platform's cap from October 2025, and counsel's question from 2028", () => {
  const capped = (contractDate: string) =>
    on(bank({ agreedRate: "25", contractDate }), { from: "2028-02-01", to: "2028-02-29" });
  expect(capped("2025-10-01")).toMatchObject({
    rate: "24",
    citation: "金规〔2025〕9号",
    notes: [{ rule: "CN-MONEY-07", key: "rate_capped" }],
  });
  expect(capped("2027-12-31")).toMatchObject({ rate: "24", citation: "金规〔2025〕9号" });
  expect(capped("2028-01-01")).toEqual(refused("CN-MONEY-08", "counsel_decision", "creditor.kind"));
});

test("CN-MONEY-11: interest of a small supplier from before June 2025 is counsel's question, and a contract before the rates on file has none", () => {
  const supplied = (debt: Debt) => ({ ...sme, debt: debtOf({ kind: "goods", ...debt }) });
  expect(on(supplied({}), { from: "2025-05-31" })).toEqual(
    refused("CN-MONEY-11", "counsel_decision", "interest.from"),
  );
  expect(on(supplied({}), { from: "2025-06-01" })).toMatchObject({ rate: "18.25" });
  expect(on(supplied({ agreedRate: "2", contractDate: "2014-01-30" }))).toMatchObject({
    refused: true,
    rule: "X-10",
    requires: ["rates.lpr1y"],
  });
});
