import type { StepType } from "#app/domain/law/types.ts";

/** What is paid in before an act: what a court asks for it, or the fixed fee that the mandate has. */
export const advanceKinds = ["court_costs", "fixed_fee"] as const;
export type AdvanceKind = (typeof advanceKinds)[number];

/** The acts that cost something before they are done. */
export const advanceActs = [
  "lawyer_letter",
  "mediation",
  "payment_order",
  "enforcement_order_application",
  "arbitration",
  "file_suit",
  "apply_enforcement",
  "county_court_warrant",
  "high_court_writ",
] as const satisfies readonly StepType[];
export type AdvanceAct = (typeof advanceActs)[number];

/** One advance as it was asked for, in minor units, and what became of it. */
export type Advance = {
  id: string;
  kind: AdvanceKind;
  act: AdvanceAct;
  /** What the act costs; a part of it may be there already, and `asked` is the rest. */
  need: bigint;
  asked: bigint;
  /** What the receipt says; null until there is one. */
  spent: bigint | null;
  withdrawn: boolean;
};

export type AdvanceState = "asked" | "funded" | "spent" | "withdrawn";

/** What came in for advances in all, less what went back to the payer, and what the collector gave back of it. */
export type AdvanceMoney = { paid: bigint; returned: bigint };

const least = (a: bigint, b: bigint) => (a < b ? a : b);

/**
 * How a case's advances stand, in the order in which they were asked for. Receipts are paid first, then each act that is still to come takes
 * what it needs; what is left is free: it is given back or counted to the next act. It hangs on sums, not on which payment was for which.
 */
export function advancesWhen<A extends Advance>(advances: readonly A[], { paid, returned }: AdvanceMoney) {
  let left = advances.reduce((sum, { spent }) => sum - (spent ?? 0n), paid - returned);
  const stand = advances.map((advance): A & { state: AdvanceState } => {
    if (advance.spent !== null) return { ...advance, state: "spent" };
    if (advance.withdrawn) return { ...advance, state: "withdrawn" };
    if (left < advance.need) {
      left = least(left, 0n);
      return { ...advance, state: "asked" };
    }
    left -= advance.need;
    return { ...advance, state: "funded" };
  });
  return { advances: stand, free: left > 0n ? left : 0n };
}

/** What the creditor has to have paid in in all: receipts, acts to come, and what it has back. What is beyond it is free. */
export const advancesDue = (advances: readonly Advance[], returned: bigint): bigint =>
  advances.reduce((sum, { need, spent, withdrawn }) => sum + (spent ?? (withdrawn ? 0n : need)), returned);

/** What can at most be recorded as spent on one of them: what it needed, and what is free besides. */
export const mostToSpend = ({ need }: Pick<Advance, "need">, free: bigint): bigint => need + free;
