import { formatDate, formatMoney } from "./format.ts";
import type { Locale } from "./locale.ts";
import type { T } from "./translate.ts";

/** A plan's parts, in minor units: equal ones, and the last with what is left over. */
export type PartsProposed = { count: number; each: number; last: number; firstOn: string };

/** Which of three phrases says it: one payment, equal ones, or equal ones with another last. */
export const phraseOf = ({ count, each, last }: PartsProposed): "once" | "equal" | "last" =>
  count === 1 ? "once" : each === last ? "equal" : "last";

type Reader = { t: T; locale: Locale; currency: string };

/** A debtor's proposal as people say it: how many payments of how much, and when the first is. */
export function proposalText(proposal: PartsProposed, { t, locale, currency }: Reader): string {
  const money = (amount: number) => formatMoney(amount, currency, locale);
  return t(`proposal.plan.${phraseOf(proposal)}`, {
    number: proposal.count,
    each: money(proposal.count === 1 ? proposal.last : proposal.each),
    last: money(proposal.last),
    first: formatDate(proposal.firstOn, locale),
  });
}
