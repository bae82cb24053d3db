import { isKnown, type Known } from "#app/domain/law/facts.ts";

/** Something a reader must know beside the figure. `key` is one of `law.reason.*`. */
export type MoneyNote = { rule: string; key: string };

/** `reason` is a key of `law.reason.*`; `requires` names the facts, or the series, that are missing. */
export type MoneyRefusal = {
  refused: true;
  rule: string;
  reason: string;
  requires: string[];
  values?: Record<string, string | number>;
};

export const refusal = (rule: string, reason: string, ...requires: string[]): MoneyRefusal => ({
  refused: true,
  rule,
  reason,
  requires,
});
export const unknownFact = (rule: string, ...requires: string[]) =>
  refusal(rule, "fact_unknown", ...requires);

/** Fees that are not on file are asked of the court (us.md section 9). */
export const manualQuote = (rule: string) => refusal(rule, "manual_quote", "quote");

/** Amounts in another currency than the law's are not converted. */
export const foreign = (told: Known<string>, currency: string, path: string): MoneyRefusal | null =>
  isKnown(told) && told !== currency
    ? { ...refusal("X-11", "wrong_currency", path), values: { currency: told, expected: currency } }
    : null;
