import { minorUnitOf } from "#app/domain/cases/amount.ts";

/** What is on file of a debtor that a letter's reader may be asked for. */
export type OnFile = { phone: string | null; address: string | null; principal: number; currency: string };

/** How a postcode looks where debtors live: Britain's, and the five or six figures of the others. */
const postcodes = [/\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/g, /(?<!\d)\d{5,6}(?!\d)/g];
const phoneEnd = 4;

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Answers that show somebody to be the one a letter was for: a postcode of the address on file, the end of the phone number on file. Where neither
 * is there, the amount the claim began with: every letter names it, so that nobody is shut out and the code alone still opens nothing.
 */
export function answersOnFile({ phone, address, principal, currency }: OnFile): string[] {
  const written = (address ?? "").normalize("NFKC").toUpperCase();
  const codes = postcodes.flatMap((pattern) => written.match(pattern) ?? []).map(plain);
  const digits = (phone ?? "").replace(/\D/g, "");
  const personal = [...codes, ...(digits.length >= phoneEnd ? [digits.slice(-phoneEnd)] : [])];
  return personal.length > 0 ? personal : [String(principal / minorUnitOf(currency))];
}

/** The same answer however it is typed: blanks, small letters, full-width figures, a whole phone number, a sum with its cents. */
export function readingsOf(typed: string): string[] {
  const short = typed.slice(0, 40);
  const answer = plain(short);
  const digits = short.normalize("NFKC").replace(/\D/g, "");
  const wholePhone = digits.length >= 7 ? [digits.slice(-phoneEnd)] : [];
  const sum = Number(short.normalize("NFKC").replace(/[^\d.]/g, ""));
  return [answer, ...wholePhone, ...(sum > 0 && Number.isFinite(sum) ? [String(sum)] : [])];
}
