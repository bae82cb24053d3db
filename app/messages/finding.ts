import { formatDate, formatInstant } from "./format.ts";
import type { Locale } from "./locale.ts";
import type { T } from "./translate.ts";

/** What a finding says of itself, as the law engine gives it. Kept apart from the engine's type: words import nothing. */
export type FindingWords = {
  rule: string;
  message: { key: string; values: Record<string, string | number> };
  requires: string[];
  unblockedBy: string[];
  earliest: string | null;
};

/** In whose language, and at which place, dates are spelled. */
export type Reader = { t: T; locale: Locale; zone: string };

const civilDate = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/** Dates and instants are spelled at the debtor's place; catalogue keys, several of them joined by a bar, are said. */
function spelled(value: string | number, { t, locale, zone }: Reader): string | number {
  if (typeof value === "number") return value;
  if (civilDate.test(value)) return formatDate(value, locale);
  if (instant.test(value)) return formatInstant(value, zone, locale);
  return value
    .split("|")
    .map((part) => (t.has(part) ? t(part) : part))
    .join(locale === "zh" ? "、" : ", ");
}

/** The plain reason of a finding, in the reader's language. */
export function reasonOf({ message, rule }: Pick<FindingWords, "message" | "rule">, reader: Reader): string {
  const key = `law.reason.${message.key}`;
  return reader.t.has(key) ? reader.t(key, spelledAll(message.values, reader)) : rule;
}

/** What a rule asks for, met or not. */
export function checkOf(
  { check, rule }: { check: FindingWords["message"]; rule: string },
  reader: Reader,
): string {
  const key = `law.check.${check.key}`;
  return reader.t.has(key) ? reader.t(key, spelledAll(check.values, reader)) : rule;
}

/** Values of a message in the reader's words. */
export const spelledAll = (values: Record<string, string | number>, reader: Reader) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, spelled(value, reader)]));

/** The moment from which it would be lawful, or null when time alone does not heal it. */
export const earliestOf = ({ earliest }: Pick<FindingWords, "earliest">, reader: Reader): string | null =>
  earliest && String(spelled(earliest, reader));

/** What is missing, by name; a fact without words of its own is named as the law names it. */
export const missingOf = ({ requires }: Pick<FindingWords, "requires">, { t }: Reader): string[] =>
  requires.map((fact) => factName(fact, t));

export function factName(fact: string, t: T): string {
  const key = `law.fact.${fact}`;
  return t.has(key) ? t(key) : fact;
}

/** What would unblock it, each as a phrase. */
export const waysOf = ({ unblockedBy }: Pick<FindingWords, "unblockedBy">, { t }: Reader): string[] =>
  unblockedBy.flatMap((way) => {
    const key = `law.unblock.${way}`;
    return t.has(key) ? [t(key)] : [];
  });
