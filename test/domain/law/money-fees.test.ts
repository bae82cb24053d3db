import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { courtFee } from "#app/domain/law/money/court-fee.ts";
import { attachmentFloor, protectedMonthly } from "#app/domain/law/money/de-attachment.ts";
import { collectionCosts, lawyerMayShare, leastSuitFee, planFee } from "#app/domain/law/money/de-fees.ts";
import { RATE_SCALE } from "#app/domain/law/money/decimal.ts";
import { feeCap, garnishmentBarred, garnishmentCap } from "#app/domain/law/money/fee-cap.ts";
import { exactFee, type FeeTable } from "#app/domain/law/money/fee-table.ts";
import { publishedSeries as series } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { withPoints } from "./calculators.ts";

test("the three shapes of fee tables are exact at and between their bounds", () => {
  const marginal: FeeTable = {
    kind: "marginal",
    bands: [
      { upTo: 1_000, rate: 0, flat: 50 },
      { upTo: 10_000, rate: 2_500 },
      { upTo: null, rate: 1_000, flat: 7 },
    ],
  };
  const stepped: FeeTable = {
    kind: "stepped",
    first: { upTo: 500, fee: 40 },
    bands: [
      { upTo: 2_000, step: 500, fee: 20 },
      { upTo: null, step: 1_000, fee: 15 },
    ],
  };
  const banded: FeeTable = {
    kind: "banded",
    bands: [
      { upTo: 300, fee: 35 },
      { upTo: 500, rate: 5_000 },
      { upTo: 900, fee: 70, rate: 1_000 },
    ],
  };
  const fees = (table: FeeTable, ...amounts: number[]) =>
    amounts.map((amount) => Number(exactFee(table, amount)) / 100_000);
  expect(fees(marginal, 0, 1_000, 1_001, 10_000, 10_001)).toEqual([50, 50, 50.025, 275, 282.01]);
  expect(fees(stepped, 1, 500, 501, 1_000, 1_001, 2_000, 2_001, 3_000, 3_001)).toEqual([
    40, 40, 60, 60, 80, 100, 115, 115, 130,
  ]);
  expect(fees(banded, 300, 301, 500, 501, 900, 901)).toEqual([35, 15.05, 25, 75.01, 79, 0]);
});

test("a court fee that is not on file is asked of the court", () => {
  const quote = { refused: true, rule: "X-09", reason: "manual_quote", requires: ["quote"] };
  for (const [jurisdiction, kind] of [
    ["FR", "suit"],
    ["DE", "issue"],
    ["CN", "suit"],
    ["GB-EW", "suit"],
    ["US-NY", "suit"],
  ] as const)
    expect(courtFee({ jurisdiction, kind, amount: 100_000 }), jurisdiction).toMatchObject({
      ...quote,
      rule: expect.any(String),
    });
  expect(courtFee({ jurisdiction: "FR", kind: "suit", amount: 100_000 })).toEqual(quote);
});

const on = dayOf("2026-06-01");
const costs = (over: object = {}) =>
  collectionCosts({
    claim: 50_000,
    disputed: false,
    paidWithinDays: null,
    withVat: false,
    on,
    series,
    ...over,
  });

test("DE-MONEY-05 to -07: what a collector may cost, by dispute, early payment, the smallest claims and VAT", () => {
  const full = 5_150;
  const tenths = (count: number) => Math.floor((full * count) / 10 + 0.5);
  expect(costs()).toMatchObject({ fee: tenths(9), vat: 0 });
  expect(costs({ paidWithinDays: 14 })).toMatchObject({ fee: tenths(5) });
  expect(costs({ paidWithinDays: 15 })).toMatchObject({ fee: tenths(9) });
  expect(costs({ disputed: true, paidWithinDays: 1 })).toMatchObject({ fee: tenths(13) });
  expect(costs({ claim: 5_000 })).toMatchObject({ fee: 2_835 });
  expect(costs({ claim: 5_001 })).toMatchObject({ fee: tenths(9) });
  expect(costs({ claim: 5_000, disputed: true })).toMatchObject({ fee: tenths(13) });
  expect(costs({ claim: 5_000, paidWithinDays: 1 })).toMatchObject({ fee: 1_575, expenses: 315 });
  const taxed = costs({ withVat: true });
  if (taxed.refused) throw new Error("refused");
  expect(taxed.vat).toBe(Math.floor((taxed.fee + taxed.expenses) * 0.19 + 0.5));
  expect(taxed.total).toBe(taxed.fee + taxed.expenses + taxed.vat);
  expect(costs({ claim: 10_000_000 })).toMatchObject({ expenses: 2_000 });
  const none = { refused: true, rule: "X-10", reason: "manual_quote", requires: ["fees.DE-RVG"] };
  expect(costs({ on: dayOf("1990-01-01") })).toEqual(none);
  expect(planFee(50_000, dayOf("1990-01-01"), series)).toEqual(none);
  expect(leastSuitFee(50_000, dayOf("1990-01-01"), series)).toEqual(none);
  expect(leastSuitFee(50_000, on, series)).toEqual({ refused: false, fee: tenths(13) });
  expect(planFee(50_000, on, series)).toEqual({ refused: false, fee: tenths(7) });
  expect(planFee(100_001, on, series)).not.toEqual(planFee(100_000, on, series));
});

