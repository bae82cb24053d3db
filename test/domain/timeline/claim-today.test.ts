import { expect, test } from "vitest";
import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { claimToday } from "#app/domain/timeline/claim-today.ts";

type Claim = CaseAnswers["claim"];

const claim = (given: Partial<Claim>): Claim => ({
  kind: "invoice_b2b",
  purpose: "commercial",
  creditorKind: "business",
  principal: 1_000_000,
  currency: "USD",
  dueOn: "2026-01-31",
  written: "yes",
  interest: "none",
  assigned: "no",
  description: "An invoice that was not paid.",
  ...given,
});

const asked = (given: Partial<Claim> = {}) => ({
  jurisdiction: "US-CA",
  answers: {
    claim: claim(given),
    debtor: { kind: "company" as const, name: "Debtor", placeCode: "US-CA" },
  },
  events: [],
  today: "2026-03-01",
  series: publishedSeries,
});

const paid = (amount: number, paymentId = `of ${amount}`) => ({
  id: paymentId,
  type: "payment" as const,
  payload: { refs: { amount, paymentId } },
});

test("payments come off the claim, to the minor unit; nothing else in the log does", () => {
  const events = [
    paid(1),
    paid(249_999),
    { id: "r", type: "reply" as const, payload: { refs: { amount: 999 } } },
  ];
  expect(claimToday({ ...asked(), events })).toEqual({
    currency: "USD",
    principal: 1_000_000,
    interest: { kind: "none" },
    payments: { count: 2, amount: 250_000 },
    courtCosts: 0,
    total: 750_000,
  });
});

test("what a court was paid by today is claimed besides, and what is paid tomorrow is not yet", () => {
  const { today } = asked();
  const courtCosts = [
    { on: today, amount: 5_000 },
    { on: "2999-01-01", amount: 700 },
  ];
  expect(claimToday({ ...asked(), events: [], courtCosts })).toMatchObject({
    courtCosts: 5_000,
    total: 1_005_000,
  });
});

test("what went back of a payment is owed again, and one that went back whole is none", () => {
  const events = [paid(1_000, "a"), paid(2_000, "b"), paid(-400, "a"), paid(-2_000, "b")];
  expect(claimToday({ ...asked(), events }).payments).toEqual({ count: 1, amount: 600 });
});

test("nothing accrues before the day after the due date", () => {
  const agreed = { interest: "agreed" as const, agreedRate: "10" };
  expect(claimToday({ ...asked(agreed), today: "2026-01-31" }).interest).toEqual({ kind: "none" });
  const later = claimToday({ ...asked(agreed), today: "2026-02-01" });
  expect(later.total).toBe(1_000_000 + (later.interest.kind === "counted" ? later.interest.amount : 0));
});

test("interest grows with the days and never shrinks", () => {
  const on = (today: string) => claimToday({ ...asked({ interest: "agreed", agreedRate: "10" }), today });
  const [short, long] = [on("2026-03-01"), on("2026-06-01")];
  if (short.interest.kind !== "counted" || long.interest.kind !== "counted") {
    throw new Error(JSON.stringify([short.interest, long.interest]));
  }
  expect(short.interest.amount).toBeGreaterThan(0);
  expect(long.interest.amount).toBeGreaterThan(short.interest.amount);
});

const company = (placeCode: string) => ({ kind: "company" as const, name: "Debtor", placeCode });

test("GB-TV-01: late commercial payment bears one rate from its first day, and the fixed sum is part of the claim", () => {
  const sold = claim({ principal: 5_000_00, currency: "GBP", dueOn: "2025-03-31", interest: "statutory" });
  const answers = { claim: sold, debtor: company("GB-EW") };
  expect(claimToday({ ...asked(), jurisdiction: "GB-EW", answers, today: "2025-09-30" })).toMatchObject({
    interest: {
      amount: 319_62,
      fixedSum: 70_00,
      dailyAmount: 1_75,
      segments: [{ rate: "12.75", days: 183 }],
    },
    total: 5_389_62,
  });
});

test("DE-TV-01: interest from the day of default by half-years, with the flat sum; without default there is neither", () => {
  const sold = claim({ principal: 8_400_00, currency: "EUR", dueOn: "2025-03-05", interest: "statutory" });
  const answers = { claim: sold, debtor: company("DE-BE") };
  const berlin = { ...asked(), jurisdiction: "DE", answers, today: "2025-10-15" };
  const known = { debt: { invoiceReceivedOn: "2025-03-05" }, debtor: { residence: { land: "BE" } } };
  expect(claimToday({ ...berlin, known })).toMatchObject({
    interest: { amount: 478_54, fixedSum: 40_00, segments: [{ from: "2025-04-05" }, { from: "2025-07-01" }] },
    total: 8_918_54,
  });
  expect(claimToday(berlin)).toMatchObject({ interest: { kind: "refused" }, total: 8_400_00 });
});

test("a figure that must not be made is left out of the total and says why", () => {
  const { interest, total } = claimToday(asked({ interest: "agreed" }));
  expect(interest).toEqual({ kind: "refused", reason: expect.stringMatching(/^[a-z_]+$/) });
  expect(total).toBe(1_000_000);
});
