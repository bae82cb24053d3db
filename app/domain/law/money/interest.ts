import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import type { Segment } from "#app/domain/law/money/accrue.ts";
import { cnInterestOn } from "#app/domain/law/money/cn-interest.ts";
import { deInterestOn } from "#app/domain/law/money/de-interest.ts";
import { gbInterestOn } from "#app/domain/law/money/gb-interest.ts";
import { type MoneyNote, type MoneyRefusal, refusal } from "#app/domain/law/money/refusal.ts";
import { usInterestOn } from "#app/domain/law/money/us-interest.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

export type { MoneyNote, MoneyRefusal };

export type Interest = {
  refused: false;
  /** Minor units, rounded half up once at the end. */
  amount: number;
  currency: string;
  days: number;
  /** The rate of the last segment, per cent a year; null where no interest runs. */
  rate: string | null;
  segments: Segment[];
  /** The last day the figure covers, where that is before the day asked for. */
  shownTo?: CivilDate;
  notes: MoneyNote[];
  citation: string;
  /** The first day that bears interest, where the law finds it. */
  interestFrom?: CivilDate;
  /** The first day of default in Germany. */
  verzugFrom?: CivilDate;
  /** What may be claimed once besides the interest, in minor units. */
  fixedSum?: number;
  /** What one more day adds, in minor units, where a claim must state it. */
  dailyAmount?: number;
  /** Facts that would change the figure; it stands on the protective reading until they are known. */
  requires?: string[];
};

export type InterestQuestion = {
  /** `CN`, `CN-440300`, `US-CA`. */
  jurisdiction: string;
  facts: Facts;
  /** First and last day of accrual, both counted. */
  from: CivilDate;
  to: CivilDate;
  /** `shown`: a figure that needs a rate beyond the verified series stops at its last verified day and says so. */
  beyond?: "refused" | "shown";
  /** Rates; the built-in ones when absent. */
  series?: Series;
};

/**
 * Simple interest on the principal of a claim by the rules of the place, before judgment.
 *
 * Refused where a fact or a rate that the figure rests on is not known, and where the place has no rules.
 *
 * @see section 4 of cn.md, us.md, de.md
 */
export function interestOn(question: InterestQuestion): Interest | MoneyRefusal {
  const found = calculated(question);
  const inChina = question.jurisdiction.startsWith("CN");
  return inChina && found.refused && found.rule === "X-10" && question.beyond === "shown"
    ? nothingVerified(question.series ?? publishedSeries)
    : found;
}

function calculated(question: InterestQuestion): Interest | MoneyRefusal {
  const [country] = question.jurisdiction.split("-");
  if (question.to < question.from) return refusal("X-11", "contradiction", "interest.to");
  if (country === "CN") return cnInterestOn(question);
  if (country === "US") return usInterestOn(question);
  if (question.jurisdiction === "GB-EW")
    return gbInterestOn({ ...question, series: question.series ?? publishedSeries });
  if (country === "DE") return deInterestOn(question);
  return refusal("X-09", "unsupported", "case.jurisdiction");
}

/** Rates fixed by a day beyond the series leave nothing that can be shown but the series' own end. */
const nothingVerified = ({ points }: Series): Interest => ({
  refused: false,
  amount: 0,
  currency: "CNY",
  days: 0,
  rate: null,
  segments: [],
  ...(points["CN-LPR-1Y"].coverageEnd && { shownTo: points["CN-LPR-1Y"].coverageEnd }),
  notes: [{ rule: "X-10", key: "stale_rate" }],
  citation: points["CN-LPR-1Y"].source,
});
