import fc from "fast-check";
import { expect, test } from "vitest";
import { addYears, dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { calculated, invoice } from "./gb-lines.ts";

const interest = (facts: object, at?: string) => calculated("interest", "interest", facts, at);
const late = (debt: object, over: object = {}) =>
  interest({ ...invoice, debt: { ...invoice.debt, dueDate: "2025-03-31", ...debt }, ...over });

test("GB-MONEY-01: the half-year in which interest starts decides its rate, to the day", () => {
  const starting = (dueDate: string) => late({ dueDate }, { interest: { to: "2026-12-31" } });
  expect(starting("2025-06-29")).toMatchObject({ interestFrom: "2025-06-30", rate: "12.75" });
  expect(starting("2025-06-30")).toMatchObject({ interestFrom: "2025-07-01", rate: "12.25" });
  expect(starting("2017-12-30")).toMatchObject({ refused: true, rule: "X-10", requires: ["rates.lpcda"] });
});

test("X-10: interest that starts after the last verified half-year is refused, one that runs on is not", () => {
  const from = (dueDate: string) => late({ dueDate }, { interest: { to: "2027-01-31" } });
  expect(from("2026-12-30")).toMatchObject({ rate: "11.75", days: 32 });
  expect(from("2026-12-31")).toMatchObject({ refused: true, rule: "X-10" });
});

test("GB-MONEY-02: an authority never has longer than the thirty days, a company its agreed date", () => {
  const supplied = { performedOn: "2025-02-10", invoiceReceivedOn: "2025-02-14", dueDate: "2025-04-30" };
  const to = { interest: { to: "2025-06-30" } };
  expect(late(supplied, to)).toMatchObject({
    interestFrom: "2025-05-01",
    findings: [{ rule: "GB-MONEY-02" }],
  });
  expect(late(supplied, { ...to, debtor: { kind: "public" } })).toMatchObject({
    interestFrom: "2025-03-16",
    fixedSum: 70_00,
  });
  const sixtieth = late({ ...supplied, dueDate: "2025-04-14" }, to);
  expect(sixtieth).toMatchObject({ interestFrom: "2025-04-15" });
  expect(sixtieth).not.toHaveProperty("findings");
  expect(late({ ...supplied, dueDate: "2025-04-15" }, to)).toMatchObject({
    findings: [{ rule: "GB-MONEY-02" }],
  });
  expect(late({ dueDate: null, performedOn: "2025-02-10" }, to)).toMatchObject({
    refused: true,
    requires: ["debt.invoiceReceivedOn"],
  });
});

test("GB-MONEY-01: a first day that is only asked for picks no rate, and an agreed rate needs none", () => {
  const asked = { interest: { from: "2026-01-10", to: "2026-03-31" } };
  const unknown = { dueDate: null, performedOn: null, invoiceReceivedOn: null };
  expect(late(unknown, asked)).toMatchObject({
    refused: true,
    rule: "GB-MONEY-01",
    requires: ["debt.performedOn", "debt.invoiceReceivedOn"],
  });
  expect(late({}, asked)).toMatchObject({ rate: "12.75", interestFrom: "2026-01-10" });
  expect(late({ ...unknown, agreedLateRate: "4" }, asked)).toMatchObject({
    rate: "4",
    findings: [{ rule: "GB-MONEY-04" }],
  });
});

test("GB-MONEY-03: each invoice has a fixed sum by its own size", () => {
  const sums = (facts: object) => calculated("interest", "fixed-sum", { ...invoice, ...facts });
  const of = (invoices: number[]) => sums({ debt: { ...invoice.debt, invoices } });
  expect(of([999_99])).toEqual({ fixedSum: 40_00 });
  expect(of([1_000_00])).toEqual({ fixedSum: 70_00 });
  expect(of([9_999_99])).toEqual({ fixedSum: 70_00 });
  expect(of([10_000_00])).toEqual({ fixedSum: 100_00 });
  expect(of([999_99, 1_000_00, 10_000_00])).toEqual({ fixedSum: 210_00 });
  expect(of([0])).toMatchObject({ refused: true });
  expect(sums({ debtor: { kind: "natural_consumer" } })).toMatchObject({ refused: true, rule: "GB-COV-04" });
});

test("GB-COV-04: the Late Payment Act needs business on both sides, and asks where it cannot know", () => {
  const to = { interest: { to: "2025-09-30" } };
  expect(late({}, { ...to, creditor: { kind: "natural" } })).toMatchObject({ rate: "8" });
  expect(late({ kind: "loan_bank" }, to)).toMatchObject({ rate: "8" });
  expect(late({ purpose: "unknown" }, { ...to, debtor: { kind: "sole_trader" } })).toMatchObject({
    refused: true,
    requires: ["debt.purpose"],
  });
  expect(late({ kind: "unknown" }, { ...to, creditor: { kind: "unknown" } })).toMatchObject({
    refused: true,
    requires: ["creditor.kind", "debt.kind"],
  });
});

test("GB-MONEY-04 and -05: an agreed rate stands alone, without the Act's rate and its fixed sum", () => {
  const agreed = late({ agreedLateRate: "4" }, { interest: { to: "2025-09-30" } });
  expect(agreed).toMatchObject({ rate: "4", findings: [{ rule: "GB-MONEY-04" }] });
  expect(agreed).not.toHaveProperty("fixedSum");
  const higher = late({ agreedLateRate: "15" }, { interest: { to: "2025-09-30" } });
  expect(higher).toMatchObject({ rate: "15" });
  expect(higher).not.toHaveProperty("findings");
  expect(late({ agreedLateRate: "unknown" }, { interest: { to: "2025-09-30" } })).toMatchObject({
    refused: true,
    requires: ["debt.agreedLateRate"],
  });
});

test("no figure comes of another currency, a period that ends before it starts, or a sum that is not known", () => {
  expect(late({ currency: "EUR" }, { interest: { to: "2025-09-30" } })).toMatchObject({ rule: "X-11" });
  expect(late({}, { interest: { from: "2025-09-30" }, paidOn: "2025-09-29" })).toMatchObject({
    refused: true,
    reason: "contradiction",
  });
  expect(late({ principal: null }, { interest: { to: "2025-09-30" } })).toMatchObject({
    refused: true,
    requires: ["debt.principal"],
  });
  expect(late({}, { interest: { to: "2025-03-31" } })).toMatchObject({ amount: 0, days: 0 });
});

const judged = (judgment: object, over: object = {}) =>
  calculated("interest", "post-judgment-interest", {
    judgment: { currency: "GBP", enteredOn: "2025-03-01", ...judgment },
    interest: { from: "2025-03-01", to: "2026-02-28" },
    ...over,
  });

test("GB-MONEY-06: a County Court judgment bears interest from £5,000, or on a late commercial debt, and not on regulated credit", () => {
  const county = { court: "county", ccaRegulated: false, latePaymentDebt: false };
  expect(judged({ ...county, amount: 5_000_00 })).toMatchObject({ amount: 400_00, days: 365, rate: "8" });
  expect(judged({ ...county, amount: 4_999_99 })).toMatchObject({
    amount: 0,
    findings: [{ rule: "GB-MONEY-06" }],
  });
  expect(judged({ ...county, amount: 100_00, latePaymentDebt: true })).toMatchObject({ amount: 8_00 });
  expect(judged({ ...county, amount: 9_000_00, ccaRegulated: true })).toMatchObject({ amount: 0 });
  expect(judged({ court: "high", amount: 100_00 })).toMatchObject({ amount: 8_00 });
  expect(judged({ amount: 4_999_99, ccaRegulated: false })).toMatchObject({
    refused: true,
    requires: ["judgment.court", "judgment.latePaymentDebt"],
  });
  expect(judged({ ...county, amount: 5_000_00, ccaRegulated: null })).toMatchObject({
    refused: true,
    requires: ["judgment.ccaRegulated"],
  });
  expect(judged({ ...county, amount: 5_000_00, enteredOn: "2025-03-02" })).toMatchObject({
    reason: "contradiction",
  });
});

test("property: one more day never makes interest less, and the lines add up to its days", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000_00 }),
      fc.integer({ min: dayOf("2018-01-01"), max: dayOf("2026-11-30") }),
      fc.integer({ min: 0, max: 900 }),
      (principal, due, length) => {
        const to = (day: number) =>
          late({ principal, dueDate: dateOf(due) }, { interest: { to: dateOf(day) } }) as {
            amount: number;
            days: number;
            segments: { days: number }[];
          };
        const [shorter, longer] = [to(due + length), to(due + length + 1)];
        expect(longer.amount).toBeGreaterThanOrEqual(shorter.amount);
        expect(longer.days).toBe(shorter.days + 1);
        expect(longer.segments.reduce((sum, { days }) => sum + days, 0)).toBe(longer.days);
      },
    ),
    { numRuns: 200 },
  );
});

