import type { DebtKind, DebtorKind, Standing } from "./claim.ts";

type Group = {
  groupNo: number;
  region: string;
  jurisdiction: string;
  currency: string;
  debtorKind: DebtorKind;
  claimKind: DebtKind;
  standing: Standing;
  claims: number;
  principal: bigint;
};

/** One lot as it would be made: groups of one region that one mandate can hold. */
export type LotPlan = Pick<Group, "jurisdiction" | "currency" | "debtorKind" | "claimKind"> & {
  regions: string[];
  groupNos: number[];
  claims: number;
  principal: bigint;
};

const likeness = (group: Pick<Group, "jurisdiction" | "currency" | "debtorKind" | "claimKind">): string =>
  `${group.jurisdiction}|${group.currency}|${group.debtorKind}|${group.claimKind}`;

/**
 * Splits a portfolio into regional lots: one law, one currency, one kind of debtor and of claim each, so that whoever may bid on
 * one of its claims may bid on all. Time-barred claims stay out unless they are asked for, and then make lots of their own law.
 */
export function planLots(groups: readonly Group[], { withBarred }: { withBarred: boolean }): LotPlan[] {
  const plans = new Map<string, LotPlan>();
  for (const group of groups) {
    if (group.claims === 0 || (group.standing === "barred" && !withBarred)) continue;
    const key = `${likeness(group)}|${group.region}`;
    const plan = plans.get(key);
    if (!plan) {
      const { jurisdiction, currency, debtorKind, claimKind, region, groupNo, claims, principal } = group;
      plans.set(key, {
        jurisdiction,
        currency,
        debtorKind,
        claimKind,
        regions: [region],
        groupNos: [groupNo],
        claims,
        principal,
      });
      continue;
    }
    plan.groupNos.push(group.groupNo);
    plan.claims += group.claims;
    plan.principal += group.principal;
  }
  return [...plans.values()];
}

/** Whether two lots can be one: the same law, currency and kinds, in whatever regions. */
export const mayMerge = (
  one: Pick<LotPlan, "jurisdiction" | "currency" | "debtorKind" | "claimKind">,
  other: Pick<LotPlan, "jurisdiction" | "currency" | "debtorKind" | "claimKind">,
): boolean => likeness(one) === likeness(other);
