/** Why a creditor ends a mandate before its case is over. `no_cause` stands open always; the others must be so. */
export const endReasons = ["non_performance", "licence_lapsed", "period_over", "no_cause"] as const;
export type EndReason = (typeof endReasons)[number];

export type MandateStanding = {
  /** Since when the collector has been silent although an act was lawful. */
  alarmedAt: Date | null;
  /** Whether it lacks the licence that its next steps need. */
  lapsed: boolean;
  periodEndsAt: Date | null;
};

/** The reasons that hold at this moment; the first is the strongest. */
export function reasonsFor({ alarmedAt, lapsed, periodEndsAt }: MandateStanding, now: Date): EndReason[] {
  return [
    ...(alarmedAt ? (["non_performance"] as const) : []),
    ...(lapsed ? (["licence_lapsed"] as const) : []),
    ...(periodEndsAt && periodEndsAt <= now ? (["period_over"] as const) : []),
    "no_cause",
  ];
}

/** A reason that is a reproach is given only where the record bears it out. */
export const mayEndFor = (reason: EndReason, standing: MandateStanding, now: Date): boolean =>
  reasonsFor(standing, now).includes(reason);

/** Days the creditor has to choose what becomes of a mandate whose collector lost its licence; then it is tendered anew. */
export const lapseDecisionDays = 10;
/** The longest a creditor may wait for a renewal. */
export const longestWaitDays = 60;
