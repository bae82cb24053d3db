import { codeAlphabet } from "#app/domain/cases/case-code.ts";

/** Seventy-five bits that a key has made of the letter, and a sign that tells a slip of the pen. */
const bodyLength = 15;
const groupLength = 4;
export const letterCodeBytes = bodyLength;

/** `7K2M-9QRT-4XWB-N3F5` as it is kept and compared: sixteen signs without dashes. */
export type LetterCode = string & { readonly kind: "letter-code" };

/** Doubles every other sign from the right (Luhn, modulo 32): one wrong sign never fits, and nearly no two that changed places. */
function sumOf(body: string, factor: 1 | 2): number {
  let total = 0;
  let times = factor;
  for (const sign of [...body].reverse()) {
    const grown = times * codeAlphabet.indexOf(sign);
    total += Math.floor(grown / codeAlphabet.length) + (grown % codeAlphabet.length);
    times = times === 2 ? 1 : 2;
  }
  return total % codeAlphabet.length;
}

const checkOf = (body: string): string =>
  codeAlphabet[(codeAlphabet.length - sumOf(body, 2)) % codeAlphabet.length];

/** A code from bytes that nobody can guess, five bits of each. */
export function letterCodeFrom(bytes: Uint8Array): LetterCode {
  if (bytes.length < bodyLength) throw new Error(`A letter's code takes ${bodyLength} bytes`);
  const body = Array.from(bytes.subarray(0, bodyLength), (byte) => codeAlphabet[byte & 31]).join("");
  return (body + checkOf(body)) as LetterCode;
}

/** As it is printed: four groups of four. */
export const showLetterCode = (code: LetterCode): string =>
  (code.match(new RegExp(`.{${groupLength}}`, "g")) ?? []).join("-");

/**
 * A code as people type it: small letters, full-width signs of a Chinese keyboard, blanks and dashes of every kind, and the look-alikes
 * that the alphabet leaves out. Null for what is no code of ours to begin with, a single wrong sign above all.
 */
export function readLetterCode(typed: string): LetterCode | null {
  if (typed.length > 200) return null;
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}.·_]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (plain.length !== bodyLength + 1 || [...plain].some((sign) => !codeAlphabet.includes(sign))) return null;
  return sumOf(plain, 1) === 0 ? (plain as LetterCode) : null;
}
