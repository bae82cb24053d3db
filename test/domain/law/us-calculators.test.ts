import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, weekdayOf } from "#app/domain/law/calendar/civil.ts";
import { isCourtDay } from "#app/domain/law/calendar/us-holidays.ts";
import { federalAnswer, texasAnswer } from "#app/domain/law/deadlines/us.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { compoundYearly } from "#app/domain/law/money/compound.ts";
import { calculate, withPoints } from "./calculators.ts";

const judgment = ["interest", "post-judgment-interest"] as const;
const interest = ["interest", "interest"] as const;

test("US-TV-06: the validation period is told with the day of assumed receipt", () => {
  expect(
    calculate("US", ["deadline", "validation-period"], { dates: { sentOn: "2026-06-16" } }),
  ).toMatchObject({ assumedReceivedOn: "2026-06-24", endsOn: "2026-07-24" });
});

test("US-TV-15: a federal answer due on Labor Day is due the day after", () => {
  expect(
    calculate("US", ["deadline", "federal-answer"], { dates: { servedOn: "2026-08-17", byMail: false } }),
  ).toEqual({ raw: "2026-09-07", last: "2026-09-08" });
});

test("US-CAL-02: three days for mail are added to the rolled period, and the sum rolls again", () => {
  const mailed = (servedOn: string) =>
    calculate("US", ["deadline", "federal-answer"], { dates: { servedOn, byMail: true } });
  // 29 March 2026 is a Sunday: the period ends on Monday the 30th, and three days later on Thursday.
  expect(mailed("2026-03-08")).toEqual({ raw: "2026-04-02", last: "2026-04-02" });
  expect(mailed("2026-03-05")).toEqual({ raw: "2026-03-29", last: "2026-03-30" });
});

test("US-CAL-03: a waiver gives sixty days from the request, and a state its own days", () => {
  expect(calculate("US", ["deadline", "federal-answer"], { dates: { sentOn: "2026-03-02" } })).toEqual({
    raw: "2026-05-01",
    last: "2026-05-01",
  });
  const state = (place: string, facts: Facts = {}) =>
    calculate(place, ["deadline", "state-answer"], { dates: { servedOn: "2026-03-02" }, ...facts });
  expect(state("US-CA")).toMatchObject({ last: "2026-04-01" });
  expect(state("US-NJ")).toMatchObject({ last: "2026-04-06" });
  expect(state("US-FL")).toMatchObject({ raw: "2026-03-22", last: "2026-03-23" });
  expect(state("US-WA")).toMatchObject({ last: "2026-05-01" });
  expect(state("US-WA", { debtor: { residence: { state: "WA" } } })).toMatchObject({ last: "2026-03-23" });
  expect(state("US-OH")).toMatchObject({ refused: true, rule: "US-CAL-03" });
});

test("Texas answers on the Monday next after twenty days, and a twentieth day on a Monday is not that Monday", () => {
  const answer = (servedOn: string) =>
    calculate("US-TX", ["deadline", "texas-answer"], { dates: { servedOn } });
  expect(answer("2026-09-02")).toMatchObject({ last: "2026-09-28" });
  expect(answer("2026-09-01")).toMatchObject({ last: "2026-09-28" });
  expect(answer("2026-08-31")).toMatchObject({ last: "2026-09-21" });
  expect(answer("2026-08-15")).toMatchObject({ raw: "2026-09-07", last: "2026-09-08" });
  fc.assert(
    fc.property(fc.integer({ min: 18_000, max: 24_000 }), (served) => {
      const { raw } = texasAnswer(served);
      expect(weekdayOf(raw)).toBe(1);
      expect(raw - served - 20).toBeGreaterThan(0);
      expect(raw - served - 20).toBeLessThan(8);
    }),
  );
});

test("a federal answer never falls on a day the court is closed, nor before its raw day", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 18_000, max: 24_000 }),
      fc.boolean(),
      fc.boolean(),
      (from, waived, byMail) => {
        const { raw, last } = federalAnswer({ from, waived, byMail });
        expect(isCourtDay(last)).toBe(true);
        expect(last).toBeGreaterThanOrEqual(raw);
      },
    ),
  );
});

test("US-DATA-01: evidence is kept three years from the last activity, a recording from its call", () => {
  expect(
    calculate("US", ["deadline", "evidence-retention"], {
      dates: { lastActivityOn: "2026-03-10", callOn: "2024-02-29" },
    }),
  ).toEqual({ keepUntil: "2029-03-10", keepRecordingUntil: "2027-02-28" });
  expect(calculate("US", ["deadline", "evidence-retention"], { dates: {} })).toMatchObject({ refused: true });
});

