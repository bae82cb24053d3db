import fc from "fast-check";
import { expect, test } from "vitest";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { expectedOver, outlookOf, rankedLotBids, tightest } from "#app/domain/portfolios/compare-lot.ts";
import { checkBands, isRefused, standingOf } from "#app/domain/portfolios/lot-fees.ts";
import { lotBidForm, termsFrom } from "#app/domain/portfolios/lot-terms.ts";

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

test("a band over the law's cap refuses the bid, whatever the other bands ask", () => {
  const claim = {
    jurisdiction: "CN",
    currency: "CNY",
    scope: "judgment",
    bidder: "lawyer" as const,
    at: new Date("2026-11-26"),
    series: publishedSeries,
  };
  expect(isRefused(checkBands(rates(1_800, 1_800).rates, spread, claim))).toBe(false);
  expect(isRefused(checkBands(rates(1_800, 1_900).rates, spread, claim))).toBe(true);
  const large = { ...spread, cells: [{ ...cell(5, 0, 2, 80_000_000), largest: 900_000_000 }] };
  const flat = [{ amount: 5, age: 0, successBps: 1_700, fixedFee: 0 }];
  expect(isRefused(checkBands(flat, large, claim))).toBe(true);
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
    ["rate.3-1", "error.fee_part_missing"],
  ]);
});
