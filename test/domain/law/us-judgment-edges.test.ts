import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { judgmentInterestOn } from "#app/domain/law/money/judgment-interest.ts";
import { usJudgmentRates } from "#app/domain/law/money/us-judgment-rates.ts";
import { withPoints } from "./calculators.ts";

type Judgment = NonNullable<Facts["judgment"]>;
const entered: Judgment = { enteredOn: "2025-07-01", amount: 1_000_000 };
const on = (jurisdiction: string, judgment: Judgment, over: object = {}) =>
  judgmentInterestOn({ jurisdiction, facts: { judgment }, to: "2025-07-31", ...over });
const asks = (rule: string, ...requires: string[]) => ({
  refused: true,
  rule,
  reason: "fact_unknown",
  requires,
});

test("US-MONEY-03: what cannot change California's rate is not asked for", () => {
  const earlier = { ...entered, enteredOn: "2022-12-31" };
  const settled: [judgment: Judgment, rate: string][] = [
    [earlier, "10"],
    [{ ...earlier, consumer: false, medical: null }, "10"],
    [{ ...entered, medical: true }, "5"],
    [{ ...entered, consumer: true, medical: null }, "5"],
  ];
  for (const [judgment, rate] of settled)
    expect(on("US-CA", judgment), JSON.stringify(judgment)).toMatchObject({ refused: false, rate });
});

test("a sum that is told to be unknown is asked for first", () => {
  for (const amount of [null, "unknown", undefined] as const) {
    expect(on("US-CA", { ...entered, amount }), String(amount)).toEqual(
      asks("US-MONEY-03", "judgment.amount"),
    );
    expect(on("US-IL", { ...entered, amount }), String(amount)).toEqual(
      asks("US-MONEY-05", "judgment.amount"),
    );
  }
});

test("US-MONEY-05: up to 25,000 dollars, these included, Illinois asks whether the debtor is a consumer", () => {
  expect(on("US-IL", { ...entered, amount: 2_500_000 })).toEqual(asks("US-MONEY-05", "judgment.consumer"));
});

test("a state's court gives the state's rate, whatever it is called", () => {
  const judgment = { ...entered, consumer: false };
  for (const court of ["superior", "county", "unknown"])
    expect(on("US-NY", { ...judgment, court }), court).toMatchObject({ rate: "9", citation: "CPLR 5004(a)" });
});

test("Florida's rate changes with the last day too, where that is a first of January", () => {
  const series = withPoints("US-FL-JUDGMENT", ["2025-01-01", "5"], ["2026-01-01", "7"]);
  expect(on("US-FL", entered, { to: "2026-01-01", series })).toMatchObject({
    rate: "7",
    segments: [{ to: "2025-12-31" }, { from: "2026-01-01", to: "2026-01-01", days: 1, rate: "7" }],
  });
});

test("X-10: without the day of entry no published rate is taken, however far back the series goes", () => {
  const series = withPoints("US-WA-JUDGMENT", ["1960-01-01", "9"]);
  const undated = { amount: 100, consumer: false };
  expect(on("US-WA", undated, { from: "2025-07-01", series })).toMatchObject({
    refused: true,
    rule: "US-MONEY-05",
    requires: ["judgment.enteredOn"],
  });
  expect(
    usJudgmentRates("US-WA", { facts: { judgment: { ...entered, ...undated } }, from: 0, to: 1, series }),
  ).toMatchObject({ refused: false, stretches: [{ from: 0, to: 1, rate: 9_000_000n }] });
});
