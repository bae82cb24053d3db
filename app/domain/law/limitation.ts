import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { cnLimitationOf } from "#app/domain/law/limitation/cn.ts";
import { deLimitationOf } from "#app/domain/law/limitation/de.ts";
import { gbLimitationOf } from "#app/domain/law/limitation/gb.ts";
import { type Reading, usLimitationOf } from "#app/domain/law/limitation/us.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** The last day to sue. `raw` is the day before any roll from a weekend or holiday. */
export type Limitation = {
  refused: false;
  accruedOn: CivilDate;
  raw: CivilDate;
  last: CivilDate;
  /** Whether the day asked about lies after the last. */
  barred?: boolean;
  law: string;
  basis: string[];
  /** The debtor gave up the defence after the period had run (CN-LIM-09). */
  defenceWaived?: boolean;
  /** Facts on which the longest reading rests. */
  asks?: string[];
};

/** `reason` is a key of `law.reason.*`; `requires` names the facts that are missing. */
export type LimitationRefusal = { refused: true; rule: string; reason: string; requires: string[] };

export type LimitationQuestion = {
  /** `US-CA`, `CN-440300`, `US`. */
  jurisdiction: string;
  facts: Facts;
  /** The day on which it is asked whether the claim is barred; absent, no answer to that. */
  on?: CivilDate;
  /** Where the kind of debt is unknown: refuse (default), or read the shortest or the longest period. */
  reading?: Reading;
  /** Holidays by which a last day rolls; the built-in ones when absent. */
  series?: Series;
};

/**
 * The last day on which a claim can be sued upon, and how it was found.
 *
 * Dates are civil dates at the court. A refusal names the facts that are missing; a jurisdiction without rules is refused.
 *
 * @see section 5 of cn.md, us.md, gb.md, de.md
 */
export function limitationOf({ on, ...question }: LimitationQuestion): Limitation | LimitationRefusal {
  const found = calculated(question);
  return found.refused || on === undefined ? found : { ...found, barred: on > found.last };
}

function calculated({
  jurisdiction,
  facts,
  reading,
  series = publishedSeries,
}: Omit<LimitationQuestion, "on">): Limitation | LimitationRefusal {
  if (jurisdiction === "CN" || jurisdiction.startsWith("CN-")) return cnLimitationOf(facts, series);
  if (jurisdiction === "US" || jurisdiction.startsWith("US-"))
    return usLimitationOf(jurisdiction, facts, reading ?? null);
  if (jurisdiction === "GB-EW") return gbLimitationOf(facts, series);
  if (jurisdiction === "DE" || jurisdiction.startsWith("DE-")) return deLimitationOf(facts, reading ?? null);
  return { refused: true, rule: "X-09", reason: "unsupported", requires: ["case.jurisdiction"] };
}