const sue = (limitation: object, at = "2026-04-02") =>
  calculated("limitation", "last-day-to-sue", { limitation }, at);

test("GB-LIM-01: a deed has twelve years, a loan without a date runs from the written demand", () => {
  expect(sue({ accruedOn: "2016-03-10", deed: true })).toMatchObject({ raw: "2028-03-10" });
  expect(sue({ accruedOn: "2016-03-10", deed: "unknown" })).toMatchObject({ raw: "2022-03-10" });
  expect(sue({ writtenDemandOn: "2021-06-15" })).toMatchObject({ raw: "2027-06-15" });
  expect(sue({ accruedOn: "2020-02-29" })).toMatchObject({ raw: "2026-02-28" });
  expect(sue({})).toMatchObject({ refused: true, requires: ["limitation.accruedOn"] });
});

test("GB-LIM-02: an acknowledgment counts in writing and signed, and on the last day still", () => {
  const acknowledged = (on: string, over: object = {}) =>
    sue({ accruedOn: "2020-03-10", interruptions: [{ type: "acknowledgment", on, signed: true, ...over }] });
  expect(acknowledged("2026-03-10")).toMatchObject({ raw: "2032-03-10" });
  expect(acknowledged("2026-03-11")).toMatchObject({ raw: "2026-03-10" });
  expect(acknowledged("2024-01-01", { signed: "unknown" })).toMatchObject({ raw: "2026-03-10" });
  expect(acknowledged("2024-01-01", { written: false })).toMatchObject({ raw: "2026-03-10" });
  expect(
    sue({ accruedOn: "2020-03-10", interruptions: [{ type: "demand", on: "2024-01-01" }] }),
  ).toMatchObject({
    raw: "2026-03-10",
  });
});

