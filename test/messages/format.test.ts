import fc from "fast-check";
import { expect, test } from "vitest";
import { translator } from "#app/messages/catalogue.ts";
import {
  dateAt,
  daysBetween,
  formatAmount,
  formatCount,
  formatDate,
  formatDistance,
  formatInstant,
  formatMoney,
  formatPercent,
  formatZone,
} from "#app/messages/format.ts";

test("money stands in the currency's own decimals, with the currency as the language names it", () => {
  expect(formatMoney(8_000_000, "CNY", "en")).toBe("80,000.00\u00a0CNY");
  expect(formatMoney(8_000_000n, "CNY", "zh")).toBe("80,000.00\u00a0元");
  expect(formatMoney("1234567", "JPY", "en")).toBe("1,234,567\u00a0JPY");
  expect(formatMoney(1_234_567, "KWD", "zh")).toBe("1,234.567\u00a0KWD");
  expect(formatMoney(-5, "USD", "en")).toBe("\u22120.05\u00a0USD");
  expect(formatMoney(0, "USD", "en")).toBe("0.00\u00a0USD");
});

test("no digit of an amount is lost, however large", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.constantFrom("JPY", "USD", "KWD"), (amount, currency) => {
      const text = formatAmount(amount, currency).replace("\u2212", "-").replace(/[,.]/g, "");
      expect(BigInt(text)).toBe(amount);
    }),
  );
});

test("percentages come from basis points without needless zeros", () => {
  expect([1540, 1500, 5, 0, 10_000, -250].map(formatPercent)).toEqual([
    "15.4%",
    "15%",
    "0.05%",
    "0%",
    "100%",
    "\u22122.5%",
  ]);
  expect(formatCount(1_234_567)).toBe("1,234,567");
});

test("civil dates are spelled the same on every machine", () => {
  expect(formatDate("2026-09-03", "en")).toBe("3 Sep 2026");
  expect(formatDate("2026-09-03", "zh")).toBe("2026年9月3日");
});

test("distances count civil days, over a leap day and a change of the clock", () => {
  const t = translator("en");
  expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
  expect(formatDistance("2026-12-03", "2026-11-22", t)).toBe("in 11 days");
  expect(formatDistance("2026-12-03", "2026-12-02", t)).toBe("tomorrow");
  expect(formatDistance("2026-12-03", "2026-12-03", t)).toBe("today");
  expect(formatDistance("2026-12-02", "2026-12-03", t)).toBe("yesterday");
  expect(formatDistance("2026-03-01", "2026-04-01", t)).toBe("31 days ago");
});

test("an instant belongs to the day of its place, not of the server", () => {
  expect(dateAt("2026-03-31T22:59:59Z", "Europe/London")).toBe("2026-03-31");
  expect(dateAt("2026-03-31T23:00:00Z", "Europe/London")).toBe("2026-04-01");
  expect(formatInstant("2026-11-27T10:00:00Z", "Asia/Shanghai", "zh")).toBe("2026年11月27日 18:00");
  expect(formatInstant("2026-01-01T05:00:00Z", "America/New_York", "en")).toBe("1 Jan 2026, 00:00");
});

test("a zone is named the same by server and browser, whose words for no offset differ", () => {
  expect(formatZone("2026-11-26T12:00:00Z", "Europe/London")).toBe("London (UTC)");
  expect(formatZone("2026-07-01T12:00:00Z", "Europe/London")).toBe("London (UTC+1)");
  expect(formatZone("2026-07-01T12:00:00Z", "Australia/Brisbane")).toBe("Brisbane (UTC+10)");
});
