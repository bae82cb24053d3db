import type { AccountKind } from "./accounts.ts";
import type { Leg } from "./legs.ts";

/** The collector's fee, the platform's charge and what is paid in before acts are kept alike, each in accounts of its own name. */
export const owedNamesInBooks = ["fee", "charge", "advance"] as const;
export type OwedName = (typeof owedNamesInBooks)[number];

/** How an obligation stands, in minor units: owed and not paid, said to be paid, paid, and paid beyond what is owed. */
export type OwedState = { owed: bigint; reported: bigint; settled: bigint; over: bigint };

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const positive = (amount: bigint) => (amount > 0n ? amount : 0n);

/**
 * How it must stand when so much is due and so much has been paid in all. It hangs on sums alone, so the order in which payments and
 * what they are for become known does not matter.
 */
export function owedWhen({ due, paid, reported }: Record<"due" | "paid" | "reported", bigint>): OwedState {
  const settled = least(paid, positive(due - reported));
  return { owed: positive(due - reported - paid), reported, settled, over: paid - settled };
}

/** The legs from how an obligation stands to how it must. */
export function owedLegs(
  { caseId, currency }: { caseId: string; currency: string },
  name: OwedName,
  { from, to }: { from: OwedState; to: OwedState },
): Leg[] {
  const total = ({ owed, reported, settled, over }: OwedState) => owed + reported + settled + over;
  const changes: [AccountKind, bigint][] = [
    [`${name}_owed`, to.owed - from.owed],
    [`${name}_settled`, to.settled - from.settled],
    [`${name}_over`, to.over - from.over],
    [`${name}_terms`, total(from) - total(to)],
  ];
  return legsFor(changes, { caseId, currency });
}

/** Moves what some accounts lose to those that gain; the changes add up to nought. */
function legsFor(
  changes: readonly (readonly [AccountKind, bigint])[],
  { caseId, currency }: { caseId: string; currency: string },
): Leg[] {
  const losing = changes.flatMap(([kind, by]) => (by < 0n ? [{ kind, left: -by }] : []));
  const gaining = changes.flatMap(([kind, by]) => (by > 0n ? [{ kind, left: by }] : []));
  const legs: Leg[] = [];
  for (const gain of gaining) {
    for (const loss of losing) {
      const amount = least(gain.left, loss.left);
      if (amount === 0n) continue;
      gain.left -= amount;
      loss.left -= amount;
      const [from, to] = [loss.kind, gain.kind].map((kind) => ({ kind, bookId: caseId }));
      legs.push({ from, to, currency, amount });
    }
  }
  return legs;
}
