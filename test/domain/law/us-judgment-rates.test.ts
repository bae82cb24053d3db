import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { judgmentInterestOn } from "#app/domain/law/money/judgment-interest.ts";
import { withPoints } from "./calculators.ts";

type Judgment = NonNullable<Facts["judgment"]>;
const entered = { enteredOn: "2025-07-01", amount: 1_000_000 };
const consumer = { ...entered, consumer: true };
const business = { ...entered, consumer: false };
const on = (
  jurisdiction: string,
  judgment: Judgment,
  { series, ...rest }: { series?: ReturnType<typeof withPoints>; facts?: Facts } = {},
) => judgmentInterestOn({ jurisdiction, facts: { judgment, ...rest.facts }, to: "2025-07-31", series });

/** The judgment, the rate, and the source of it. */
const rates: [place: string, judgment: Judgment, rate: string, citation: string][] = [
  ["US-CA", consumer, "5", "Cal. CCP 685.010(a)"],
  ["US-CA", { ...consumer, amount: 4_999_999 }, "5", "Cal. CCP 685.010(a)"],
  ["US-CA", { ...consumer, amount: 5_000_000 }, "10", "Cal. CCP 685.010(a)"],
  ["US-CA", business, "10", "Cal. CCP 685.010(a)"],
  ["US-CA", { ...consumer, enteredOn: "2022-12-31" }, "10", "Cal. CCP 685.010(a)"],
  ["US-CA", { ...consumer, enteredOn: "2023-01-01" }, "5", "Cal. CCP 685.010(a)"],
  ["US-CA", { ...business, medical: true, amount: 19_999_999 }, "5", "Cal. CCP 685.010(a)"],
  ["US-CA", { ...business, medical: true, amount: 20_000_000 }, "10", "Cal. CCP 685.010(a)"],
  ["US-CA", { ...business, medical: null, amount: 20_000_000 }, "10", "Cal. CCP 685.010(a)"],
  ["US-CA", { ...entered, amount: 5_000_000 }, "10", "Cal. CCP 685.010(a)"],
  ["US-NY", consumer, "2", "CPLR 5004(a)"],
  ["US-NY", business, "9", "CPLR 5004(a)"],
  ["US-IL", { ...consumer, amount: 2_500_000 }, "5", "735 ILCS 5/2-1303"],
  ["US-IL", { ...consumer, amount: 2_500_001 }, "9", "735 ILCS 5/2-1303"],
  ["US-IL", business, "9", "735 ILCS 5/2-1303"],
  ["US-IL", { ...entered, amount: 2_500_001 }, "9", "735 ILCS 5/2-1303"],
  ["US-PA", entered, "6", "41 P.S. 202"],
];

test("US-MONEY-03 to -05: the rate of a judgment is its state's, by its day, its sum and its kind", () => {
  for (const [place, judgment, rate, citation] of rates)
    expect(on(place, judgment), JSON.stringify([place, judgment])).toMatchObject({
      refused: false,
      rate,
      citation,
      notes: [],
    });
});

const refused: [place: string, judgment: Judgment, rule: string, ...requires: string[]][] = [
  ["US-CA", { amount: 100 }, "US-MONEY-05", "judgment.enteredOn"],
  ["US-CA", { enteredOn: "2025-07-01" }, "US-MONEY-03", "judgment.amount"],
  ["US-CA", entered, "US-MONEY-03", "judgment.consumer"],
  ["US-CA", { ...business, medical: null }, "US-MONEY-03", "judgment.medical"],
  ["US-CA", { ...business, medical: "unknown" }, "US-MONEY-03", "judgment.medical"],
  ["US-NY", entered, "US-MONEY-04", "judgment.consumer"],
  ["US-NY", { enteredOn: "2025-07-01", consumer: true }, "US-MONEY-04", "judgment.amount"],
  ["US-IL", { enteredOn: "2025-07-01", consumer: true }, "US-MONEY-05", "judgment.amount"],
  ["US-IL", entered, "US-MONEY-05", "judgment.consumer"],
  ["US-WA", entered, "US-MONEY-05", "judgment.consumer"],
  ["US-OH", business, "US-MONEY-05", "rates.judgment"],
  ["US", business, "US-MONEY-02", "judgment.court"],
];

test("a judgment's rate that turns on an unknown fact is refused, and asks for it", () => {
  for (const [place, judgment, rule, ...requires] of refused)
    expect(on(place, judgment), JSON.stringify([place, judgment])).toMatchObject({
      refused: true,
      rule,
      reason: "fact_unknown",
      requires,
    });
  const named = (place: string, judgment: Judgment) =>
    judgmentInterestOn({ jurisdiction: place, facts: { judgment }, from: "2025-07-01", to: "2025-07-31" });
  expect(named("US-CA", business)).toMatchObject({ refused: false });
  const undated = { amount: 100, consumer: false };
  expect(named("US-CA", undated)).toMatchObject({ rule: "US-MONEY-03", requires: ["judgment.enteredOn"] });
  expect(named("US-TX", undated)).toMatchObject({ rule: "US-MONEY-05", requires: ["judgment.enteredOn"] });
  expect(named("US", { ...undated, court: "federal_district" })).toMatchObject({
    rule: "US-MONEY-02",
    requires: ["judgment.enteredOn"],
  });
  expect(named("US-WA", undated)).toMatchObject({
    refused: true,
    rule: "US-MONEY-05",
    requires: ["judgment.enteredOn"],
  });
});

