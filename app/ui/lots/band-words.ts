import { claimCurrencies, isClaimCurrency } from "#app/domain/cases/amount.ts";
import { ageBounds, amountBounds, type BandCell } from "#app/domain/portfolios/bands.ts";
import type { BandRate } from "#app/domain/portfolios/lot-terms.ts";
import { formatCount, formatMoney, formatPercent } from "#app/messages/format.ts";
import type { Locale } from "#app/messages/locale.ts";
import type { T } from "#app/messages/translate.ts";

type Reader = { t: T; locale: Locale; currency: string };
type Band = Pick<BandCell, "amount" | "age">;

/** The amounts of a band: "1,000 to 5,000.00 USD". Bounds are round, so that only the last bears its decimals. */
export function amountBand({ amount }: Band, { t, locale, currency }: Reader): string {
  const decimals = isClaimCurrency(currency) ? claimCurrencies[currency] : 2;
  const spelled = (major: number) =>
    formatMoney(major * 10 ** decimals, currency, locale).replace(/\.0+/, "");
  const [from, below] = [amountBounds[amount - 1], amountBounds[amount]];
  if (from === undefined) return t("lots.amount_under", { below: spelled(below) });
  if (below === undefined) return t("lots.amount_over", { from: spelled(from) });
  return t("lots.amount_between", { from: formatCount(from), below: spelled(below) });
}

/** The ages of a band, in years since the due date. */
export function ageBand({ age }: Band, t: T): string {
  const [from, below] = [ageBounds[age - 1], ageBounds[age]];
  if (from === undefined) return t("lots.age_under", { count: below });
  if (below === undefined) return t("lots.age_over", { count: from });
  return t("lots.age_between", { from, below });
}

/** A whole band in one phrase: "1,000 to 5,000 USD, less than 1 year". */
export const bandWords = (band: Band, reader: Reader): string =>
  [amountBand(band, reader), ageBand(band, reader.t)].join(reader.t("lots.band_join"));

/** What a band is asked for: "17%", or "17% and 20.00 USD". */
export function rateWords(
  { successBps, fixedFee }: Pick<BandRate, "successBps" | "fixedFee">,
  { t, locale, currency }: Reader,
): string {
  const percent = formatPercent(successBps);
  const fixed = formatMoney(fixedFee, currency, locale);
  return fixedFee > 0 ? t("lots.rate_and_fixed", { percent, fixed }) : percent;
}
