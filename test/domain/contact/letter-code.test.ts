import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { codeAlphabet } from "#app/domain/cases/case-code.ts";
import {
  letterCodeBytes,
  letterCodeFrom,
  readLetterCode,
  showLetterCode,
} from "#app/domain/contact/letter-code.ts";

const someCodes = (count: number) =>
  Array.from({ length: count }, () => letterCodeFrom(randomBytes(letterCodeBytes)));

test("a code is read as it is printed, and as people type it", () => {
  for (const code of someCodes(200)) {
    const shown = showLetterCode(code);
    expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const fullWidth = shown.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const lookAlikes = shown.replaceAll("0", "O").replaceAll("1", "l");
    for (const typed of [
      shown,
      shown.toLowerCase(),
      ` ${shown.replaceAll("-", " ")} `,
      shown.replaceAll("-", "–"),
      `\u200e${shown}\u202c`,
      fullWidth,
      lookAlikes,
      code,
    ])
      expect(readLetterCode(typed), typed).toBe(code);
  }
});

test("a single wrong sign never makes a code, wherever it stands", () => {
  for (const code of someCodes(20)) {
    for (let at = 0; at < code.length; at += 1) {
      for (const sign of codeAlphabet) {
        if (sign === code[at]) continue;
        expect(readLetterCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeNull();
      }
    }
  }
});

test("two neighbouring signs that changed places make no code, but for the one pair in a thousand that Luhn lets through", () => {
  let passed = 0;
  let swapped = 0;
  for (const code of someCodes(400)) {
    for (let at = 0; at < code.length - 1; at += 1) {
      if (code[at] === code[at + 1]) continue;
      swapped += 1;
      const other = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
      if (readLetterCode(other)) passed += 1;
    }
  }
  expect(passed / swapped).toBeLessThan(0.01);
});

test("what is no code is no code: too short, too long, other scripts, nothing", () => {
  const [code] = someCodes(1);
  for (const typed of [
    "",
    code.slice(1),
    `${code}0`,
    "王小明",
    "🙂".repeat(16),
    "\u202eABCD",
    "A".repeat(5_000),
  ])
    expect(readLetterCode(typed)).toBeNull();
});
