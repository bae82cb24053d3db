import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import { cnCourtFee } from "#app/domain/law/money/court-fees/cn.ts";
import { deCourtFee } from "#app/domain/law/money/court-fees/de.ts";
import { gbCourtFee } from "#app/domain/law/money/court-fees/gb.ts";
import { usCourtFee } from "#app/domain/law/money/court-fees/us.ts";
import { type MoneyRefusal, manualQuote } from "#app/domain/law/money/refusal.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** The court steps whose fees are asked for; each country knows some of them. */
export const courtFeeKinds = [
  "acceptance",
  "simplified",
  "payment-order",
  "enforcement",
  "preservation",
  "filing",
  "issue",
  "hearing",
  "fixed-costs",
  "suit",
  "suit-after-payment-order",
] as const;
export type CourtFeeKind = (typeof courtFeeKinds)[number];

export type CourtFee = {
  refused: false;
  /** Minor units. */
  fee: number;
  currency: string;
  /** Whether it is paid in advance. */
  prepaid: boolean;
  citation: string;
};

export type CourtFeeQuestion = {
  jurisdiction: string;
  kind: CourtFeeKind;
  /** The sum claimed, in minor units. */
  amount: number;
  /** Interest to the day of issue, where the fee is on both (GB-FEE-01). */
  interestToIssue?: number;
  court?: string;
  /** The day of filing; the newest table on file when absent. */
  on?: CivilDate;
  series?: Series;
};

/** One country's schedule; null where it does not know the step. */
export type CourtFeeOf = (question: CourtFeeQuestion & { series: Series }) => CourtFee | MoneyRefusal | null;

const byCountry: Record<string, CourtFeeOf> = {
  CN: cnCourtFee,
  US: usCourtFee,
  GB: gbCourtFee,
  DE: deCourtFee,
};

/**
 * The fee of a court step on a claim for money. Minor units, rounded half up once unless the statute says otherwise.
 *
 * Refused where the schedule is not on file: the court is asked for a quote.
 */
export function courtFee(question: CourtFeeQuestion): CourtFee | MoneyRefusal {
  const [country] = question.jurisdiction.split("-");
  const found = byCountry[country]?.({ ...question, series: question.series ?? publishedSeries });
  return found ?? manualQuote("X-09");
}
