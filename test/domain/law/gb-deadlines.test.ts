import { expect, test } from "vitest";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { firstControlDay, lastServiceBefore } from "#app/domain/law/deadlines/gb.ts";
import { calculateLine } from "#app/domain/law/interface.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { calculated } from "./gb-lines.ts";

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

test("GB-CAL-01: a notice longer than any rule asks for is refused, and not counted", () => {
  const dates = { hearingOn: "2026-06-18", clearDays: 9_000_000_000_000_000 };
  const line = { jurisdiction: "GB-EW", at: "2026-06-01", question: "hearing-notice", facts: { dates } };
  expect(calculateLine("deadline", line)).toMatchObject({
    ok: false,
    error: { path: "facts.dates.clearDays" },
  });
  const hearingOn = dayOf("2026-06-18");
  for (const clearDays of [0, 367, 9_000_000_000_000_000, Number.NaN])
    expect(lastServiceBefore(publishedSeries, { hearingOn, clearDays })).toEqual({
      refused: true,
      coverageEnd: null,
    });
  expect(lastServiceBefore(publishedSeries, { hearingOn, clearDays: 366 })).toMatchObject({ refused: false });
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
