export const callOperations = [
  "account.create",
  "checkout.create",
  "checkout.expire",
  "refund.create",
  "dispute.answer",
  "dispute.concede",
  "debit.create",
  "method.detach",
] as const;
export type CallOperation = (typeof callOperations)[number];

/** `dead`: tried as often as is sensible, or refused for good; a person decides. `resolved`: a person ended it. */
export const callStates = ["waiting", "done", "dead", "resolved"] as const;

/** With the pauses below, a call is given up after about a day. */
export const mostAttempts = 14;
const firstPauseMs = 2_000;
const longestPauseMs = 3 * 3_600_000;

/**
 * How long to wait after so many failed attempts: twice as long each time, and somewhere in the upper half of that, so that what
 * failed together does not come back together.
 *
 * @param chance in [0, 1)
 */
export function pauseAfter(attempts: number, chance: number): number {
  const most = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
  return Math.round(most / 2 + (most / 2) * chance);
}
