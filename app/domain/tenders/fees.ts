import type { FeeTerms } from "./terms.ts";

/** Shares of the principal, in per cent, at which a bid is worked through: a poor, a middling and a full recovery. */
export const recoveryLevels = [30, 60, 100] as const;
export type RecoveryLevel = (typeof recoveryLevels)[number];

/** The level bids are compared at. It is a yardstick, not a forecast. */
export const comparedLevel: RecoveryLevel = 60;

/** A share of an amount in minor units, rounded down to the minor unit; exact for any safe integer. */
export const shareOf = (amount: number, basisPoints: number): number =>
  Number((BigInt(amount) * BigInt(basisPoints)) / 10_000n);

export const recoveredAt = (principal: number, level: RecoveryLevel): number =>
  shareOf(principal, level * 100);

/** Due whatever comes in: the fixed fee, and an hourly fee for the hours estimated. Minor units. */
export const upFront = ({ fixedFee, hourlyRate, estimatedHours }: FeeTerms): number =>
  fixedFee + hourlyRate * estimatedHours;

/** The part that depends on success; rounded down, so in the creditor's favour. */
export const successPart = ({ successBps }: FeeTerms, recovered: number): number =>
  shareOf(recovered, successBps);

/** The whole fee when so much is recovered. Minor units, before taxes and court costs. */
export const feeAt = (terms: FeeTerms, recovered: number): number =>
  upFront(terms) + successPart(terms, recovered);

/** What the creditor keeps; negative where the fee is more than what came in. */
export const netAt = (terms: FeeTerms, recovered: number): number => recovered - feeAt(terms, recovered);

/** Whether any of the fee hangs on the result, which is what caps on contingency fees are about. */
export const isContingent = ({ model }: Pick<FeeTerms, "model">): boolean =>
  model === "success" || model === "hybrid";