test("US-ESC-13: a quarter of the week's earnings or what exceeds thirty minimum wages, and nothing in Texas", () => {
  const cap = (place: string, weeklyDisposable: number) =>
    calculate(place, ["fee-cap", "wage-garnishment"], { weeklyDisposable });
  expect([cap("US-GA", 217_50), cap("US-GA", 217_51), cap("US-GA", 1_000_00)]).toEqual([
    { cap: 0 },
    { cap: 1 },
    { cap: 250_00 },
  ]);
  expect(cap("US-TX", 1_000_00)).toMatchObject({ cap: 0, allowed: false });
});

test("a federal complaint has its fee, a state's court is asked for a quote", () => {
  const fee = (court: string, filedOn = "2026-03-01") =>
    calculate("US-CA", ["court-fee", "filing"], { court, filedOn, amount: 10_000_00 });
  expect(fee("federal_district")).toEqual({ fee: 405_00, prepaid: true });
  expect(fee("federal_district", "2023-11-30")).toMatchObject({ refused: true, reason: "manual_quote" });
  expect(fee("ca_limited_civil")).toMatchObject({ refused: true, rule: "US-STATE-04" });
});

test("US-MONEY-02: a federal judgment takes the Treasury yield of its entry and adds interest every year", () => {
  const facts: Facts = {
    judgment: { amount: 1_000_000_00, court: "federal_district", enteredOn: "2023-03-01" },
    interest: { from: "2023-03-02", to: "2025-03-01" },
  };
  expect(calculate("US", judgment, facts)).toMatchObject({
    refused: true,
    rule: "US-MONEY-02",
    reason: "rate_not_on_file",
    requires: ["rates.judgment"],
  });
  const series = withPoints("US-TREASURY-1Y", ["2023-02-27", "5.02"], ["2023-03-06", "9"]);
  // The year with the leap day has 366 days over 365.
  expect(calculate("US", judgment, facts, { series })).toMatchObject({
    amount: 10_306_448,
    days: 731,
    rate: "5.02",
    segments: [
      { from: "2023-03-02", to: "2024-03-01", days: 366, amount: 5_033_753 },
      { from: "2024-03-02", to: "2025-03-01", days: 365, amount: 5_272_694 },
    ],
  });
});

test("compounding never gives less than simple interest, and the same within the first year", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 0, max: 3_000 }),
      (principal, days) => {
        const from = dayOf("2020-01-01");
        const { amount } = compoundYearly({ principal, rate: 4_000_000n, from, to: from + days });
        const simple = (principal * 4 * (days + 1)) / 36_500;
        if (days < 365) expect(Math.abs(amount - simple)).toBeLessThanOrEqual(0.5 + 1e-6);
        else expect(amount).toBeGreaterThanOrEqual(Math.floor(simple));
      },
    ),
  );
});

test("US-MONEY-05: published rates are used as each state uses them, once they are on file", () => {
  const on = (place: string, series: ReturnType<typeof withPoints>, over: Facts = {}) =>
    calculate(
      place,
      judgment,
      {
        judgment: { amount: 10_000_00, enteredOn: "2025-06-30", consumer: true },
        interest: { from: "2025-07-01", to: "2026-06-30" },
        ...over,
      },
      { series },
    );
  expect(on("US-TX", withPoints("US-TX-JUDGMENT", ["2025-01-01", "3.25"]))).toMatchObject({ rate: "5" });
  expect(on("US-TX", withPoints("US-TX-JUDGMENT", ["2025-01-01", "16"]))).toMatchObject({ rate: "15" });
  expect(on("US-GA", withPoints("US-GA-PRIME", ["2025-01-01", "7.5"]))).toMatchObject({ rate: "10.5" });
  expect(on("US-MA", withPoints("US-MA-JUDGMENT", ["2020-01-01", "12"]))).toMatchObject({ rate: "12" });
  const yearly = withPoints(
    "US-FL-JUDGMENT",
    ["2025-04-01", "9.5"],
    ["2025-10-01", "9"],
    ["2026-01-01", "8"],
  );
  const florida = on("US-FL", yearly);
  expect(florida.refused ? [] : florida.segments).toMatchObject([
    { from: "2025-07-01", to: "2025-12-31", rate: "9.5" },
    { from: "2026-01-01", to: "2026-06-30", rate: "8" },
  ]);
  const washington = withPoints("US-WA-JUDGMENT", ["2025-01-01", "12"]);
  expect(on("US-WA", washington)).toMatchObject({ rate: "9" });
  expect(
    on("US-WA", washington, { judgment: { amount: 1, enteredOn: "2025-06-30", consumer: false } }),
  ).toMatchObject({ rate: "12" });
  expect(on("US-WA", washington, { debt: { agreedRate: "6" } })).toMatchObject({ rate: "6" });
});

