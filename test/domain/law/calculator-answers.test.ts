import { expect, test } from "vitest";
import type { Topic } from "#app/domain/law/calculator.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { calculate } from "./calculators.ts";

const owed = { costs: 100, interest: 200, principal: 300 };

test("CN-MONEY-14: what is paid beyond the debt is told as overpaid, and nothing else is", () => {
  const paid = (payment: number) => calculate("CN", ["interest", "allocation"], { payment, owed });
  expect(paid(600)).toEqual({ allocation: owed, principalLeft: 0 });
  expect(paid(601)).toEqual({
    allocation: owed,
    principalLeft: 0,
    findings: [{ rule: "CN-MONEY-14", reason: "overpaid" }],
  });
});

test("DE-MONEY-03: what is paid beyond the debt is told, and open parties are asked for only where they decide", () => {
  const paid = (payment: number, facts: Facts = {}) =>
    calculate("DE", ["interest", "allocation"], { payment, owed, debt: { kind: "goods" }, ...facts });
  expect(paid(600)).toEqual({ allocation: owed, principalLeft: 0 });
  expect(paid(650)).toEqual({ allocation: owed, principalLeft: 0, over: 50 });
  const principalFirst = { allocation: { costs: 100, interest: 0, principal: 150 }, principalLeft: 150 };
  expect(paid(250, { debt: {} })).toEqual({
    ...principalFirst,
    requires: ["debt.kind", "debt.purpose", "creditor.kind"],
  });
  const loan = { debt: { kind: "loan_bank", purpose: "consumer" }, creditor: { kind: "business" } } as const;
  expect(paid(250, loan)).toEqual(principalFirst);
  expect(paid(250, { ...loan, creditor: {} })).toEqual(principalFirst);
  const usual = { allocation: { costs: 100, interest: 150, principal: 0 }, principalLeft: 300 };
  expect(paid(250, { ...loan, debt: { ...loan.debt, landCharge: true } })).toEqual(usual);
  expect(paid(250)).toEqual(usual);
});

test("interest starts on the day after the due date and says so, unless the question names its first day", () => {
  const facts = (from?: string): Facts => ({
    debt: {
      kind: "loan_private",
      principal: 100_000,
      currency: "CNY",
      contractDate: "2023-07-10",
      dueDate: "2024-07-10",
      agreedRate: "6",
    },
    creditor: { kind: "natural" },
    interest: { from, to: "2025-03-31" },
  });
  const asked = ["interest", "interest"] as const;
  expect(calculate("CN", asked, facts())).toMatchObject({ interestFrom: "2024-07-11" });
  expect(calculate("CN", asked, facts("2024-07-11"))).not.toHaveProperty("interestFrom");
  expect(calculate("CN", asked, { ...facts(), debt: { ...facts().debt, currency: "EUR" } })).toEqual({
    refused: true,
    rule: "X-11",
    reason: "wrong_currency",
    requires: ["debt.currency"],
    values: { currency: "EUR", expected: "CNY" },
  });
});

test("US: interest at the agreed rate starts on the day after the due date and says so", () => {
  const facts = (interest: Facts["interest"]): Facts => ({
    debt: { principal: 100_000, currency: "USD", dueDate: "2025-01-01", agreedRate: "6", kind: "services" },
    debtor: { kind: "company" },
    interest,
  });
  const asked = ["interest", "interest"] as const;
  const own = calculate("US-TX", asked, facts({ to: "2025-12-31" }));
  expect(own).toMatchObject({ interestFrom: "2025-01-02", days: 364 });
  const named = calculate("US-TX", asked, facts({ from: "2025-01-02", to: "2025-12-31" }));
  expect(named).toMatchObject({ days: 364 });
  expect(named).not.toHaveProperty("interestFrom");
});

test("US-DATA-01: each record is kept by its own date, and no date is told that has no start", () => {
  const kept = (dates: Facts["dates"]) => calculate("US-TX", ["deadline", "evidence-retention"], { dates });
  expect(kept({ lastActivityOn: "2025-03-03" })).toEqual({ keepUntil: "2028-03-03" });
  expect(kept({ callOn: "2025-02-28" })).toEqual({ keepRecordingUntil: "2028-02-28" });
  expect(kept({ lastActivityOn: "2025-03-03", callOn: "2025-02-28" })).toEqual({
    keepUntil: "2028-03-03",
    keepRecordingUntil: "2028-02-28",
  });
});

test("US-CAL-02: mail adds days to service, and none to a waiver that was asked for", () => {
  const answer = (dates: Facts["dates"]) => calculate("US-TX", ["deadline", "federal-answer"], { dates });
  const served = { servedOn: "2026-03-02" };
  expect(answer(served)).toEqual({ raw: "2026-03-23", last: "2026-03-23" });
  expect(answer({ ...served, abroad: true })).toEqual({ raw: "2026-03-23", last: "2026-03-23" });
  expect(answer({ ...served, byMail: true })).toEqual({ raw: "2026-03-26", last: "2026-03-26" });
  const waived = { raw: "2026-05-01", last: "2026-05-01" };
  expect(answer({ sentOn: "2026-03-02" })).toEqual(waived);
  expect(answer({ sentOn: "2026-03-02", byMail: true })).toEqual(waived);
});

