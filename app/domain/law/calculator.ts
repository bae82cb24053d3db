import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** What can be calculated besides a decision; each topic has questions of its own in each country. */
export const topics = ["interest", "limitation", "deadline", "fee-cap", "court-fee"] as const;
export type Topic = (typeof topics)[number];

export type CalculatorInput = {
  /** `GB-EW`, `CN-440300`, `US-NY`. */
  place: string;
  /** The day it is asked, a civil date in the forum's zone. */
  at: CivilDate;
  facts: Facts;
  series: Series;
};

/** A calculation that must not be made. `reason` is a key of `law.reason.*`; `requires` names the facts, or the series, that are missing. */
export type CalculatorRefusal = {
  refused: true;
  rule: string;
  reason: string;
  values?: Record<string, string | number>;
  requires: string[];
};

/** The fields of an answer, by the names of the published interface; a field that does not apply is absent. */
export type CalculatorAnswer = { refused?: never } & Record<string, unknown>;

export type Calculator = (input: CalculatorInput) => CalculatorAnswer | CalculatorRefusal;

/** One country's calculations, by topic and question. */
export type Calculators = Record<Topic, Readonly<Record<string, Calculator>>>;

export const refuse = (rule: string, reason: string, ...requires: string[]): CalculatorRefusal => ({
  refused: true,
  rule,
  reason,
  requires,
});
