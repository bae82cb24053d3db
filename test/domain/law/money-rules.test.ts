import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { accrue, type Stretch, without } from "#app/domain/law/money/accrue.ts";
import { allocate } from "#app/domain/law/money/allocate.ts";
import { compoundYearly } from "#app/domain/law/money/compound.ts";
import {
  divideDown,
  divideHalfUp,
  parseRate,
  parseSignedRate,
  rateText,
} from "#app/domain/law/money/decimal.ts";

const percent = (text: string) => parseRate(text) ?? 0n;
const stretch = (from: number, to: number, rate = "10"): Stretch => ({ from, to, rate: percent(rate) });

test("a rate is a plain decimal of at most six places, and is written without trailing zeros", () => {
  const rates: [string, bigint, string?][] = [
    ["14.2", 14_200_000n],
    ["0.0175", 17_500n],
    ["8", 8_000_000n],
    ["8.10", 8_100_000n, "8.1"],
    ["123456.123456", 123_456_123_456n],
    ["0", 0n],
    [" 5 ", 5_000_000n, "5"],
  ];
  for (const [text, rate, written = text] of rates) {
    expect(parseRate(text), text).toBe(rate);
    expect(rateText(rate)).toBe(written);
  }
  for (const other of ["", ".5", "5.", "5,1", "-5", "1234567", "1.1234567", "5x", "x5", "1.2.3", null, 5])
    expect(parseRate(other), String(other)).toBeNull();
  expect([
    parseSignedRate("-0.83"),
    parseSignedRate("0.83"),
    parseSignedRate("--1"),
    parseSignedRate("-x"),
  ]).toEqual([-830_000n, 830_000n, null, null]);
});

test("halves are rounded up, and a cap is cut off", () => {
  expect([4n, 5n, 6n, 15n].map((each) => divideHalfUp(each, 10n))).toEqual([0n, 1n, 1n, 2n]);
  expect([9n, 10n, 19n].map((each) => divideDown(each, 10n))).toEqual([0n, 1n, 1n]);
});

test("X-11: both days count, over 365, rounded once at the end; a stretch without a day is no line", () => {
  expect(accrue(100_000, [stretch(0, 364)])).toEqual({
    amount: 10_000,
    days: 365,
    segments: [{ from: "1970-01-01", to: "1970-12-31", days: 365, rate: "10", amount: 10_000 }],
  });
  expect(accrue(100_000, [stretch(5, 4), stretch(5, 5)]).segments).toHaveLength(1);
  expect(accrue(100_000, [])).toEqual({ amount: 0, days: 0, segments: [] });
  const halves = accrue(1_825, [stretch(0, 0), stretch(1, 1)]);
  expect([halves.amount, ...halves.segments.map(({ amount }) => amount)]).toEqual([1, 1, 1]);
});

test("the days of a pause are left out, both its ends too, and an open one takes all that follows", () => {
  const left = (from: number, to: number | null) =>
    without([stretch(10, 20)], { from, to }).map((each) => [each.from, each.to]);
  expect(left(12, 14)).toEqual([
    [10, 11],
    [15, 20],
  ]);
  expect(left(10, 12)).toEqual([[13, 20]]);
  expect(left(18, 20)).toEqual([[10, 17]]);
  expect(left(10, 20)).toEqual([]);
  expect(left(5, 10)).toEqual([[11, 20]]);
  expect(left(20, 25)).toEqual([[10, 19]]);
  expect(left(5, 9)).toEqual([[10, 20]]);
  expect(left(21, 25)).toEqual([[10, 20]]);
  expect(left(12, null)).toEqual([[10, 11]]);
  expect(left(21, null)).toEqual([[10, 20]]);
});

test("28 USC 1961: interest joins the sum on each anniversary of its first day", () => {
  const from = dayOf("2024-03-01");
  const made = (to: string) =>
    compoundYearly({ principal: 100_000, rate: percent("10"), from, to: dayOf(to) });
  expect(made("2025-02-28")).toMatchObject({
    amount: 10_000,
    days: 365,
    segments: [{ from: "2024-03-01", to: "2025-02-28", days: 365, rate: "10", amount: 10_000 }],
  });
  expect(made("2025-03-01").segments).toMatchObject([
    { to: "2025-02-28" },
    { from: "2025-03-01", to: "2025-03-01", days: 1, amount: 30 },
  ]);
  expect(made("2024-02-29")).toEqual({ amount: 0, days: 0, segments: [] });
  expect(made("2024-03-01")).toMatchObject({ days: 1, amount: 27 });
});

test("what a payment does not reach stays open", () => {
  const owed = { costs: 100, interest: 200, principal: 300 };
  expect(allocate(0, owed)).toEqual({
    allocation: { costs: 0, interest: 0, principal: 0 },
    principalLeft: 300,
    over: 0,
  });
  expect(allocate(50, owed)).toEqual({
    allocation: { costs: 50, interest: 0, principal: 0 },
    principalLeft: 300,
    over: 0,
  });
  expect(allocate(350, owed)).toEqual({
    allocation: { costs: 100, interest: 200, principal: 50 },
    principalLeft: 250,
    over: 0,
  });
  expect(allocate(50, owed, ["principal"])).toEqual({
    allocation: { costs: 0, interest: 0, principal: 50 },
    principalLeft: 250,
    over: 0,
  });
});
