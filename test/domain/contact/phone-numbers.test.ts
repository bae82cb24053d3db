import { expect, test } from "vitest";
import { smsNumberOf } from "#app/domain/contact/phone-numbers.ts";

test("a number is the same however it was written", () => {
  for (const written of [
    "+44 7700 900123",
    "0044 7700 900123",
    "07700 900123",
    "+44 (0)7700-900.123",
    "＋44 7700 900123",
  ])
    expect(smsNumberOf(written, "GB"), written).toBe("+447700900123");
  expect(smsNumberOf("0151 23456789", "DE")).toBe("+4915123456789");
  expect(smsNumberOf("138 0013 8000", "CN")).toBe("+8613800138000");
  expect(smsNumberOf("(415) 555-2671", "US")).toBe("+14155552671");
});

test("what cannot take a text by its numbering plan is no number to text", () => {
  const none = [
    ["+44 20 7946 0123", "GB"],
    ["+44 7011 123456", "GB"],
    ["+44 7611 123456", "GB"],
    ["+49 30 901820", "DE"],
    ["+86 755 2101 0101", "CN"],
    ["+1 800 555 0199", "US"],
    ["+1 900 555 0199", "US"],
    ["+33 6 12 34 56 78", "US"],
    ["12345", "GB"],
    ["+", null],
    ["07700 900123", null],
  ] as const;
  for (const [written, country] of none) expect(smsNumberOf(written, country), written).toBeNull();
  expect(smsNumberOf("+44 7624 123456", "GB")).toBe("+447624123456");
});
