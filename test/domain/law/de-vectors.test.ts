import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { calculate } from "./calculators.ts";
import { ask, blocking, but } from "./cases.ts";
import {
  collector,
  complete,
  costs,
  deFacts,
  deLawyer,
  demanded,
  enforcementOrder,
  firstLetter,
  order,
  served,
  silentInvoice,
} from "./de-scenes.ts";

const b2b: Facts = {
  debt: { kind: "invoice_b2b", purpose: "commercial", principal: 8_400_00, currency: "EUR" },
  creditor: { kind: "business" },
  debtor: { kind: "company" },
};
const invoiced = (invoiceReceivedOn: string) =>
  but(b2b, { debt: { invoiceReceivedOn, dueDate: invoiceReceivedOn }, paidOn: "2025-10-15" });
const interest = (facts: Facts) => calculate("DE", ["interest", "interest"], facts);
const deadline = (question: string, dates: Facts["dates"]) =>
  calculate("DE", ["deadline", question], { dates });
const sue = (limitation: Facts["limitation"], at = "2026-06-01") =>
  calculate("DE", ["limitation", "last-day-to-sue"], { debt: { dueDate: "2023-06-15" }, limitation }, { at });
const fee = (question: string, amount: number) => calculate("DE", ["court-fee", question], { amount });
const collection = (facts: Facts) => calculate("DE", ["fee-cap", "collection-fee"], facts);

test("DE-TV-01: default thirty days after the invoice, two rates, one rounding, and the flat sum", () => {
  const found = interest(invoiced("2025-03-05"));
  expect(found).toMatchObject({ verzugFrom: "2025-04-05", amount: 478_54, fixedSum: 40_00, days: 194 });
  expect(found).toMatchObject({
    segments: [
      { from: "2025-04-05", to: "2025-06-30", days: 87, rate: "11.27", amount: 225_65 },
      { from: "2025-07-01", to: "2025-10-15", days: 107, rate: "10.27", amount: 252_90 },
    ],
  });
});

test("DE-TV-02: a thirtieth day on a Saturday moves to Monday, default starts the day after", () => {
  expect(interest(invoiced("2025-03-06"))).toMatchObject({ verzugFrom: "2025-04-08" });
  expect(deadline("default-start", { invoiceReceivedOn: "2025-03-06" })).toMatchObject({
    verzugFrom: "2025-04-08",
  });
});

test("DE-TV-03: a consumer whose invoice was silent and who was not reminded owes neither interest nor costs", () => {
  const consumer = but(deFacts, {
    verzugFrom: null,
    debt: { invoiceReceivedOn: "2025-11-03", invoiceHint: false },
    notices: { remindersOn: [] },
  });
  expect(interest(consumer)).toMatchObject({ refused: true, rule: "DE-ESC-02" });
  const decision = ask({ facts: silentInvoice, action: costs, at: "2026-06-17" });
  expect(blocking(decision)).toEqual(["DE-ESC-01", "DE-ESC-02"]);
});

test("DE-TV-04: a consumer pays five points over a base rate that falls twice", () => {
  const facts: Facts = {
    debt: { kind: "services", purpose: "consumer", principal: 1_500_00, currency: "EUR" },
    debtor: { kind: "natural_consumer" },
    creditor: { kind: "business" },
    interest: { from: "2024-11-15", to: "2025-08-31" },
  };
  const found = interest(facts);
  expect(found).toMatchObject({ amount: 86_22, verzugFrom: "2024-11-15" });
  expect(found).not.toHaveProperty("fixedSum");
  expect(found).toMatchObject({
    segments: [
      { days: 47, rate: "8.37" },
      { days: 181, rate: "7.27" },
      { days: 62, rate: "6.27" },
    ],
  });
});

const orderOn = (servedOn: string) => deadline("payment-order-objection", { servedOn, land: "BE" });
const enforceOn = (facts: Facts, at: string) => ask({ facts, action: enforcementOrder, at });

