import type { FeeTerms } from "#app/domain/tenders/terms.ts";
import { formatMoney, formatPercent } from "#app/messages/format.ts";
import type { Locale } from "#app/messages/locale.ts";
import type { T } from "#app/messages/translate.ts";

type Reader = { t: T; locale: Locale; currency: string };

/** A fee in one phrase: "2,000.00 USD, then 12% of what is recovered". */
export const feeWords = (terms: FeeTerms, { t, locale, currency }: Reader): string =>
  t(`fee.said.${terms.model}`, {
    percent: formatPercent(terms.successBps),
    fixed: formatMoney(terms.fixedFee, currency, locale),
    rate: formatMoney(terms.hourlyRate, currency, locale),
    hours: terms.estimatedHours,
  });

/** A fee on a lot in one phrase: its share on average over the bands, and what all claims cost whatever comes in. */
export const lotFeeWords = (terms: FeeTerms, { t, locale, currency }: Reader): string =>
  t(terms.fixedFee > 0 ? "fee.said.lot_fixed" : "fee.said.lot", {
    percent: formatPercent(terms.successBps),
    fixed: formatMoney(terms.fixedFee, currency, locale),
  });

/** Basis points as percentage points: 300 is `3`. */
export const points = (basisPoints: number): string => formatPercent(basisPoints).replace("%", "");

/** A word for something that arrived as data; what the catalogue lacks is shown as it stands. */
export const wordFor = (t: T, prefix: string, value: string): string => {
  const key = `${prefix}.${value}`;
  return t.has(key) ? t(key) : value;
};