test("US-MONEY-03: California's lower rate ends below its sums, and an unknown purpose is asked for", () => {
  const on = (over: object) =>
    calculate("US-CA", judgment, {
      judgment: { enteredOn: "2025-03-01", amount: 30_000_00, ...over },
      interest: { to: "2025-12-31" },
    });
  expect(on({ consumer: true })).toMatchObject({ rate: "5", days: 305, amount: 125_342 });
  expect(on({ consumer: true, amount: 50_000_00 })).toMatchObject({ rate: "10" });
  expect(on({ medical: true, consumer: true, amount: 199_999_99 })).toMatchObject({ rate: "5" });
  expect(on({ medical: true, consumer: true, amount: 200_000_00 })).toMatchObject({ rate: "10" });
  expect(on({ consumer: true, enteredOn: "2022-12-31" })).toMatchObject({ rate: "10" });
  expect(on({})).toMatchObject({ refused: true, requires: ["judgment.consumer"] });
  expect(on({ medical: "unknown", consumer: true, amount: 60_000_00 })).toMatchObject({
    refused: true,
    requires: ["judgment.medical"],
  });
});

test("facts that contradict each other give no figure", () => {
  const facts = (over: object): Facts => ({
    judgment: { amount: 850_000, consumer: true, enteredOn: "2026-01-10", ...over },
    interest: { from: "2026-01-11", to: "2026-07-10" },
  });
  expect(calculate("US-NY", judgment, facts({}))).toMatchObject({
    amount: 8_430,
    currency: "USD",
    days: 181,
  });
  expect(calculate("US-NY", judgment, facts({ enteredOn: "2026-01-12" }))).toMatchObject({
    refused: true,
    reason: "contradiction",
  });
  expect(calculate("US-NY", judgment, facts({ currency: "CNY" }))).toMatchObject({
    refused: true,
    reason: "wrong_currency",
  });
  const reversed = { ...facts({}), interest: { from: "2026-07-10", to: "2026-01-11" } };
  expect(calculate("US-NY", judgment, reversed)).toMatchObject({ refused: true, reason: "contradiction" });
  const loan: Facts = {
    debt: { principal: 1_000_00, agreedRate: "5", contractDate: "2026-02-01" },
    interest: { from: "2026-01-31", to: "2026-03-01" },
  };
  expect(calculate("US-GA", interest, loan)).toMatchObject({ refused: true, reason: "contradiction" });
});

test("US-TV-20: six per cent needs the contract before the service and the written notice, and asks for what is unknown", () => {
  const on = (service: Facts["service"], contractDate: string | null = "2024-05-01") =>
    calculate("US-GA", interest, {
      debt: { principal: 10_000_00, agreedRate: "18", contractDate },
      interest: { from: "2026-04-01", to: "2026-06-30" },
      service,
    });
  const capped = on({ startedOn: "2026-04-01", writtenNotice: true });
  expect(capped).toMatchObject({ amount: 14_959, rate: "6", findings: [{ rule: "US-HOLD-06" }] });
  expect(on({ startedOn: "2026-04-01", writtenNotice: false })).toMatchObject({ rate: "18" });
  expect(on({ startedOn: "2026-04-01", writtenNotice: true }, "2026-04-01")).toMatchObject({ rate: "18" });
  expect(on({ startedOn: "2026-04-01" })).toMatchObject({
    refused: true,
    requires: ["service.writtenNotice"],
  });
  expect(on({ startedOn: "2026-04-01", writtenNotice: true }, null)).toMatchObject({
    refused: true,
    requires: ["debt.contractDate"],
  });
});

test("US-MONEY-06: a rate above a civil usury ceiling is shown with a word of caution, a bank's is not", () => {
  const on = (kind: "business" | "financial_institution") =>
    calculate("US-NY", interest, {
      debt: { principal: 10_000_00, agreedRate: "17" },
      creditor: { kind },
      interest: { from: "2026-04-01", to: "2026-06-30" },
    });
  expect(on("business")).toMatchObject({ findings: [{ rule: "US-MONEY-06" }] });
  expect(on("financial_institution")).not.toHaveProperty("findings");
});

test("US-LIM-01: the shortest of forum, residence and chosen law decides, and is named", () => {
  const facts: Facts = {
    debt: { purpose: "commercial", limitationKind: "written" },
    debtor: { residence: { state: "WA" } },
    limitation: { accruedOn: "2022-03-01", chosenLaw: "TX" },
  };
  expect(calculate("US-NY", ["limitation", "last-day-to-sue"], facts, { at: "2026-03-02" })).toMatchObject({
    raw: "2026-03-01",
    barred: true,
    law: "US-TX",
  });
});

test("Florida restarts by payment for a written contract only", () => {
  const on = (limitationKind: "written" | "oral") =>
    calculate("US-FL", ["limitation", "last-day-to-sue"], {
      debt: { purpose: "consumer", limitationKind },
      limitation: { accruedOn: "2022-03-01", interruptions: [{ type: "part_payment", on: "2023-03-01" }] },
    });
  expect([on("written"), on("oral")]).toMatchObject([{ raw: "2028-03-01" }, { raw: "2026-03-01" }]);
});