test("DE-TV-05: two weeks to object, the enforcement order from the day after", () => {
  expect(orderOn("2026-04-09")).toMatchObject({ last: "2026-04-23", enforcementOrderFrom: "2026-04-24" });
  const facts = served("2026-04-09");
  expect(enforceOn(facts, "2026-04-23")).toMatchObject({ allowed: false, earliest: "2026-04-24" });
  expect(enforceOn(facts, "2026-04-24").allowed).toBe(true);
});

test("DE-TV-06: Good Friday and Easter move the end to Tuesday, a Sunday the lapse to Monday", () => {
  expect(orderOn("2026-03-20")).toMatchObject({
    last: "2026-04-07",
    enforcementOrderFrom: "2026-04-08",
    enforcementOrderUntil: "2026-09-21",
  });
  const facts = served("2026-03-20");
  expect(enforceOn(facts, "2026-04-07").earliest).toBe("2026-04-08");
  expect(enforceOn(facts, "2026-09-21").allowed).toBe(true);
  expect(blocking(enforceOn(facts, "2026-09-22"))).toEqual(["DE-ESC-11"]);
});

test("DE-TV-07: an objection that comes late, but before the enforcement order, is valid", () => {
  const facts = served("2026-04-09", { objectionReceivedOn: "2026-04-30" });
  const decision = enforceOn(facts, "2026-04-30");
  expect(blocking(decision)).toEqual(["DE-ESC-10", "DE-ESC-12"]);
  expect(decision.earliest).toBeNull();
});

test("DE-TV-08: three years from the end of the year", () => {
  expect(sue({}, "2026-12-31")).toMatchObject({ last: "2026-12-31", barred: false });
  expect(sue({}, "2027-01-01")).toMatchObject({ barred: true });
});

test("DE-TV-09: an instalment starts the period anew the next day, not at the end of the year", () => {
  const interruptions = [{ type: "part_payment", on: "2025-05-10" }];
  expect(sue({ interruptions })).toMatchObject({ last: "2028-05-10" });
});

test("DE-TV-10: an order served without the applicant's delay counts from its filing", () => {
  const suspension = { type: "payment_order", filedOn: "2026-12-30", servedOn: "2027-01-20" };
  const on = (servedPromptly: boolean | null) =>
    sue({ suspensions: [{ ...suspension, servedPromptly }] }, "2027-02-01");
  expect(on(true)).toMatchObject({ barred: false, last: "2027-07-22" });
  expect(on(false)).toMatchObject({ barred: true, last: "2026-12-31" });
  expect(on(null)).toMatchObject({ barred: true });
});

test("DE-TV-11: the fees of the order and of the suit, the one credited to the other", () => {
  expect([800_00, 1_200_00, 4_500_00].map((amount) => fee("payment-order", amount))).toMatchObject([
    { fee: 38_00 },
    { fee: 41_00 },
    { fee: 85_25 },
  ]);
  expect(fee("suit", 4_500_00)).toMatchObject({ fee: 511_50, prepaid: true });
  expect(fee("suit-after-payment-order", 4_500_00)).toMatchObject({ fee: 426_25 });
});

test("DE-TV-12: an undisputed claim that was not paid in two weeks, with VAT", () => {
  expect(
    collection({ claim: 4_500_00, disputed: false, paidWithinDays: null, creditorDeductsVat: false }),
  ).toMatchObject({ fee: 319_05, expenses: 20_00, vat: 64_42, recoverable: 403_47 });
});

test("DE-TV-13: paid ten days after the first demand", () => {
  expect(
    collection({ claim: 450_00, disputed: false, paidWithinDays: 10, creditorDeductsVat: false }),
  ).toMatchObject({ fee: 25_75, expenses: 5_15, vat: 5_87, recoverable: 36_77 });
});

test("DE-TV-14: one fee for claims to fifty euros", () => {
  expect(collection({ claim: 40_00, disputed: false, creditorDeductsVat: true })).toMatchObject({
    fee: 28_35,
    expenses: 5_67,
    vat: 0,
  });
});

