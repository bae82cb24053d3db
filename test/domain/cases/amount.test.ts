import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClaimCurrency, claimCurrencies, parseAmount, typedAmount } from "#app/domain/cases/amount.ts";

const minor = (text: string, currency: ClaimCurrency = "USD") => {
  const parsed = parseAmount(text, currency);
  return parsed.ok ? parsed.value : parsed.error;
};

test("an amount means what its writer meant, whatever marks they use", () => {
  for (const text of [
    "12500",
    "12,500",
    "12,500.00",
    "12.500,00",
    "12 500,00",
    "12\u202f500.00",
    "12’500.00",
    "$12,500.00",
    "12,500.00 USD",
    "１２５００",
  ]) {
    expect([text, minor(text)]).toEqual([text, 1_250_000]);
  }
  expect(minor("1 250,50")).toBe(125_050);
  expect(minor("0.05")).toBe(5);
  expect(minor("1,234,567.8")).toBe(123_456_780);
  expect(minor("1.234.567")).toBe(123_456_700);
  expect(minor("80,000.00", "CNY")).toBe(8_000_000);
  expect(minor("5000", "JPY")).toBe(5000);
});

test("what could be a thousand times more is refused and not guessed", () => {
  expect(minor("12.500")).toBe("error.amount_decimals");
  expect(minor("1,2345.00")).toBe("error.amount");
  expect(minor("12,50,000.00")).toBe("error.amount");
});

test("an amount that names another currency is refused and never taken for the asked one", () => {
  for (const text of ["€12,500.00", "£5", "5 EUR", "GBP 5", "¥5", "5元", "RMB 5", "$5 EUR"]) {
    expect([text, minor(text)]).toEqual([text, "error.amount_currency"]);
  }
  expect(minor("￥80,000", "CNY")).toBe(8_000_000);
  expect(minor("80,000元", "CNY")).toBe(8_000_000);
  expect(minor("HK$")).toBe("error.amount");
});

test("negative, empty, zero, hostile and 16-digit amounts are refused with the reason", () => {
  expect(minor("-5")).toBe("error.amount_negative");
  expect(minor("−5.00")).toBe("error.amount_negative");
  expect(minor("1234567890123456")).toBe("error.amount_large");
  expect(minor("9".repeat(5_000))).toBe("error.amount_large");
  expect(minor("10.5", "JPY")).toBe("error.amount_decimals");
  expect(minor("1.005")).toBe("error.amount_decimals");
  for (const text of [
    "",
    "0",
    "0.00",
    "abc",
    "1e5",
    "NaN",
    "Infinity",
    "0x10",
    "1..2",
    ".5",
    "5.",
    "1;2",
    "<b>5</b>",
  ]) {
    expect([text, minor(text)]).toEqual([text, "error.amount"]);
  }
});

test("a stored amount shown in its form reads back as the same amount", () => {
  const currencies = fc.constantFrom(...(Object.keys(claimCurrencies) as ClaimCurrency[]));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), currencies, (amount, currency) => {
      expect(minor(typedAmount(amount, currency), currency)).toBe(amount);
    }),
  );
});

test("no text makes the reader of amounts fail, and none becomes a fraction of a cent", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseAmount(text, "USD");
      if (parsed.ok) expect(Number.isSafeInteger(parsed.value) && parsed.value > 0).toBe(true);
    }),
  );
});