test("what the case says of the debt stands in where the judgment is silent on whom it is against", () => {
  const by = (debt: Facts["debt"], debtor: Facts["debtor"]) =>
    on("US-NY", entered, { facts: { debt, debtor } });
  expect(by({ purpose: "consumer" }, { kind: "natural_consumer" })).toMatchObject({ rate: "2" });
  expect(by({ purpose: "mixed" }, { kind: "sole_trader" })).toMatchObject({ rate: "2" });
  expect(by({ purpose: "commercial" }, { kind: "sole_trader" })).toMatchObject({ rate: "9" });
  expect(by({ purpose: "consumer" }, { kind: "company" })).toMatchObject({ rate: "9" });
  expect(by({ purpose: "consumer" }, { kind: "public" })).toMatchObject({ rate: "9" });
  expect(by({ purpose: "consumer" }, {})).toMatchObject({ refused: true });
  expect(by({}, { kind: "natural_consumer" })).toMatchObject({ refused: true });
});

test("published rates: of the day of entry for good, within the state's bounds", () => {
  const rate = (place: string, id: string, value: string, judgment: Judgment = business) =>
    on(place, judgment, { series: withPoints(id, ["2025-01-01", value]) });
  expect(rate("US-TX", "US-TX-JUDGMENT", "4.9")).toMatchObject({
    rate: "5",
    citation: "Tex. Fin. Code 304.003",
    notes: [],
  });
  expect(rate("US-TX", "US-TX-JUDGMENT", "7.5")).toMatchObject({ rate: "7.5" });
  expect(rate("US-TX", "US-TX-JUDGMENT", "15.1")).toMatchObject({ rate: "15" });
  expect(rate("US-GA", "US-GA-PRIME", "7.5")).toMatchObject({ rate: "10.5", citation: "O.C.G.A. 7-4-12" });
  expect(rate("US-MA", "US-MA-JUDGMENT", "4.1")).toMatchObject({
    rate: "4.1",
    citation: "Mass. G.L. c.235 s.8",
  });
  const counsel = [{ rule: "US-MONEY-05", key: "counsel_decision" }];
  const washington = { notes: counsel, citation: "RCW 4.56.110, 19.52.020" };
  expect(rate("US-WA", "US-WA-JUDGMENT", "9.5", consumer)).toMatchObject({ ...washington, rate: "9" });
  expect(rate("US-WA", "US-WA-JUDGMENT", "9.5")).toMatchObject({ ...washington, rate: "9.5" });
  expect(on("US-WA", business, { facts: { debt: { agreedRate: "11" } } })).toMatchObject({
    ...washington,
    rate: "11",
  });
  expect(on("US-TX", { ...business, enteredOn: "2098-01-01" })).toMatchObject({ refused: true });
});

test("Florida and New Jersey: the rate of the day, and anew on every first of January", () => {
  for (const [place, id, citation] of [
    ["US-FL", "US-FL-JUDGMENT", "Fla. Stat. 55.03"],
    ["US-NJ", "US-NJ-JUDGMENT", "N.J. R. 4:42-11"],
  ]) {
    const series = withPoints(id, ["2025-01-01", "5"], ["2025-10-01", "6"], ["2026-01-01", "7"]);
    const found = judgmentInterestOn({
      jurisdiction: place,
      facts: { judgment: business },
      to: "2026-01-31",
      series,
    });
    expect(found).toMatchObject({
      citation,
      notes: [{ rule: "US-MONEY-05", key: "counsel_decision" }],
      segments: [
        { from: "2025-07-02", to: "2025-12-31", rate: "5" },
        { from: "2026-01-01", to: "2026-01-31", rate: "7" },
      ],
    });
    expect(
      judgmentInterestOn({ jurisdiction: place, facts: { judgment: business }, to: "2098-01-31", series }),
    ).toMatchObject({ refused: true, rule: "US-MONEY-05" });
  }
});

test("28 USC 1961: a federal judgment compounds every year", () => {
  const series = withPoints("US-TREASURY-1Y", ["2025-01-01", "10"]);
  const federal = (to: string) =>
    judgmentInterestOn({
      jurisdiction: "US-NY",
      facts: { judgment: { ...business, court: "federal_district", amount: 100_000 } },
      from: "2025-07-01",
      to,
      series,
    });
  expect(federal("2026-06-30")).toMatchObject({
    amount: 10_000,
    days: 365,
    rate: "10",
    citation: "28 USC 1961",
    notes: [],
  });
  expect(federal("2027-06-30")).toMatchObject({
    amount: 21_000,
    days: 730,
    segments: [{ amount: 10_000 }, { amount: 11_000, from: "2026-07-01" }],
  });
});
