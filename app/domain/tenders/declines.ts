/** Why a collector passes a round by. The list is closed, so that no reason can carry a name or an offer. */
export const declineReasons = [
  "far",
  "small",
  "field",
  "evidence",
  "limitation",
  "fees",
  "window",
  "scope",
  "capacity",
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** How many passed by, for each reason; the most frequent first. Who did is in no answer. */
export type DeclineCount = { reason: DeclineReason; count: number };

/** Where an administrator can act on a reason, if anywhere: verify who waits, or hold thin and late cases at their review. */
export const adminPlaceFor: Record<DeclineReason, "licences" | "cases" | null> = {
  far: "licences",
  small: null,
  field: "licences",
  evidence: "cases",
  limitation: "cases",
  fees: null,
  window: null,
  scope: null,
  capacity: "licences",
};

/** What a creditor can change about a new round for each reason; null where nothing of the round is the cause. */
export const remedyFor: Record<DeclineReason, "window" | "models" | "scope" | "evidence" | null> = {
  far: null,
  small: "models",
  field: null,
  evidence: "evidence",
  limitation: null,
  fees: "models",
  window: "window",
  scope: "scope",
  capacity: "window",
};
