import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { defaultAfterAgreedDay, verzugOf } from "#app/domain/law/money/de-verzug.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

type Debt = NonNullable<Facts["debt"]>;
const trade: Facts = { creditor: { kind: "business" }, debtor: { kind: "company" } };
const german = (debt: Debt, rest: Facts = {}, over: object = {}) =>
  interestOn({
    jurisdiction: "DE-BE",
    facts: { debt: { principal: 100_000, currency: "EUR", ...debt }, verzugFrom: "2025-03-01", ...rest },
    from: "2025-03-01",
    to: "2025-03-31",
    ...over,
  });
/** The base rate from a day to a last verified one. */
const based = (from: string, coverageEnd: string): Series => {
  const base = { ...publishedSeries.points["DE-BASE-RATE"], points: [{ from, value: "2" }], coverageEnd };
  return { ...publishedSeries, points: { ...publishedSeries.points, "DE-BASE-RATE": base } };
};

test("a rate that no unknown fact could change asks for none", () => {
  const settled: [debt: Debt, rest: Facts, rate: string][] = [
    [{ kind: "loan_bank", purpose: "consumer", landCharge: true }, {}, "4.77"],
    [{ kind: "goods" }, trade, "11.27"],
    [{ kind: "other" }, {}, "7.27"],
    [{ kind: "goods", purpose: "consumer" }, { verzugFrom: undefined, suedOn: "2025-02-27" }, "7.27"],
  ];
  for (const [debt, rest, rate] of settled) {
    const found = german(debt, rest);
    expect(found, JSON.stringify(debt)).toMatchObject({ refused: false, rate });
    expect(found, JSON.stringify(debt)).not.toHaveProperty("requires");
  }
});

test("X-10: a stretch needs the base rate of its first day and of its last", () => {
  const goods: Debt = { kind: "goods", purpose: "consumer" };
  const refused = { refused: true, rule: "X-10", reason: "stale_rate", requires: ["rates.base"] };
  const asked = (series: Series) => german(goods, {}, { series });
  expect(asked(based("2025-03-01", "2025-03-31"))).toMatchObject({ refused: false, days: 31, rate: "7" });
  expect(asked(based("2025-03-02", "2025-03-31"))).toMatchObject(refused);
  expect(asked(based("2025-03-01", "2025-03-30"))).toMatchObject(refused);
});

test("X-10: default after the last verified base rate is shown as nothing, at no rate", () => {
  const goods: Debt = { kind: "goods", purpose: "consumer" };
  const series = based("2025-01-01", "2025-02-28");
  expect(german(goods, {}, { series, beyond: "shown" })).toMatchObject({
    refused: false,
    amount: 0,
    days: 0,
    rate: null,
    shownTo: "2025-02-28",
    notes: [{ rule: "X-10", key: "stale_rate" }],
  });
});

test("DE-ESC-02: beyond the calendars on file default is sure from its latest possible day, and no day before it", () => {
  const series = based("2025-01-01", "2098-12-31");
  const asked = (from: string) =>
    german(
      { kind: "invoice_b2b", invoiceReceivedOn: "2098-03-02" },
      { ...trade, verzugFrom: undefined },
      { series, from, to: "2098-04-30" },
    );
  const sure = asked("2098-04-15");
  expect(sure).toMatchObject({ refused: false, interestFrom: "2098-04-15", days: 16, fixedSum: 4_000 });
  expect(sure).not.toHaveProperty("verzugFrom");
  expect(sure).not.toHaveProperty("requires");
  expect(asked("2098-04-14")).toEqual({
    refused: true,
    rule: "X-10",
    reason: "stale_calendar",
    requires: ["calendar.DE"],
    values: { date: expect.stringMatching(/^20\d\d-12-31$/) },
  });
});

test("X-11: euros are the currency of a German debt", () => {
  expect(german({ kind: "goods", currency: "USD" })).toEqual({
    refused: true,
    rule: "X-11",
    reason: "wrong_currency",
    requires: ["debt.currency"],
    values: { currency: "USD", expected: "EUR" },
  });
});

test("BGB 193: a day of payment on a holiday moves for the debtor, in some places of the Land too, and where the Land is not known", () => {
  const after = (land: string | null) => defaultAfterAgreedDay("2026-06-04", publishedSeries, land);
  expect([after("BE"), after("NW"), after("SN"), after(null)]).toEqual([
    "2026-06-05",
    "2026-06-06",
    "2026-06-06",
    "2026-06-06",
  ]);
});

test("DE-ESC-01: the reminder decides from one day before the thirty days end; one before maturity leaves default open", () => {
  const reminded = (debt: Debt, ...remindersOn: string[]) =>
    verzugOf({ facts: { debt, notices: { remindersOn } }, series: publishedSeries, place: "DE-BE" });
  const invoice: Debt = { kind: "invoice_b2b", dueDate: "2026-03-01", invoiceReceivedOn: "2026-03-02" };
  expect(reminded(invoice)).toMatchObject({ from: dayOf("2026-04-02") });
  expect(reminded(invoice, "2026-03-31")).toMatchObject({ from: dayOf("2026-04-01") });
  expect(reminded({ kind: "goods", purpose: "consumer", invoiceHint: false }, "2026-03-31")).toEqual({
    kind: "unknown",
    rule: "DE-ESC-01",
    requires: ["verzugFrom"],
  });
});
