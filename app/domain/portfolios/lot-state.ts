import { type CaseStatus, caseMoves } from "#app/domain/cases/moves.ts";

/** Where a lot stands, for people. */
export const lotStates = [
  "planned",
  "tendering",
  "deciding",
  "signing",
  "posting",
  "collecting",
  "withdrawn",
] as const;
export type LotState = (typeof lotStates)[number];

const byStatus: Record<CaseStatus, LotState> = {
  submitted: "planned",
  returned: "planned",
  refused: "planned",
  approved: "planned",
  tendering: "tendering",
  deciding: "deciding",
  signing: "signing",
  engaged: "posting",
  with_lot: "planned",
  closed: "withdrawn",
};

/** An engaged lot is at work until every claim of it is a case or was refused: then its `closedAt` is set. */
export const lotStateOf = ({ status, closedAt }: { status: CaseStatus; closedAt: Date | null }): LotState =>
  status === "engaged" && closedAt ? "collecting" : byStatus[status];

/** How a lot stands once it is taken off the market; nothing where that is over. One that was never on it is left out of its portfolio instead. */
export const withdrawnFrom = (status: CaseStatus): CaseStatus | undefined =>
  status === "submitted" ? undefined : caseMoves[status].withdraw;

/** What became of a claim of an engaged lot. */
export const claimStates = ["case", "refused", "waiting"] as const;
export type ClaimState = (typeof claimStates)[number];
export const isClaimState = (text: string | null): text is ClaimState =>
  claimStates.some((each) => each === text);