test("US-ESC-13: wages are exempt in the states that leave them alone", () => {
  const capped = (place: string, facts: Facts = {}) =>
    calculate(place, ["fee-cap", "wage-garnishment"], facts);
  expect(capped("US-TX")).toEqual({
    cap: 0,
    allowed: false,
    findings: [{ rule: "US-ESC-13", reason: "wages_exempt" }],
  });
  expect(capped("US-CA", { weeklyDisposable: 100_000 })).toEqual({ cap: 25_000 });
});

test("DE-ESC-10: the year in which an order lapses may be open while the objection's is not", () => {
  const objection = (servedOn: string, place = "DE-BE") =>
    calculate(place, ["deadline", "payment-order-objection"], { dates: { servedOn } });
  expect(objection("2025-03-03")).toEqual({
    raw: "2025-03-17",
    last: "2025-03-17",
    enforcementOrderFrom: "2025-03-18",
    enforcementOrderUntil: "2025-09-03",
  });
  expect(objection("2026-09-01")).toEqual({
    raw: "2026-09-15",
    last: "2026-09-15",
    enforcementOrderFrom: "2026-09-16",
    requires: ["calendar.DE"],
  });
});

test("DE-ESC-22: four weeks run from the first of two reminders, wherever the information stands beside them", () => {
  const from = (dates: Facts["dates"]) => calculate("DE", ["deadline", "bureau-report"], { dates });
  const remindersOn = ["2026-03-02", "2026-03-20"];
  expect(from({ remindersOn, noticeOn: "2026-03-02" })).toEqual({ earliest: "2026-03-30" });
});

test("DE-ESC-02: the question asks for the days alone, unless what is told of the parties excludes them", () => {
  const start = (facts: Facts) =>
    calculate("DE-BE", ["deadline", "default-start"], { ...facts, dates: { ...facts.dates } });
  const dates = { invoiceReceivedOn: "2026-03-02" };
  const answer = { last: "2026-04-01", verzugFrom: "2026-04-02" };
  expect(start({ dates })).toEqual(answer);
  expect(start({ debt: dates })).toEqual(answer);
  expect(start({ dates, debt: { purpose: "commercial" } })).toEqual(answer);
  expect(start({ dates, debt: { purpose: "consumer" } })).toMatchObject({ refused: true });
  expect(start({ dates, debtor: { kind: "natural_consumer" } })).toMatchObject({ refused: true });
  expect(start({ dates, debt: { kind: "goods" } })).toMatchObject({ refused: true });
  expect(
    calculate("DE", ["deadline", "default-start"], {
      dates: { invoiceReceivedOn: "2026-05-05", land: "BY" },
    }),
  ).toEqual({
    last: "2026-06-05",
    verzugFrom: "2026-06-06",
  });
});

test("DE-MONEY-01: interest ends with the payment where that comes before the day asked for", () => {
  const days = (facts: Facts) => {
    const debt = { kind: "goods", purpose: "consumer", principal: 100_000, currency: "EUR" } as const;
    const answer = calculate("DE", ["interest", "interest"], { debt, verzugFrom: "2025-02-01", ...facts });
    return (answer as { days?: number }).days;
  };
  expect(days({ interest: { to: "2025-02-28" } })).toBe(28);
  expect(days({ interest: { to: "2025-02-28" }, paidOn: "2025-02-10" })).toBe(10);
  expect(days({ interest: { to: "2025-02-28" }, paidOn: "2025-03-10" })).toBe(28);
  expect(days({ paidOn: "2025-02-10" })).toBe(10);
});

test("DE: a day that is named starts interest only where no fact speaks of default", () => {
  const debt = { kind: "goods", principal: 100_000, currency: "EUR" } as const;
  const interest = { from: "2025-02-01", to: "2025-02-28" };
  const asked = (facts: Facts) =>
    calculate("DE", ["interest", "interest"], { debt: { ...debt, purpose: "consumer" }, interest, ...facts });
  expect(asked({})).toMatchObject({ days: 28 });
  expect(asked({ debt: { ...debt, purpose: "consumer", invoiceReceivedOn: "2025-01-02" } })).toMatchObject({
    refused: true,
    requires: ["debt.invoiceHint", "verzugFrom"],
  });
});

test("DE: what no creditor reaches is not told beyond the figures on file", () => {
  const at = (day: string, series = publishedSeries) =>
    calculate("DE", ["fee-cap", "protected-account"], {}, { at: day, series });
  expect(at("2026-06-01")).toEqual({ protectedMonthly: 156_000 });
  const date = publishedSeries.points["DE-ATTACHMENT"]?.coverageEnd;
  const refused = { refused: true, rule: "X-10", reason: "stale_rate", requires: ["rates.attachment"] };
  expect(at("2098-06-01")).toEqual({ ...refused, values: { date } });
  expect(at("2026-06-01", { ...publishedSeries, points: {} })).toEqual({ ...refused, values: { date: "" } });
});

