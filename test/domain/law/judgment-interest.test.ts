import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { judgmentInterestOn } from "#app/domain/law/money/judgment-interest.ts";

type Judged = [
  place: string,
  judgment: Facts["judgment"],
  from: string | undefined,
  rule: string,
  reason: string,
  ...requires: string[],
];
const judged: Judged[] = [
  ["CN", {}, undefined, "CN-MONEY-15", "fact_unknown", "judgment.amount"],
  ["CN", undefined, undefined, "CN-MONEY-15", "fact_unknown", "judgment.amount"],
  ["CN", { amount: 100 }, undefined, "CN-MONEY-15", "fact_unknown", "judgment.periodEnds"],
  [
    "CN",
    { amount: 100, periodEnds: "2025-07-01" },
    "2025-07-01",
    "CN-MONEY-15",
    "contradiction",
    "interest.from",
  ],
  ["CN", { amount: 100 }, "2025-08-01", "X-11", "contradiction", "interest.to"],
  ["US-NY", {}, undefined, "US-MONEY-05", "fact_unknown", "judgment.enteredOn"],
  ["US-NY", undefined, undefined, "US-MONEY-05", "fact_unknown", "judgment.enteredOn"],
  ["US-NY", { amount: 100, enteredOn: "2025-07-02" }, "2025-07-01", "X-11", "contradiction", "interest.from"],
  ["GB-EW", {}, undefined, "GB-MONEY-06", "fact_unknown", "judgment.amount"],
  ["GB-EW", { amount: 100, court: "high" }, undefined, "GB-MONEY-06", "fact_unknown", "judgment.enteredOn"],
  [
    "GB-EW",
    { amount: 100, court: "high", enteredOn: "2025-07-02" },
    "2025-07-01",
    "X-11",
    "contradiction",
    "interest.from",
  ],
  [
    "GB-EW",
    { amount: 500_000 },
    undefined,
    "GB-MONEY-06",
    "fact_unknown",
    "judgment.court",
    "judgment.ccaRegulated",
  ],
  [
    "GB-EW",
    { amount: 499_999, court: "county" },
    undefined,
    "GB-MONEY-06",
    "fact_unknown",
    "judgment.ccaRegulated",
    "judgment.latePaymentDebt",
  ],
  [
    "GB-EW",
    { amount: 499_999, latePaymentDebt: false },
    undefined,
    "GB-MONEY-06",
    "fact_unknown",
    "judgment.court",
  ],
];

test("interest on a judgment that rests on what is unknown or cannot be so is refused by its rule", () => {
  for (const [jurisdiction, judgment, from, rule, reason, ...requires] of judged)
    expect(
      judgmentInterestOn({ jurisdiction, facts: { judgment }, from, to: "2025-07-31" }),
      JSON.stringify([jurisdiction, judgment, from]),
    ).toEqual({ refused: true, rule, reason, requires });
  for (const [jurisdiction, expected] of [
    ["CN", "CNY"],
    ["US-NY", "USD"],
    ["GB-EW", "GBP"],
  ])
    expect(
      judgmentInterestOn({ jurisdiction, facts: { judgment: { currency: "EUR" } }, to: "2025-07-31" }),
    ).toEqual({
      refused: true,
      rule: "X-11",
      reason: "wrong_currency",
      requires: ["judgment.currency"],
      values: { currency: "EUR", expected },
    });
});

test("CN-MONEY-15: days of a suspension that the debtor did not ask for are left out, and what is open about it is asked for", () => {
  const delayed = (...suspensions: object[]) =>
    judgmentInterestOn({
      jurisdiction: "CN",
      facts: {
        judgment: { amount: 100_000, periodEnds: "2025-06-30" },
        suspensions: suspensions as Facts["suspensions"],
      },
      to: "2025-07-31",
    });
  const pause = { from: "2025-07-10", to: "2025-07-12", requestedByDebtor: false };
  expect(delayed()).toMatchObject({
    days: 31,
    rate: "6.3875",
    notes: [],
    currency: "CNY",
    citation: "民事诉讼法 264; 法释〔2014〕8号 1-3",
  });
  expect(delayed(pause)).toMatchObject({ days: 28 });
  expect(delayed({ ...pause, requestedByDebtor: true }, pause)).toMatchObject({ days: 28 });
  expect(delayed({ ...pause, to: pause.from })).toMatchObject({ days: 30 });
  const open = (over: object, path: string) =>
    expect(delayed({ ...pause, ...over })).toMatchObject({
      refused: true,
      rule: "CN-MONEY-15",
      reason: "fact_unknown",
      requires: [path],
    });
  open({ requestedByDebtor: "unknown" }, "suspensions[].requestedByDebtor");
  open({ from: undefined }, "suspensions[].from");
  open({ to: undefined }, "suspensions[].to");
  expect(delayed({ ...pause, to: "2025-07-09" })).toMatchObject({
    refused: true,
    rule: "X-11",
    reason: "contradiction",
    requires: ["suspensions[].to"],
  });
  expect(
    judgmentInterestOn({
      jurisdiction: "CN",
      facts: { judgment: { amount: 100, periodEnds: "2025-07-31" } },
      to: "2025-07-31",
    }),
  ).toMatchObject({ days: 0, segments: [] });
});

test("GB-MONEY-06: what a court gives on a judgment, and what it does not", () => {
  const on = (judgment: Facts["judgment"]) =>
    judgmentInterestOn({
      jurisdiction: "GB-EW",
      facts: { judgment: { enteredOn: "2025-07-01", ...judgment } },
      to: "2025-07-31",
    });
  const none = {
    rate: null,
    amount: 0,
    segments: [],
    notes: [{ rule: "GB-MONEY-06", key: "gb_no_judgment_interest" }],
  };
  const eight = {
    rate: "8",
    days: 31,
    notes: [],
    currency: "GBP",
    citation: "Judgments Act 1838 s.17; SI 1991/1184 as amended by SI 1998/2400",
  };
  expect(on({ amount: 100, court: "high" })).toMatchObject(eight);
  expect(on({ amount: 500_000, court: "county", ccaRegulated: false })).toMatchObject(eight);
  expect(on({ amount: 499_999, court: "county", latePaymentDebt: true })).toMatchObject(eight);
  expect(on({ amount: 499_999, latePaymentDebt: true })).toMatchObject(eight);
  expect(on({ amount: 499_999, court: "county", latePaymentDebt: false })).toMatchObject(none);
  expect(on({ amount: 500_000, court: "county", ccaRegulated: true })).toMatchObject(none);
});
