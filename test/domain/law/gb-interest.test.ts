import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { gbInterestStart } from "#app/domain/law/money/gb-interest.ts";
import { fixedSum, isCommercialDebt, latePaymentStart } from "#app/domain/law/money/gb-late-payment.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { publishedSeries as series } from "#app/domain/law/series/published.ts";

type Debt = NonNullable<Facts["debt"]>;
type Debtor = NonNullable<NonNullable<Facts["debtor"]>["kind"]>;
type Creditor = NonNullable<NonNullable<Facts["creditor"]>["kind"]>;
const parties = (debt: Debt, debtor?: Debtor, creditor?: Creditor): Facts => ({
  debt,
  debtor: { kind: debtor },
  creditor: { kind: creditor },
});

const trade = (debt: Debt = {}, debtor: Debtor = "company", creditor: Creditor = "business"): Facts =>
  parties({ kind: "goods", principal: 100_000, currency: "GBP", ...debt }, debtor, creditor);

test("LPCDA s.2: goods or services, both sides in the course of business, and what is open about it", () => {
  expect(isCommercialDebt(trade())).toBe(true);
  for (const creditor of ["business", "financial_institution", "debt_buyer", "public"] as const)
    expect(isCommercialDebt(trade({}, "company", creditor)), creditor).toBe(true);
  expect(isCommercialDebt(trade({}, "company", "natural"))).toBe(false);
  expect([isCommercialDebt(trade({}, "public")), isCommercialDebt(trade({}, "natural_consumer"))]).toEqual([
    true,
    false,
  ]);
  expect(isCommercialDebt(trade({ purpose: "commercial" }, "sole_trader"))).toBe(true);
  expect(isCommercialDebt(trade({ purpose: "mixed" }, "sole_trader"))).toBe(false);
  expect(isCommercialDebt(trade({}, "sole_trader"))).toEqual(["debt.purpose"]);
  for (const kind of ["services", "invoice_b2b"] as const)
    expect(isCommercialDebt(trade({ kind })), kind).toBe(true);
  for (const kind of ["rent", "loan_bank", "other"] as const)
    expect(isCommercialDebt(trade({ kind })), kind).toBe(false);
  expect(isCommercialDebt(trade({ kind: undefined }))).toEqual(["debt.kind"]);
  expect(isCommercialDebt(trade({ kind: undefined, invoices: [] }))).toEqual(["debt.kind"]);
  for (const shown of [
    { invoices: [5] },
    { performedOn: "2026-01-01" },
    { deliveredOn: "2026-01-01" },
    { invoiceReceivedOn: "2026-01-01" },
  ])
    expect(isCommercialDebt(trade({ kind: undefined, ...shown }))).toBe(true);
  expect(isCommercialDebt({})).toEqual(["creditor.kind", "debtor.kind", "debt.kind"]);
});

test("LPCDA ss.4-5A: when statutory interest starts, when terms are long, and the fixed sums", () => {
  const start = (debt: Debt, debtor: Debtor = "company") => latePaymentStart(trade(debt, debtor));
  const begins = (date: string, unfair = false) => ({ refused: false, from: dayOf(date), unfair });
  expect(start({ dueDate: "2026-03-02" })).toEqual(begins("2026-03-03"));
  expect(start({ performedOn: "2026-03-02", invoiceReceivedOn: "2026-03-05" })).toEqual(begins("2026-04-04"));
  expect(start({ deliveredOn: "2026-03-06", invoiceReceivedOn: "2026-03-05" })).toEqual(begins("2026-04-05"));
  const supplied = { performedOn: "2026-03-02", invoiceReceivedOn: "2026-03-02" };
  expect(start({ ...supplied, dueDate: "2026-04-30" })).toEqual(begins("2026-05-01"));
  expect(start({ ...supplied, dueDate: "2026-05-01" })).toEqual(begins("2026-05-02", true));
  expect(start({ ...supplied, dueDate: "2026-05-01" }, "public")).toEqual(begins("2026-04-01"));
  expect(start({ ...supplied, dueDate: "2026-03-10" }, "public")).toEqual(begins("2026-03-11"));
  expect(start({ dueDate: "2026-03-10" }, "public")).toEqual(begins("2026-03-11"));
  expect(start({})).toEqual({ refused: true, requires: ["debt.performedOn", "debt.invoiceReceivedOn"] });
  expect(start({ deliveredOn: "2026-03-02" })).toEqual({
    refused: true,
    requires: ["debt.invoiceReceivedOn"],
  });
  expect(start({ performedOn: "2026-03-02" })).toEqual({
    refused: true,
    requires: ["debt.invoiceReceivedOn"],
  });
  expect(start({ invoiceReceivedOn: "2026-03-02" })).toEqual({
    refused: true,
    requires: ["debt.performedOn"],
  });
  expect([99_999, 100_000, 999_999, 1_000_000].map((principal) => fixedSum({ debt: { principal } }))).toEqual(
    [4_000, 7_000, 7_000, 10_000],
  );
  expect(fixedSum({ debt: { principal: 5_000_000, invoices: [100, 100_000] } })).toBe(11_000);
  expect(fixedSum({ debt: { principal: 100, invoices: [] } })).toBe(4_000);
  expect([
    fixedSum({}),
    fixedSum({ debt: { principal: 0 } }),
    fixedSum({ debt: { invoices: [100, 0] } }),
  ]).toEqual([null, null, null]);
});

