import { factName } from "./finding.ts";
import { formatMoney } from "./format.ts";
import type { Locale } from "./locale.ts";
import type { T } from "./translate.ts";

/** What an event of a case's log says of itself. */
export type EventWords = {
  type: string;
  /** For a blocked attempt: what was attempted. */
  attempted: string | null;
  outcome: string | null;
  /** Minor units of the claim's currency. */
  amount: number | null;
  /** For an added fact: which, by the law's own name. */
  fact: string | null;
};

/** An event in one line: what happened, how it ended, how much it was about; or what was refused. */
export function eventTitle(
  { type, attempted, outcome, amount, fact }: EventWords,
  { t, locale, currency }: { t: T; locale: Locale; currency: string },
): string {
  const name = (of: string) => wordOr(t, `event.${of}`, of);
  if (attempted)
    return t("log.blocked_title", { step: wordOr(t, `law.action.${attempted}`, name(attempted)) });
  const ended = outcome && wordOr(t, `step.outcome.${outcome}`, "");
  const sum = amount ? t("log.amount", { amount: formatMoney(Math.abs(amount), currency, locale) }) : null;
  const isBack = type === "payment" && amount !== null && amount < 0;
  return [name(isBack ? "payment_back" : type), fact && factName(fact, t), ended, sum]
    .filter(Boolean)
    .join(" · ");
}

const wordOr = (t: T, key: string, other: string): string => (t.has(key) ? t(key) : other);