test("DE-TV-15: a collector's letter without the contract's date and the supervisor does not go out", () => {
  const items = { ...complete, reasonAndContractDate: false, supervisor: false };
  const decision = ask({
    facts: deFacts,
    action: { ...firstLetter, items },
    actor: collector(),
    excerpt: true,
    at: "2026-06-17",
  });
  expect(decision.findings[0]).toMatchObject({
    rule: "DE-NOTICE-01",
    effect: "block",
    requires: ["action.items.reasonAndContractDate", "action.items.supervisor"],
  });
  const sent = ask({
    facts: deFacts,
    action: firstLetter,
    actor: collector(),
    excerpt: true,
    at: "2026-06-17",
  });
  expect(sent.allowed).toBe(true);
});

test("DE-TV-16: a report four weeks after the first of two reminders", () => {
  const facts = but(deFacts, {
    debt: { dueDate: "2025-12-15" },
    notices: { remindersOn: ["2026-01-05", "2026-01-20"], priorInformationOn: "2026-01-20", disputed: false },
  });
  const on = (at: string) => ask({ facts, action: { type: "bureau_report" }, excerpt: true, at });
  expect(on("2026-01-30")).toMatchObject({ allowed: false, earliest: "2026-02-02" });
  expect(on("2026-02-01").allowed).toBe(false);
  expect(on("2026-02-02").allowed).toBe(true);
  expect(deadline("bureau-report", { remindersOn: ["2026-01-05", "2026-01-20"] })).toMatchObject({
    earliest: "2026-02-02",
  });
});

test("DE-TV-17: consumer credit dearer than twelve points over the base rate gets no payment order", () => {
  const at = (apr: string) =>
    blocking(
      ask({
        facts: but(deFacts, { debt: { kind: "loan_bank", apr, contractDate: "2025-03-01" } }),
        history: demanded,
        action: order,
        at: "2026-06-17",
      }),
    );
  expect(at("15.9")).toEqual(["DE-ESC-07"]);
  expect(at("14.271")).toEqual(["DE-ESC-07"]);
  expect(at("14.27")).toEqual([]);
});

test("DE-TV-18: a claim over €10,000 is a lawyer's to file", () => {
  const file = (principal: number, actor = collector()) =>
    blocking(
      ask({
        facts: but(deFacts, { debt: { principal } }),
        history: demanded,
        action: { type: "file_suit" },
        actor,
        at: "2026-06-17",
      }),
    );
  expect(file(10_000_01)).toContain("DE-ESC-14");
  expect(file(10_000_01, { kind: "creditor_self" })).toEqual(["DE-ESC-14"]);
  expect(file(10_000_01, deLawyer())).toEqual([]);
  expect(file(10_000_00, { kind: "creditor_self" })).toEqual([]);
});

test("DE-TV-19: a lawyer takes no share of a suit that the client can pay, and may of collection out of court", () => {
  const share = (facts: Facts) => calculate("DE", ["fee-cap", "lawyer-contingency"], facts);
  const suit = { claim: 3_500_00, outOfCourtCollection: false, clientOtherwiseDeterred: false };
  expect(share(suit)).toEqual({ allowed: false });
  expect(share({ ...suit, outOfCourtCollection: true })).toEqual({ allowed: true });
});

test("DE-TV-20: a protected account keeps the basic amount, rounded up to ten euros", () => {
  const kept = (at: string) => calculate("DE", ["fee-cap", "protected-account"], {}, { at });
  expect(kept("2026-06-30")).toEqual({ protectedMonthly: 1_560_00 });
  expect(kept("2026-07-01")).toEqual({ protectedMonthly: 1_590_00 });
  expect(kept("2027-07-01")).toMatchObject({ refused: true, rule: "X-10" });
});

test("DE-TV-21: assets are declared from the day after the bailiff's two weeks", () => {
  expect(deadline("asset-declaration", { demandedOn: "2026-05-04" })).toMatchObject({
    last: "2026-05-18",
    earliest: "2026-05-19",
  });
});