test("GB-MONEY-07: with no sum recovered there is no cap to tell, and with no fee nothing to allow", () => {
  const dba = (facts: Facts) => calculate("GB-EW", ["fee-cap", "dba"], facts);
  expect(dba({ recovered: 100_000 })).toEqual({ cap: 50_000 });
  expect(dba({ feePercent: "50" })).toEqual({ allowed: true });
  expect(dba({ feePercent: "40", fee: 50_001, recovered: 100_000 })).toEqual({ allowed: false, cap: 50_000 });
  expect(dba({ feePercent: "51", fee: 50_000, recovered: 100_000 })).toEqual({ allowed: false, cap: 50_000 });
  expect(dba({ feePercent: "40", fee: 50_000, realised: 100_000 })).toEqual({ allowed: true, cap: 50_000 });
});

test("GB-ESC-03: a reply without a letter's date shows that there was one", () => {
  const earliest = (dates: Facts["dates"]) => calculate("GB-EW", ["deadline", "earliest-claim"], { dates });
  expect(earliest({ replyReceivedOn: "2026-03-02", postedOn: "2026-02-02" })).toMatchObject({
    earliest: expect.any(String),
  });
  expect(earliest({ letterDate: "2026-03-02" })).toEqual({ earliest: "2026-04-02" });
  expect(earliest({ letterDate: "2026-03-02", postedOn: "2026-03-02" })).toEqual({ earliest: "2026-04-02" });
});

test("a question of an empty line is refused and never fails", () => {
  const questions: [string, Topic, readonly string[]][] = [
    ["CN", "interest", ["interest", "post-judgment-interest", "allocation"]],
    ["CN", "limitation", ["last-day-to-sue", "enforcement", "guarantee"]],
    ["DE", "interest", ["interest", "allocation"]],
    ["DE", "limitation", ["last-day-to-sue", "titled"]],
    ["GB-EW", "interest", ["fixed-sum", "interest", "post-judgment-interest"]],
    ["GB-EW", "limitation", ["last-day-to-sue"]],
    ["US-TX", "interest", ["interest", "post-judgment-interest"]],
    ["US-TX", "limitation", ["last-day-to-sue"]],
  ];
  for (const [place, topic, names] of questions)
    for (const name of names) {
      expect(calculate(place, [topic, name], {}), `${place} ${name}`).toMatchObject({ refused: true });
      const empty = {
        debt: {},
        creditor: {},
        debtor: {},
        judgment: {},
        interest: {},
        owed: {},
        limitation: {},
      };
      expect(calculate(place, [topic, name], empty), `${place} ${name}`).toMatchObject({ refused: true });
    }
});

test("a field that does not apply is absent from the answer", () => {
  const debt = { kind: "goods", principal: 100_000, currency: "CNY", agreedRate: "6" } as const;
  const asked = {
    debt,
    creditor: { kind: "business" },
    interest: { from: "2025-01-01", to: "2025-01-31" },
  } as const;
  const fields = ["amount", "currency", "days", "rate", "segments"];
  expect(Object.keys(calculate("CN", ["interest", "interest"], asked))).toEqual(fields);
  const stopped: Facts = { ...asked, holds: [{ type: "bankruptcy", startedAt: "2025-01-01" }] };
  expect(Object.keys(calculate("CN", ["interest", "interest"], stopped))).toEqual([
    "amount",
    "currency",
    "days",
    "segments",
    "findings",
  ]);
});

test("what the question leaves out altogether is asked for or taken from the case, and never fails", () => {
  const started = calculate("DE-BE", ["deadline", "default-start"], {
    debt: { invoiceReceivedOn: "2026-03-02" },
  });
  expect(started).toEqual({ last: "2026-04-01", verzugFrom: "2026-04-02" });
  expect(calculate("DE", ["interest", "allocation"], { payment: 50, owed })).toMatchObject({
    requires: ["debt.kind", "debt.purpose", "creditor.kind"],
  });
  const lapses = calculate("DE", ["deadline", "payment-order-objection"], {
    dates: { servedOn: "2025-07-06" },
  });
  expect(lapses).toMatchObject({ last: "2025-07-21", requires: ["dates.land"] });
  const due = { principal: 100_000, currency: "USD", dueDate: "2026-01-01", agreedRate: "6" };
  expect(calculate("US-TX", ["interest", "interest"], { debt: due })).toMatchObject({
    interestFrom: "2026-01-02",
    segments: [{ to: "2026-06-01" }],
  });
  const served = { servedOn: "2026-03-02" };
  expect(calculate("US-CA", ["deadline", "state-answer"], { dates: served, debtor: {} })).toMatchObject({
    last: expect.any(String),
  });
});

test("DE-ESC-01: a named day starts no interest where it is known that nothing made default happen", () => {
  const debt = { kind: "goods", purpose: "consumer", principal: 100_000, currency: "EUR" } as const;
  const answer = calculate("DE", ["interest", "interest"], {
    debt: { ...debt, invoiceHint: false },
    notices: { remindersOn: [] },
    interest: { from: "2025-02-01", to: "2025-02-28" },
  });
  expect(answer).toMatchObject({ refused: true, rule: "DE-ESC-01", reason: "de_no_default" });
});