test("GB-LIM-03 and -04: time runs from the expiry of a default notice, and from the discovery of what was hidden", () => {
  expect(sue({ accruedOn: "2019-01-01", defaultNoticeExpiredOn: "2020-05-04" })).toMatchObject({
    raw: "2026-05-04",
    last: "2026-05-05",
  });
  const hidden = { type: "concealment", from: "2018-01-01", to: "2022-01-05" };
  expect(sue({ accruedOn: "2018-01-01", suspensions: [hidden] })).toMatchObject({ raw: "2028-01-05" });
  expect(sue({ accruedOn: "2018-01-01", suspensions: [{ ...hidden, type: "negotiations" }] })).toMatchObject({
    raw: "2024-01-01",
  });
});

test("GB-LIM-06: a last day on which the court is closed moves on, and `raw` does not", () => {
  expect(sue({ accruedOn: "2020-05-02" })).toMatchObject({ raw: "2026-05-02", last: "2026-05-05" });
  expect(sue({ accruedOn: "2021-05-01" })).toMatchObject({ raw: "2027-05-01", last: "2027-05-01" });
});

test("property: what the debtor acknowledges or pays never shortens the time to sue", () => {
  const acts = fc.array(
    fc.record({
      type: fc.constantFrom("acknowledgment", "part_payment", "demand", "written_acknowledgment"),
      on: fc.integer({ min: dayOf("2015-01-01"), max: dayOf("2030-01-01") }).map(dateOf),
      signed: fc.boolean(),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(acts, fc.boolean(), (interruptions, deed) => {
      const raw = (limitation: object) => (sue(limitation) as { raw: string }).raw;
      const plain = raw({ accruedOn: "2016-02-29", deed });
      expect(raw({ accruedOn: "2016-02-29", deed, interruptions }) >= plain).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("limitation counts from the due date's own date for sixty years of due dates", () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf("1980-01-01"), max: dayOf("2040-01-01") }), (due) => {
      const found = calculated(
        "limitation",
        "last-day-to-sue",
        { debt: { dueDate: dateOf(due) } },
        "2026-01-01",
      );
      expect(found).toMatchObject({ raw: dateOf(addYears(due, 6)) });
    }),
    { numRuns: 100 },
  );
});
