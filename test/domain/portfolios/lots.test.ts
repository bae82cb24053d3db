import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { checkLot } from "#app/domain/portfolios/check-lot.ts";
import { expectedOver, outlookOf, rankedLotBids, tightest } from "#app/domain/portfolios/compare-lot.ts";
import { checkBands, isRefused, standingOf } from "#app/domain/portfolios/lot-fees.ts";
import {
  lotBidForm,
  lotFeeForm,
  termsFrom,
  termsOfClaim,
  typedLotTerms,
} from "#app/domain/portfolios/lot-terms.ts";

const cell = (amount: number, age: number, claims: number, each: number) => ({
  amount,
  age,
  claims,
  principal: claims * each,
  smallest: each,
  largest: each,
  days: 200 + age * 700,
});
const spread = {
  cells: [cell(1, 0, 10, 200_000), cell(3, 1, 2, 3_000_000)],
  oldestDue: "2023-01-01",
  newestDue: "2026-01-01",
  places: 1,
};
const work = { plan: "Reminders first, then demands.", firstActDays: 3, expectedMonths: 6 };
const rates = (low: number, high: number, fixedFee = 0) =>
  termsFrom(
    [
      { amount: 1, age: 0, successBps: low, fixedFee },
      { amount: 3, age: 1, successBps: high, fixedFee },
    ],
    spread,
    work,
  );

test("more fee in any band never leaves the creditor more", () => {
  const bps = fc.integer({ min: 0, max: 5_000 });
  fc.assert(
    fc.property(bps, bps, bps, fc.nat(5_000), (low, high, more, fixed) => {
      const base = standingOf(rates(low, high, fixed), spread, "judgment").net;
      expect(standingOf(rates(low + more, high, fixed), spread, "judgment").net).toBeLessThanOrEqual(base);
      expect(standingOf(rates(low, high, fixed + more), spread, "judgment").net).toBeLessThanOrEqual(base);
    }),
  );
});

const prospect = {
  jurisdiction: "US-CA",
  purpose: "commercial",
  debtorKind: "company",
  disputed: "unknown",
  scope: "judgment",
};
const outlook = outlookOf(spread, prospect, []);

test("without a record of the firm a lot is expected to bring what the surveys say, and the range holds it", () => {
  const { net, low, high, recovered } = expectedOver(rates(1_000, 1_000), spread, outlook);
  expect(net).toBe(standingOf(rates(1_000, 1_000), spread, "judgment").net);
  expect(low).toBeLessThan(net);
  expect(high).toBeGreaterThan(net);
  expect(recovered).toBeGreaterThan(net);
});

test("a firm that did better than the surveys is expected to bring more of every band, at the same rates", () => {
  const good = outlookOf(spread, prospect, Array(10).fill({ share: 9_000, base: 4_000 }));
  const terms = rates(1_000, 2_000, 500);
  expect(expectedOver(terms, spread, good).net).toBeGreaterThan(expectedOver(terms, spread, outlook).net);
  const [first] = rankedLotBids(
    [
      { id: "a", terms, outlook },
      { id: "b", terms, outlook: good },
    ],
    spread,
  );
  expect(first.id).toBe("b");
});

test("the room under the cap is that of the band where it is tightest, and none where a band has no figure", () => {
  const check = (headroomBps: number | null, verdict: "ok" | "warn" = "ok") => ({
    amount: 1,
    age: 0,
    check: { levels: [], verdict, rule: null, headroomBps, least: null },
  });
  expect(tightest([check(900), check(200)])).toEqual({ headroomBps: 200, verdict: "ok" });
  expect(tightest([check(900), check(null, "warn")])).toEqual({ headroomBps: null, verdict: "warn" });
});

test("bids are ranked over the lot as it spreads: the same two rates win or lose by which claims they are asked of", () => {
  const bids = [
    { id: "a", terms: rates(500, 3_000), outlook },
    { id: "b", terms: rates(3_000, 500), outlook },
  ];
  const order = (cells: typeof spread.cells) => rankedLotBids(bids, { cells }).map(({ id }) => id);
  expect(order([cell(1, 0, 1_000, 200_000), cell(3, 1, 2, 3_000_000)])).toEqual(["a", "b"]);
  expect(order([cell(1, 0, 1, 200_000), cell(3, 1, 2_000, 3_000_000)])).toEqual(["b", "a"]);
});

const chinese = {
  jurisdiction: "CN",
  currency: "CNY",
  scope: "judgment",
  bidder: "lawyer" as const,
  at: new Date("2026-11-26"),
  series: publishedSeries,
};

