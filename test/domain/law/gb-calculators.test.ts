import fc from "fast-check";
import { expect, test } from "vitest";
import { addYears, dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { firstControlDay } from "#app/domain/law/deadlines/gb.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
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

const deadline = (question: string, dates: object) => calculated("deadline", question, { dates });

test("GB-CAL-05: service is deemed by business days, holidays left out", () => {
  expect(deadline("claim-form-by-post", { postedOn: "2026-04-02" })).toMatchObject({ deemed: "2026-04-08" });
  expect(deadline("claim-form-by-post", { postedOn: "2026-03-20" })).toMatchObject({
    deemed: "2026-03-24",
    defenceBy: "2026-04-07",
  });
  expect(deadline("other-document-by-post", { postedOn: "2026-03-03" })).toEqual({ deemed: "2026-03-05" });
  expect(deadline("other-document-by-post", { postedOn: "2026-04-01" })).toEqual({ deemed: "2026-04-07" });
  expect(deadline("claim-form-by-post", { postedOn: "2026-12-30" })).toMatchObject({
    refused: true,
    rule: "X-10",
    requires: ["calendar.GB-EW"],
  });
});

test("GB-ESC-10: a claim form is valid four calendar months, and service abroad is counsel's", () => {
  expect(deadline("claim-form-validity", { issuedOn: "2026-10-31" })).toMatchObject({ last: "2027-02-28" });
  expect(deadline("claim-form-validity", { issuedOn: "2026-10-31", abroad: true })).toMatchObject({
    refused: true,
  });
});

test("GB-CAL-01 and -02: long periods count every day, short ones working days, and service is on one", () => {
  const last = (hearingOn: string, clearDays: number) =>
    (deadline("hearing-notice", { hearingOn, clearDays }) as { lastService: string }).lastService;
  expect(last("2026-04-09", 3)).toBe("2026-04-01");
  expect(last("2026-06-18", 7)).toBe("2026-06-10");
  expect(last("2026-06-18", 5)).toBe("2026-06-10");
  expect(last("2026-06-22", 7)).toBe("2026-06-12");
  expect(deadline("hearing-notice", { hearingOn: "2026-06-18" })).toMatchObject({
    refused: true,
    requires: ["dates.clearDays"],
  });
  expect(deadline("hearing-notice", { hearingOn: "2026-06-18", clearDays: 0 })).toMatchObject({
    refused: true,
  });
});

test("GB-ESC-03: dates that cannot all be so give no day on which to sue", () => {
  const earliest = (dates: object) => deadline("earliest-claim", { letterDate: "2026-02-02", ...dates });
  expect(earliest({ replyReceivedOn: "2026-02-01" })).toMatchObject({ reason: "contradiction" });
  expect(earliest({ postedOn: "2026-02-01" })).toMatchObject({ reason: "contradiction" });
  expect(earliest({ replyReceivedOn: "2026-03-02", fourteenDayNoticeOn: "2026-03-01" })).toMatchObject({
    reason: "contradiction",
  });
  expect(earliest({ postedOn: "2026-02-04" })).toMatchObject({ refused: true, rule: "GB-ESC-02" });
  expect(earliest({ letterDate: null })).toMatchObject({ requires: ["dates.letterDate"] });
  expect(earliest({ letterDate: null, replyReceivedOn: "2026-03-02" })).toEqual({ earliest: "2026-04-02" });
  const company = { debtor: { kind: "company" }, dates: { letterDate: "2026-02-02" } };
  expect(calculated("deadline", "earliest-claim", company)).toEqual({ earliest: "2026-02-17" });
});

test("GB-ESC-13: seven clear days leave out Sundays and holidays, and count Saturdays", () => {
  const first = (noticeOn: string) => {
    const found = firstControlDay(publishedSeries, dayOf(noticeOn));
    return found.refused ? null : dateOf(found.day);
  };
  expect(first("2026-06-01")).toBe("2026-06-10");
  expect(first("2026-04-01")).toBe("2026-04-12");
  expect(first("2026-12-29")).toBeNull();
});

const fee = (question: string, facts: object) => calculated("court-fee", question, facts);

test("GB-FEE-01 and -02: the fee is on claim and interest, changes after each band's last penny, and is cut down", () => {
  const issue = (amount: number, interestToIssue = 0) => fee("issue", { amount, interestToIssue });
  expect([300_00, 300_01, 1_500_00, 5_000_01, 10_000_00].map((amount) => issue(amount))).toEqual([
    { fee: 35_00 },
    { fee: 50_00 },
    { fee: 80_00 },
    { fee: 455_00 },
    { fee: 455_00 },
  ]);
  expect(issue(10_000_00, 1)).toEqual({ fee: 500_00 });
  expect(issue(10_000_19)).toEqual({ fee: 500_00 });
  expect(issue(200_000_00)).toEqual({ fee: 10_000_00 });
  expect(issue(200_000_01)).toEqual({ fee: 10_000_00 });
  expect(fee("issue", { amount: 1, currency: "USD" })).toMatchObject({ refused: true, rule: "X-11" });
  expect(fee("issue", { amount: 0 })).toMatchObject({ refused: true });
  expect(fee("issue", { amount: 1, filedOn: "2020-01-01" })).toMatchObject({ reason: "manual_quote" });
});

test("GB-FEE-03 and -04: the hearing of a small claim and the fixed costs of issue go by bands", () => {
  const hearing = (amount: number) => fee("hearing", { amount });
  expect([300_00, 300_01, 3_000_01].map(hearing)).toEqual([{ fee: 27_00 }, { fee: 59_00 }, { fee: 346_00 }]);
  expect(hearing(10_000_01)).toMatchObject({ refused: true });
  const fixed = (amount: number) => fee("fixed-costs", { amount });
  expect([25_00, 25_01, 500_01, 1_000_01, 5_000_01].map(fixed)).toEqual(
    [0, 50_00, 70_00, 80_00, 100_00].map((costs) => ({ fee: costs })),
  );
});

test("GB-MONEY-07: a success fee is at most the base costs, and other matters have lower shares", () => {
  const cfa = (successFeePercent: string) => calculated("fee-cap", "cfa", { successFeePercent, fee: 500_00 });
  expect(cfa("100")).toEqual({ allowed: true, cap: 500_00 });
  expect(cfa("100.000001")).toMatchObject({ allowed: false });
  const dba = (facts: object) => calculated("fee-cap", "dba", { recovered: 1_000_00, ...facts });
  expect(dba({ matter: "employment", feePercent: "35.1" })).toEqual({ allowed: false, cap: 350_00 });
  expect(dba({ matter: "personal_injury" })).toEqual({ cap: 250_00 });
  expect(calculated("fee-cap", "dba", { fee: 1 })).toMatchObject({ requires: ["recovered"] });
  expect(calculated("fee-cap", "dba", {})).toMatchObject({ requires: ["feePercent"] });
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
