import fc from "fast-check";
import { expect, test } from "vitest";
import { kilometresBetween } from "#app/domain/places/distance.ts";
import { betaBelow, betaQuantile } from "#app/domain/tenders/beta.ts";
import { baseRate, expectedShare, type Prospect } from "#app/domain/tenders/expected.ts";
import { surveyRange } from "#app/domain/tenders/recovery-survey.ts";

const claim: Prospect = {
  jurisdiction: "US-CA",
  purpose: "commercial",
  debtorKind: "company",
  disputed: "no",
  ageDays: 91,
  scope: "judgment",
};
const days = fc.integer({ min: -30, max: 4_000 });
const scopes = fc.constantFrom("formal_demand", "judgment", "enforcement");
const record = fc.array(fc.record({ share: fc.nat(10_000), base: fc.nat(10_000) }), { maxLength: 60 });

test("at three, six and twelve months the range is the surveys' own", () => {
  expect([91, 183, 365].map(surveyRange)).toEqual([
    { low: 6_890, high: 7_400 },
    { low: 4_400, high: 5_200 },
    { low: 2_100, high: 2_900 },
  ]);
  expect(surveyRange(10)).toEqual(surveyRange(91));
  expect(surveyRange(2_000)).toEqual({ low: 0, high: 2_900 });
});

test("an older claim is never expected to bring more, and a wider mandate never less", () => {
  fc.assert(
    fc.property(days, fc.nat(400), scopes, (ageDays, more, scope) => {
      expect(baseRate({ ageDays: ageDays + more, scope })).toBeLessThanOrEqual(baseRate({ ageDays, scope }));
      const [amicable, suit, enforcement] = ["formal_demand", "judgment", "enforcement"].map((each) =>
        baseRate({ ageDays, scope: each }),
      );
      expect(amicable <= suit && suit <= enforcement).toBe(true);
    }),
  );
});

test("without closed cases a firm is expected to do as the surveys say, within an interval and never with certainty", () => {
  const found = expectedShare(claim, []);
  expect(found).toMatchObject({ share: 7_145, base: 7_145, cases: 0, confidence: "fair" });
  expect(found.low).toBeLessThan(6_890);
  expect(found.high).toBeGreaterThan(7_400);
});

test("twenty cases, each ten points better than the surveys, count for half: the expectation rises by five", () => {
  const good = Array.from({ length: 20 }, () => ({ share: 6_000, base: 5_000 }));
  expect(expectedShare(claim, good)).toMatchObject({ share: 7_645, cases: 20 });
  expect(expectedShare(claim, good.slice(0, 1)).share).toBe(7_145 + Math.round(1_000 / 21));
});

test("hard cases that went as hard cases go do not lower a firm, nor do easy ones raise it", () => {
  const usual = (base: number) => Array.from({ length: 30 }, () => ({ share: base, base }));
  expect(expectedShare(claim, usual(500)).share).toBe(expectedShare(claim, usual(9_000)).share);
});

test("the interval holds the expectation and narrows as cases come in; surveys that count other claims leave it wider", () => {
  fc.assert(
    fc.property(days, scopes, record, (ageDays, scope, cases) => {
      const { low, share, high } = expectedShare({ ...claim, ageDays, scope }, cases);
      expect(0 <= low && low <= share && share <= high && high <= 10_000).toBe(true);
    }),
    { numRuns: 60 },
  );
  const width = (prospect: Prospect, n: number) => {
    const { low, high } = expectedShare(
      prospect,
      Array.from({ length: n }, () => ({ share: 5_000, base: 5_000 })),
    );
    return high - low;
  };
  expect(width(claim, 40)).toBeLessThan(width(claim, 0));
  for (const other of [
    { jurisdiction: "CN" },
    { purpose: "consumer" },
    { disputed: "unknown" },
    { ageDays: 366 },
  ])
    expect(expectedShare({ ...claim, ...other }, []).confidence).toBe("rough");
  expect(width({ ...claim, purpose: "consumer" }, 0)).toBeGreaterThan(width(claim, 0));
});

test("a better case of the firm never lowers what is expected of it", () => {
  fc.assert(
    fc.property(record, fc.nat(10_000), fc.nat(5_000), (cases, share, better) => {
      const withShare = (last: number) =>
        expectedShare(claim, [...cases, { share: last, base: 5_000 }]).share;
      expect(withShare(Math.min(10_000, share + better))).toBeGreaterThanOrEqual(withShare(share));
    }),
    { numRuns: 60 },
  );
});

test("the beta distribution is the textbook's: Beta(1, 1) is even, Beta(2, 2) is 3x² - 2x³, Beta(2, 3) has its median at 0.385728", () => {
  for (const x of [0.1, 0.25, 0.5, 0.9]) {
    expect(betaBelow(1, 1, x)).toBeCloseTo(x, 10);
    expect(betaBelow(2, 2, x)).toBeCloseTo(3 * x ** 2 - 2 * x ** 3, 10);
  }
  expect(betaQuantile(2, 3, 0.5)).toBeCloseTo(0.385728, 5);
  expect(betaQuantile(0.5, 0.5, 0.1)).toBeCloseTo(Math.sin((Math.PI / 2) * 0.1) ** 2, 5);
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 80, noNaN: true }),
      fc.double({ min: 1, max: 80, noNaN: true }),
      (a, b) => {
        const [low, high] = [betaQuantile(a, b, 0.1), betaQuantile(a, b, 0.9)];
        expect(low).toBeLessThan(high);
        expect(betaBelow(a, b, low)).toBeCloseTo(0.1, 3);
      },
    ),
    { numRuns: 60 },
  );
});

test("from Beijing to Shanghai it is 1,068 kilometres and from a place to itself none; what is nowhere has no distance", () => {
  const far = kilometresBetween("CN-110000", "CN-310000") ?? 0;
  expect(Math.abs(far - 1_068)).toBeLessThan(8);
  expect(kilometresBetween("CN-310000", "CN-110000")).toBe(far);
  expect(kilometresBetween("US-CA", "US-CA")).toBe(0);
  expect(kilometresBetween("US-CA", "nowhere")).toBeNull();
});
