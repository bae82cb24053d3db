import { err, ok, type Result } from "#app/domain/result.ts";

/** Currencies a claim may be in, with the decimal places between major and minor unit (ISO 4217). */
export const claimCurrencies = { USD: 2, CNY: 2, EUR: 2, GBP: 2, HKD: 2, JPY: 0 } as const;
export type ClaimCurrency = keyof typeof claimCurrencies;
export const isClaimCurrency = (text: string): text is ClaimCurrency => Object.hasOwn(claimCurrencies, text);

/** Minor units in one unit of a currency. */
export const minorUnitOf = (currency: string): number =>
  isClaimCurrency(currency) ? 10 ** claimCurrencies[currency] : 100;

/** At most 12 digits of major units: beyond that it is a typing error, not a claim. */
export const maxMajorDigits = 12;

type AmountRefusal =
  | "error.amount"
  | "error.amount_negative"
  | "error.amount_large"
  | "error.amount_decimals"
  | "error.amount_currency";

const spaces = /[\s\u00a0\u202f'’]/g;
const signs = /^(?:[A-Z]{3}|[$¥€£])|(?:[A-Z]{3}|[$¥€£元])$/g;

/** What a sign can stand for; three letters are a code. */
const meant: Record<string, readonly string[]> = {
  $: ["USD", "HKD"],
  "¥": ["CNY", "JPY"],
  "€": ["EUR"],
  "£": ["GBP"],
  元: ["CNY", "HKD", "JPY"],
  RMB: ["CNY"],
};

/**
 * An amount as people write it (`12,500.00`, `1 250,50`, `12.500,00`, `12500`) in integer minor units.
 *
 * A comma before exactly three last digits groups thousands; a lone point before three digits could mean either
 * and is refused rather than guessed, because the guesses lie a factor of 1,000 apart.
 */
export function parseAmount(text: string, currency: ClaimCurrency): Result<number, AmountRefusal> {
  const written = text.normalize("NFKC").trim().replace(spaces, "");
  const named = written.match(signs) ?? [];
  if (named.some((sign) => !(meant[sign] ?? [sign]).includes(currency))) return err("error.amount_currency");
  const figures = written.replace(signs, "");
  if (/^[-−–]/.test(figures)) return err("error.amount_negative");
  if (!/^\d[\d.,]*$/.test(figures)) return err("error.amount");
  const parts = splitDecimals(figures);
  if (!parts) return err("error.amount");

  const exponent = claimCurrencies[currency];
  const whole = parts.whole.replace(/^0+(?=\d)/, "");
  if (whole.length > maxMajorDigits) return err("error.amount_large");
  if (parts.fraction.length > exponent) return err("error.amount_decimals");
  const minor = Number(whole + parts.fraction.padEnd(exponent, "0"));
  return minor > 0 ? ok(minor) : err("error.amount");
}

/** The last separator is the decimal one when it occurs once and not before three digits, or when both kinds occur. */
function splitDecimals(figures: string): { whole: string; fraction: string } | null {
  const last = Math.max(figures.lastIndexOf("."), figures.lastIndexOf(","));
  if (last === -1) return { whole: figures, fraction: "" };
  const mark = figures[last];
  const once = figures.indexOf(mark) === last;
  const both = figures.includes(".") && figures.includes(",");
  const decimals = figures.length - last - 1;
  const grouping = !both && (mark === "," ? decimals === 3 : !once);
  const body = grouping ? figures : figures.slice(0, last);
  if (!grouping && !once) return null;
  const whole = ungrouped(body);
  return whole && (grouping || decimals > 0)
    ? { whole, fraction: grouping ? "" : figures.slice(last + 1) }
    : null;
}

/** Digits of a whole number whose groups, if any, are of three digits and of one mark. */
function ungrouped(body: string): string | null {
  if (/^\d+$/.test(body)) return body;
  return /^\d{1,3}(,\d{3})+$/.test(body) || /^\d{1,3}(\.\d{3})+$/.test(body) ? body.replace(/\D/g, "") : null;
}

/** Minor units as the plain figures a form shows again: 1250050 USD is `12500.50`. */
export function typedAmount(minor: number, currency: ClaimCurrency): string {
  const exponent = claimCurrencies[currency];
  const digits = String(minor).padStart(exponent + 1, "0");
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** What a debt is most likely in where the debtor lives; the creditor may say otherwise. */
const homeCurrency: Record<string, ClaimCurrency> = { US: "USD", CN: "CNY", GB: "GBP", DE: "EUR" };
export const currencyOf = (country: string | undefined): ClaimCurrency | undefined =>
  homeCurrency[country ?? ""];
