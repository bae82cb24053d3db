import { addMonths } from "#app/domain/law/calendar/civil.ts";
import { endOfPeriod, type PeriodEnd } from "#app/domain/law/calendar/de.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** Day numbers throughout; the day of the event itself is not counted (BGB 187(1)). */

const TWO_WEEKS = 14;
/** A report needs the first reminder to be four weeks old (BDSG 31(2) no. 4). */
const REPORT_DAYS = 28;
const ORDER_LAPSES_MONTHS = 6;

type Court = { series: Series; land: string | null };

/** ZPO 692(1) no. 3: the debtor may object for two weeks from the service of the payment order. */
export const objectionEnd = (servedOn: number, { series, land }: Court): PeriodEnd =>
  endOfPeriod(series, servedOn + TWO_WEEKS, { land, side: "debtor" });

/** ZPO 701: six months after the service the payment order lapses, unless the enforcement order has been applied for. */
export const orderLapses = (servedOn: number, { series, land }: Court): PeriodEnd =>
  endOfPeriod(series, addMonths(servedOn, ORDER_LAPSES_MONTHS), { land, side: "creditor" });

/** ZPO 339, 700(1): two weeks to appeal against an enforcement order, a month where it was served abroad. */
export const appealEnd = (servedOn: number, abroad: boolean, { series, land }: Court): PeriodEnd =>
  endOfPeriod(series, abroad ? addMonths(servedOn, 1) : servedOn + TWO_WEEKS, { land, side: "debtor" });

/** ZPO 697(1): two weeks from the court's demand to give reasons for the claim. */
export const statementOfClaimEnd = (demandedOn: number, { series, land }: Court): PeriodEnd =>
  endOfPeriod(series, demandedOn + TWO_WEEKS, { land, side: "creditor" });

/** ZPO 802f(1): the debtor has two weeks from the bailiff's demand before assets are declared. */
export const assetDeclarationEnd = (demandedOn: number, { series, land }: Court): PeriodEnd =>
  endOfPeriod(series, demandedOn + TWO_WEEKS, { land, side: "debtor" });

/** ZPO 835(3): a bank pays out a month after the attachment was served, on the day after at the earliest. */
export const bankPayoutFrom = (servedOn: number) => addMonths(servedOn, 1) + 1;

/**
 * BDSG 31(2) no. 4: the first day of a report on an undisputed claim without a title: two written reminders, the first of them four
 * weeks old, and the debtor told no earlier than the first. Null while there are not two.
 */
export function reportFrom(remindersOn: readonly number[], informedOn: number | null): number | null {
  const [first, second] = [...remindersOn].sort((a, b) => a - b);
  if (first === undefined || second === undefined) return null;
  return Math.max(first + REPORT_DAYS, second, informedOn ?? first);
}
