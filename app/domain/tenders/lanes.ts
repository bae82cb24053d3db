/**
 * How a case finds its collector: bids under seal, or a price that stands published. A judgment in hand is tendered under seal
 * too, for its enforcement alone.
 */
export const lanes = ["sealed", "standing"] as const;
export type Lane = (typeof lanes)[number];