test("a band over the law's cap refuses the bid, whatever the other bands ask", () => {
  expect(isRefused(checkBands(rates(1_800, 1_800).rates, spread, chinese))).toBe(false);
  expect(isRefused(checkBands(rates(1_800, 1_900).rates, spread, chinese))).toBe(true);
  const large = { ...spread, cells: [{ ...cell(5, 0, 2, 80_000_000), largest: 900_000_000 }] };
  const flat = [{ amount: 5, age: 0, successBps: 1_700, fixedFee: 0 }];
  expect(isRefused(checkBands(flat, large, chinese))).toBe(true);
});

test("every band with claims needs its rate, and what is typed wrong is named by its band", () => {
  const typed = {
    ...work,
    firstActDays: "3",
    expectedMonths: "6",
    plan: "Reminders first, then demands to all.",
    conflictDeclared: "yes",
  };
  const form = lotBidForm("USD", spread);
  const good = form.safeParse({ ...typed, rate: { "1-0": "12.5", "3-1": "20" }, fixed: { "1-0": "25.00" } });
  expect(good.success && good.data).toMatchObject({
    model: "hybrid",
    fixedFee: 25_000,
    rates: [{ successBps: 1_250, fixedFee: 2_500 }, { successBps: 2_000 }],
  });
  const bad = form.safeParse({ ...typed, rate: { "1-0": "120" } });
  expect(bad.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["rate.1-0", "error.percent"],
    ["rate.3-1", "error.band_rate"],
  ]);
});

test("a lot is worked through as the sum of its bands, and is no more lawful than its worst one", () => {
  const { bands, whole } = checkLot(rates(1_000, 1_900, 3_000).rates, spread, chinese);
  expect(bands.map(({ check }) => check.verdict)).toEqual(["ok", "over"]);
  expect(whole?.verdict).toBe("over");
  // 20,000.00 and 60,000.00; a tenth of one, 19 per cent of the other, and 30.00 for each of twelve claims.
  expect(whole?.levels.map(({ level, recovered, fee, net }) => [level, recovered, fee, net])).toEqual([
    [30, 2_400_000, 60_000 + 342_000 + 36_000, 1_962_000],
    [60, 4_800_000, 120_000 + 684_000 + 36_000, 3_960_000],
    [100, 8_000_000, 200_000 + 1_140_000 + 36_000, 6_624_000],
  ]);
  const lawful = checkLot(rates(1_000, 1_700).rates, spread, chinese);
  expect(lawful.whole).toMatchObject({ verdict: "ok", headroomBps: 100 });
});

test("bands without a rate yet are judged by nothing, and the lot is not worked through before each has one", () => {
  const given = lotFeeForm("CNY", spread).parse({ rate: { "3-1": "19" } });
  const { bands, whole } = checkLot(given, spread, chinese);
  expect(bands.map(({ amount, age, check }) => [amount, age, check.verdict])).toEqual([[3, 1, "over"]]);
  expect(whole).toBeNull();
});

test("one rate for all bands stands for those left empty, and for no other", () => {
  const given = lotFeeForm("USD", spread).parse({ rateAll: "15", fixedAll: "20", rate: { "3-1": "12" } });
  expect(given).toEqual([
    { amount: 1, age: 0, successBps: 1_500, fixedFee: 2_000 },
    { amount: 3, age: 1, successBps: 1_200, fixedFee: 2_000 },
  ]);
  const bad = lotFeeForm("USD", spread).safeParse({ rateAll: "much", fixed: { "3-1": "€20" } });
  expect(bad.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["rateAll", "error.percent"],
    ["fixed.3-1", "error.amount_currency"],
  ]);
});

test("a bid shown in its form again reads back as the same bid", () => {
  const bid = rates(1_250, 2_000, 2_500);
  const shown = typedLotTerms(bid, "USD");
  const nested = { rate: {}, fixed: {} } as Record<string, Record<string, string>>;
  for (const [name, text] of Object.entries(shown)) {
    const [outer, inner] = name.split(".");
    if (inner) nested[outer][inner] = text;
  }
  const plain = Object.fromEntries(Object.entries(shown).filter(([name]) => !name.includes(".")));
  expect(lotBidForm("USD", spread).parse({ ...plain, ...nested, conflictDeclared: "yes" })).toEqual(bid);
});

test("a claim of an engaged lot pays the rate of its own band, and the nearest priced age of its amount where a day decides", () => {
  const terms = rates(1_200, 800, 500);
  const paid = (principal: number, days: number) => {
    const { model, successBps, fixedFee } = termsOfClaim(terms, { principal, days }, 100);
    return [model, successBps, fixedFee];
  };
  expect(paid(200_000, 100)).toEqual(["hybrid", 1_200, 500]);
  expect(paid(200_000, 366)).toEqual(["hybrid", 1_200, 500]);
  expect(paid(3_000_000, 500)).toEqual(["hybrid", 800, 500]);
  expect(termsOfClaim(rates(1_200, 800), { principal: 3_000_000, days: 500 }, 100).model).toBe("success");
});