test("DE-MONEY-10: a lawyer may share in a small claim, out of court, or where the client would not sue otherwise", () => {
  const may = (claim: number, outOfCourtCollection: boolean | null, otherwiseDeterred: boolean | null) =>
    lawyerMayShare({ claim, outOfCourtCollection, otherwiseDeterred });
  expect([
    may(200_000, false, false),
    may(200_001, false, false),
    may(200_001, true, false),
    may(200_001, false, true),
  ]).toEqual([true, false, true, true]);
  expect([
    may(200_001, null, false),
    may(200_001, false, null),
    may(200_001, null, true),
    may(200_001, null, null),
  ]).toEqual([null, null, true, null]);
});

test("what the law says of a share in the result, by place", () => {
  const cap = (jurisdiction: string, over: object = {}) =>
    feeCap({ jurisdiction, realised: 100_000, ...over });
  const china = {
    refused: false,
    rule: "CN-MONEY-12",
    citation: "司发通〔2021〕87号 (四)-(七)",
    warnAboveBps: null,
  };
  expect(cap("CN")).toEqual({ ...china, cap: 18_000 });
  const yuan: [number, number][] = [
    [1_000_000, 180_000],
    [1_000_001, 180_000.15],
    [5_000_000, 780_000],
    [10_000_000, 1_380_000],
    [50_000_000, 4_980_000],
    [60_000_000, 5_580_000],
  ];
  for (const [realised, most] of yuan)
    expect(cap("CN", { realised: realised * 100 })).toEqual({ ...china, cap: Math.floor(most * 100) });
  for (const matter of [
    "criminal",
    "administrative",
    "state_compensation",
    "group",
    "marriage",
    "inheritance",
    "social_insurance",
    "minimum_living_allowance",
    "maintenance",
    "pension_of_survivors",
    "relief",
    "work_injury",
    "wages",
  ])
    expect(cap("CN", { matter }), matter).toEqual({
      refused: true,
      rule: "CN-MONEY-12",
      reason: "fee_barred",
      requires: [],
    });
  expect(cap("CN", { matter: "contract" })).toMatchObject({ cap: 18_000 });
  expect(cap("US-NY")).toEqual({
    refused: false,
    cap: null,
    rule: "US-ACTOR-06",
    citation: "ABA Model Rule 1.5(a),(c)",
    warnAboveBps: 4_000,
  });
  expect(cap("GB-EW")).toEqual({
    refused: false,
    cap: 50_000,
    rule: "GB-MONEY-07",
    citation: "DBA Regs 2013 regs 1(2), 4",
    warnAboveBps: null,
  });
  expect(cap("GB-EW", { matter: "employment" })).toMatchObject({ cap: 35_000 });
  expect(cap("GB-EW", { matter: "wages" })).toMatchObject({ cap: 35_000 });
  expect(cap("GB-EW", { matter: "personal_injury" })).toMatchObject({ cap: 25_000 });
  expect(cap("FR")).toEqual({
    refused: true,
    rule: "X-09",
    reason: "unsupported",
    requires: ["case.jurisdiction"],
  });
  const barred = { refused: true, rule: "DE-MONEY-10", reason: "fee_barred", requires: [] };
  expect(cap("DE-BE")).toEqual(barred);
  expect(cap("DE", { claim: 200_001 })).toEqual(barred);
  expect(cap("DE", { claim: 200_001, outOfCourt: false })).toEqual(barred);
  const shared = {
    refused: false,
    cap: null,
    rule: "DE-MONEY-10",
    citation: "RVG 4a(1); BRAO 49b(2)",
    warnAboveBps: null,
  };
  expect(cap("DE", { claim: 200_000 })).toEqual(shared);
  expect(cap("DE", { claim: 200_001, outOfCourt: true, bidder: "lawyer" })).toEqual(shared);
  expect(cap("DE", { claim: 200_001, bidder: "agency" })).toEqual({
    ...shared,
    rule: "DE-MONEY-11",
    citation: "RDG 13c",
  });
});

test("15 USC 1673: a quarter of a week's wages, or what exceeds thirty minimum wages", () => {
  expect([0, 21_750, 21_751, 29_000, 29_001, 100_003].map(garnishmentCap)).toEqual([
    0, 0, 1, 7_250, 7_250, 25_000,
  ]);
  expect(garnishmentBarred).toEqual(["TX", "PA", "NC", "SC"]);
});

test("ZPO 850c, 899: what stays with a debtor, each dependant to the fifth counted", () => {
  const made = withPoints("DE-ATTACHMENT", ["2026-01-01", "155501"]);
  const full: Series = {
    ...made,
    points: {
      ...made.points,
      "DE-ATTACHMENT-FIRST": {
        ...made.points["DE-ATTACHMENT"],
        points: [{ from: "2026-01-01", value: "58000" }],
      },
      "DE-ATTACHMENT-FURTHER": {
        ...made.points["DE-ATTACHMENT"],
        points: [{ from: "2026-01-01", value: "32000" }],
      },
    },
  };
  expect(protectedMonthly(made, on)).toBe(156_000);
  expect([0, 1, 2, 5, 6].map((count) => attachmentFloor(full, on, count))).toEqual([
    155_501, 213_501, 245_501, 341_501, 341_501,
  ]);
  const basicOnly = { ...full, points: { "DE-ATTACHMENT": made.points["DE-ATTACHMENT"] } };
  expect([0, 1, 2].map((count) => attachmentFloor(basicOnly, on, count))).toEqual([155_501, null, null]);
  const { "DE-ATTACHMENT-FURTHER": _, ...withFirst } = full.points;
  expect([1, 2].map((count) => attachmentFloor({ ...full, points: withFirst }, on, count))).toEqual([
    213_501,
    null,
  ]);
  expect(attachmentFloor({ ...full, points: {} }, on, 0)).toBeNull();
  expect(RATE_SCALE).toBe(1_000_000n);
});
