/** The life of a case on the platform. Its legal stage is another matter: `app/domain/law` owns that. */
export const caseStatuses = [
  "submitted",
  "returned",
  "refused",
  "approved",
  "tendering",
  "deciding",
  "signing",
  "engaged",
  "with_lot",
  "closed",
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const caseMoveNames = [
  "resubmit",
  "edit",
  "approve",
  "return",
  "refuse",
  "withdraw",
  "openRound",
  "closeRound",
  "award",
  "lapse",
  "engage",
  "retender",
  "release",
  "leaveLot",
  "close",
] as const;
export type CaseMove = (typeof caseMoveNames)[number];

/** Missing keys are the illegal moves. */
export const caseMoves: Record<CaseStatus, Partial<Record<CaseMove, CaseStatus>>> = {
  submitted: {
    edit: "submitted",
    approve: "approved",
    return: "returned",
    refuse: "refused",
    withdraw: "closed",
  },
  returned: { resubmit: "submitted", withdraw: "closed" },
  refused: {},
  // `engage`: a claim of a lot whose mandate is signed; it has no round of its own.
  approved: {
    edit: "submitted",
    openRound: "tendering",
    award: "signing",
    engage: "engaged",
    withdraw: "closed",
  },
  tendering: { edit: "submitted", closeRound: "deciding", withdraw: "closed" },
  deciding: { edit: "submitted", openRound: "tendering", award: "signing", withdraw: "closed" },
  signing: { lapse: "deciding", engage: "engaged", withdraw: "closed" },
  // `release`: the mandate of its lot ended; it waits for the lot's next one.
  engaged: { retender: "deciding", release: "with_lot", close: "closed" },
  // `leaveLot`: its lot is withdrawn, or the law refused it under the lot's next mandate; it goes on by itself.
  with_lot: { engage: "engaged", leaveLot: "approved", withdraw: "closed" },
  closed: {},
};
