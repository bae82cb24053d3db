import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { without } from "#app/domain/law/money/accrue.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { judgmentInterestOn } from "#app/domain/law/money/judgment-interest.ts";
import { usInterestOn } from "#app/domain/law/money/us-interest.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";

const contradiction = (path: string) => ({
  refused: true,
  rule: "X-11",
  reason: "contradiction",
  requires: [path],
});
const rent = (debt: Facts["debt"]): Facts => ({ debt: { kind: "rent", principal: 100_000, ...debt } });

test("a pause long before a stretch takes nothing from it and adds nothing to it", () => {
  expect(without([{ from: 10, to: 20, rate: 1n }], { from: 3, to: 5 })).toEqual([
    { from: 10, to: 20, rate: 1n },
  ]);
});

test("a day before 1970 is a day like another: one that is not known is not taken for it", () => {
  const december = { from: "1969-12-01", to: "1969-12-31" };
  const judged = (jurisdiction: string) =>
    judgmentInterestOn({ jurisdiction, facts: { judgment: { amount: 100_000 } }, ...december });
  expect([
    interestOn({ jurisdiction: "CN", facts: rent({ agreedRate: "12" }), ...december }),
    interestOn({ jurisdiction: "US-NY", facts: rent({ agreedRate: "12" }), ...december }),
    judged("CN"),
    judged("US-PA"),
  ]).toMatchObject(Array.from({ length: 4 }, () => ({ refused: false, days: 31 })));
});

test("X-11: no interest before the contract, no suit before it; all on the same day can be so", () => {
  const loan = (suedOn?: string): Facts => ({
    ...rent({ contractDate: "2025-07-01", agreedRate: "6" }),
    suedOn,
  });
  const on = (facts: Facts) =>
    interestOn({ jurisdiction: "CN", facts, from: "2025-07-01", to: "2025-07-01" });
  expect(on(loan())).toMatchObject({ days: 1 });
  expect(on(loan("2025-07-01"))).toMatchObject({ days: 1 });
  expect(on(loan("2025-06-30"))).toEqual(contradiction("suedOn"));
});

test("interest on a judgment may be asked for one day, and is none on the day of its entry", () => {
  const judged = (jurisdiction: string, judgment: Facts["judgment"], from?: string) =>
    judgmentInterestOn({
      jurisdiction,
      facts: { judgment: { amount: 100_000, ...judgment } },
      from,
      to: "2025-07-31",
    });
  expect(judged("CN-440300", { periodEnds: "2025-07-30" }, "2025-07-31")).toMatchObject({
    days: 1,
    currency: "CNY",
  });
  expect(judged("US-PA", { enteredOn: "2025-07-30" }, "2025-07-31")).toMatchObject({ days: 1, rate: "6" });
  expect(judged("US-PA", { enteredOn: "2025-07-31" })).toMatchObject({
    days: 0,
    amount: 0,
    rate: null,
    segments: [],
  });
});

test("a period without a day bears nothing at no rate", () => {
  const [from, to] = ["2025-07-02", "2025-07-01"];
  const facts = rent({ agreedRate: "12" });
  expect(usInterestOn({ jurisdiction: "US-NY", facts, from, to })).toMatchObject({
    amount: 0,
    days: 0,
    rate: null,
  });
});

test("X-11: dollars are the currency of an American debt", () => {
  const facts = rent({ agreedRate: "12", currency: "EUR" });
  expect(interestOn({ jurisdiction: "US-NY", facts, from: "2025-07-01", to: "2025-07-31" })).toEqual({
    refused: true,
    rule: "X-11",
    reason: "wrong_currency",
    requires: ["debt.currency"],
    values: { currency: "EUR", expected: "USD" },
  });
});

test("US-MONEY-06: Pennsylvania's ceiling is six per cent, itself allowed", () => {
  const facts = rent({ agreedRate: "6" });
  expect(interestOn({ jurisdiction: "US-PA", facts, from: "2025-07-01", to: "2025-07-31" })).toMatchObject({
    rate: "6",
    notes: [],
  });
});

test("X-10: a figure beyond the verified rates is shown as nothing in the cities of mainland China too, and never in England", () => {
  const asked = { from: "2098-01-02", to: "2098-01-31", beyond: "shown" } as const;
  const sale: Facts = {
    debt: { kind: "goods", principal: 100_000, dueDate: "2098-01-01" },
    creditor: { kind: "business" },
    debtor: { kind: "company" },
  };
  expect(interestOn({ jurisdiction: "CN-440300", facts: sale, ...asked })).toMatchObject({
    refused: false,
    amount: 0,
    currency: "CNY",
    shownTo: publishedSeries.points["CN-LPR-1Y"].coverageEnd,
  });
  expect(interestOn({ jurisdiction: "GB-EW", facts: sale, ...asked })).toMatchObject({
    refused: true,
    rule: "X-10",
    reason: "stale_rate",
    requires: ["rates.lpcda"],
  });
});
