import { type Moved, reportsIn } from "./case-money.ts";
import { reportKey } from "./reports.ts";

/** What one collector of a case made due of the fee, and what it was paid of it. Minor units of one currency. */
type Part = { orgId: string; due: bigint; paid: bigint };
export type FeeOwed = { orgId: string; amount: bigint };

/**
 * What each collector of a case is still owed of the fee, those that came first before those that followed them; together never more
 * than the books say is owed: what one was paid too much is not asked for again.
 */
export function feesOwed(parts: readonly Part[], owed: bigint): FeeOwed[] {
  let left = owed;
  return parts.flatMap(({ orgId, due, paid }) => {
    const open = due > paid ? due - paid : 0n;
    const amount = open < left ? open : left;
    left -= amount;
    return amount > 0n ? [{ orgId, amount }] : [];
  });
}

/** What the creditor says it paid each collector of the fee past the platform, and was not contested. */
export function feeReportedTo(moved: readonly Moved[]): Map<string, bigint> {
  const to = new Map<string, bigint>();
  for (const { kind, id, state, amount } of reportsIn(moved)) {
    if (kind !== "fee" || state === "contested" || state === "reversed") continue;
    const cause = reportKey(kind, id);
    const money = moved.find((each) => each.cause === cause && each.to.kind === "collector_bank");
    if (money) to.set(money.to.bookId, (to.get(money.to.bookId) ?? 0n) + amount);
  }
  return to;
}