const british = (facts: Facts, over: object = {}) =>
  interestOn({ jurisdiction: "GB-EW", facts, from: "2026-04-01", to: "2026-04-30", ...over });

test("English interest: over the reference rate on a commercial debt, else as agreed, else what a court may give", () => {
  const due = "2026-02-27";
  expect(british(trade({ dueDate: due }))).toMatchObject({
    rate: "11.75",
    fixedSum: 7_000,
    notes: [],
    citation: "LPCDA 1998 ss.1, 4, 6; SI 2002/1675 art. 4",
    interestFrom: "2026-04-01",
    days: 30,
    currency: "GBP",
  });
  const agreed = british(trade({ dueDate: due, agreedRate: "11.75" }));
  expect(agreed).toMatchObject({ rate: "11.75", notes: [], citation: "Contract; LPCDA 1998 ss.8-9" });
  expect(agreed).not.toHaveProperty("fixedSum");
  expect(british(trade({ dueDate: due, agreedRate: "3", agreedLateRate: "11.74" }))).toMatchObject({
    rate: "11.74",
    notes: [{ rule: "GB-MONEY-04", key: "gb_substantial_remedy" }],
  });
  const long = trade({ dueDate: due, performedOn: "2025-10-01", invoiceReceivedOn: "2025-10-01" });
  expect(british(long)).toMatchObject({ notes: [{ rule: "GB-MONEY-02", key: "gb_long_terms" }] });
  expect(british(trade({ ...long.debt, agreedRate: "5" }))).toMatchObject({
    notes: [{ key: "gb_long_terms" }, { key: "gb_substantial_remedy" }],
  });
  const refused = (rule: string, ...requires: string[]) => ({
    refused: true,
    rule,
    reason: "fact_unknown",
    requires,
  });
  expect(british(trade())).toEqual(refused("GB-MONEY-01", "debt.performedOn", "debt.invoiceReceivedOn"));
  expect(british(trade({ agreedRate: "12" }))).toMatchObject({
    rate: "12",
    notes: [{ key: "gb_substantial_remedy" }],
    interestFrom: "2026-04-01",
  });
  expect(gbInterestStart({ facts: trade({ agreedRate: "12" }), series })).toEqual(
    refused("GB-MONEY-02", "debt.performedOn", "debt.invoiceReceivedOn"),
  );
  expect(gbInterestStart({ facts: trade({ dueDate: due }), series })).toEqual({
    refused: false,
    interestFrom: "2026-02-28",
  });
  expect(british(trade({ dueDate: "2098-01-01" }), { from: "2098-02-01", to: "2098-02-02" })).toMatchObject({
    refused: true,
    rule: "X-10",
    requires: ["rates.lpcda"],
  });
  const rent = (debt: Debt = {}) => trade({ kind: "rent", ...debt });
  expect(british(rent())).toMatchObject({
    rate: "8",
    notes: [{ rule: "GB-MONEY-05", key: "gb_court_discretion" }],
    citation: "County Courts Act 1984 s.69; CPR 16.4",
    dailyAmount: 22,
  });
  expect(british(rent({ agreedRate: "5" }))).toMatchObject({ rate: "5", notes: [], citation: "Contract" });
  expect(british(rent({ dueDate: "2026-04-10" }))).toMatchObject({ interestFrom: "2026-04-11", days: 20 });
  expect(gbInterestStart({ facts: rent(), series })).toEqual(refused("GB-MONEY-05", "debt.dueDate"));
  expect(british(rent({ agreedLateRate: "unknown" }))).toEqual(refused("GB-MONEY-05", "debt.agreedLateRate"));
  expect(british(rent({ agreedRate: "unknown" }))).toEqual(refused("GB-MONEY-05", "debt.agreedRate"));
  expect(british({ debt: { currency: "GBP", principal: 5 } })).toEqual(
    refused("GB-COV-04", "creditor.kind", "debtor.kind", "debt.kind"),
  );
  expect(british({ debt: { currency: "GBP" } })).toEqual(refused("X-11", "debt.principal"));
  expect(british(trade({ currency: "EUR" }))).toMatchObject({
    reason: "wrong_currency",
    requires: ["debt.currency"],
  });
  const spaced = {
    ...rent(),
    holds: [{ type: "breathing_space", startedAt: "2026-04-10", registeredOn: "2026-04-10" }],
  } as Facts;
  expect(british(spaced)).toMatchObject({ days: 10, segments: [{ from: "2026-04-01", to: "2026-04-10" }] });
  expect(british({ ...spaced, holds: [{ type: "dispute", startedAt: "2026-04-10" }] })).toMatchObject({
    days: 30,
  });
  const future = british(trade({ dueDate: "2026-05-05" }));
  expect(future).toMatchObject({ days: 0, rate: null, amount: 0 });
  expect(future).not.toHaveProperty("fixedSum");
});
