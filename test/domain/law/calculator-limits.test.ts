import { expect, test } from "vitest";
import type { Topic } from "#app/domain/law/calculator.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { calculate } from "./calculators.ts";

test("an amount in another currency is not converted, and says which was expected", () => {
  const asked: [Topic, string, Facts, string][] = [
    ["interest", "fixed-sum", { debt: { currency: "EUR" } }, "debt.currency"],
    ["fee-cap", "dba", { currency: "EUR" }, "currency"],
    ["fee-cap", "cfa", { currency: "EUR" }, "currency"],
    ["court-fee", "issue", { currency: "EUR" }, "currency"],
  ];
  for (const [topic, question, facts, path] of asked) {
    expect(calculate("GB-EW", [topic, question], facts)).toEqual({
      refused: true,
      rule: "X-11",
      reason: "wrong_currency",
      requires: [path],
      values: { currency: "EUR", expected: "GBP" },
    });
  }
});

test("beyond the calendars on file a deadline is refused and says until when they reach", () => {
  const late = {
    servedOn: "2098-03-02",
    demandedOn: "2098-03-02",
    postedOn: "2098-03-02",
    hearingOn: "2098-03-02",
    clearDays: 3,
  };
  const asked: [string, string, string][] = [
    ["CN", "appeal-judgment", "calendar.CN"],
    ["DE", "payment-order-objection", "calendar.DE"],
    ["DE", "asset-declaration", "calendar.DE"],
    ["GB-EW", "claim-form-by-post", "calendar.GB-EW"],
    ["GB-EW", "other-document-by-post", "calendar.GB-EW"],
    ["GB-EW", "hearing-notice", "calendar.GB-EW"],
  ];
  for (const [place, question, calendar] of asked) {
    expect(calculate(place, ["deadline", question], { dates: late }), question).toEqual({
      refused: true,
      rule: "X-10",
      reason: "stale_calendar",
      requires: [calendar],
      values: { date: expect.stringMatching(/^20\d\d-12-31$/) },
    });
  }
  expect(
    calculate("DE", ["deadline", "default-start"], { dates: { invoiceReceivedOn: "2098-03-02" } }),
  ).toMatchObject({
    rule: "X-10",
    reason: "stale_calendar",
    requires: ["calendar.DE"],
  });
});

test("GB-ESC-02: a letter that was posted later than its date allows names that date", () => {
  const dates = { letterDate: "2026-03-02", postedOn: "2026-03-20" };
  expect(calculate("GB-EW", ["deadline", "earliest-claim"], { dates })).toEqual({
    refused: true,
    rule: "GB-ESC-02",
    reason: "letter_posted_late",
    requires: ["dates.letterDate"],
    values: { date: "2026-03-02" },
  });
});
