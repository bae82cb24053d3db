import type { EventType } from "#app/domain/law/types.ts";

/** What a collector can bring about on a case, in the order of the ladder; `recovery` is the money coming in. */
export const milestones = ["demand", "letter", "filing", "title", "enforcement", "recovery"] as const;
export type Milestone = (typeof milestones)[number];

/** The parts of one fee that each milestone earns. The table stands in every mandate. */
export const milestoneParts: Readonly<Record<Milestone, number>> = {
  demand: 2,
  letter: 1,
  filing: 3,
  title: 2,
  enforcement: 2,
  recovery: 5,
};

export const splitTable = () =>
  milestones.map((milestone) => ({ milestone, parts: milestoneParts[milestone] }));

/** The record that shows a milestone; nothing that stands on no timeline earns anything. */
const shownBy: Partial<Record<EventType, Milestone>> = {
  demand_payment: "demand",
  lawyer_letter: "letter",
  payment_order: "filing",
  arbitration: "filing",
  file_suit: "filing",
  judgment: "title",
  title_recorded: "title",
  apply_enforcement: "enforcement",
  county_court_warrant: "enforcement",
  high_court_writ: "enforcement",
};

type Recorded = { type: EventType; actorOrgId: string | null };
export type Earned = { milestone: Milestone; orgId: string };

/**
 * The milestones that collectors brought about, each for whoever recorded it first. What a creditor recorded, what was
 * refused and what was done before the first engagement earns nobody anything.
 */
export function milestonesOf(events: readonly Recorded[], collectors: ReadonlySet<string>): Earned[] {
  const earned = new Map<Milestone, string>();
  let engaged = false;
  for (const { type, actorOrgId } of events) {
    if (type === "engaged") engaged = true;
    const milestone = shownBy[type];
    if (!engaged || !milestone || !actorOrgId || !collectors.has(actorOrgId)) continue;
    if (!earned.has(milestone)) earned.set(milestone, actorOrgId);
  }
  return [...earned].map(([milestone, orgId]) => ({ milestone, orgId }));
}

/**
 * Shares one fee among the collectors who earned it, in minor units. Milestones that were never reached count for nobody, and the
 * money coming in is the last collector's. The shares add up to the fee, whatever it is: what rounding leaves goes, a unit each,
 * to the largest remainders, and among equal ones to whoever came first.
 */
export function splitFee(fee: number, earned: readonly Earned[], lastOrgId: string): Map<string, number> {
  const parts = new Map<string, number>();
  for (const { milestone, orgId } of [...earned, { milestone: "recovery" as const, orgId: lastOrgId }]) {
    parts.set(orgId, (parts.get(orgId) ?? 0) + milestoneParts[milestone]);
  }
  const total = BigInt([...parts.values()].reduce((sum, each) => sum + each, 0));
  const shares = [...parts].map(([orgId, each]) => {
    const exact = BigInt(fee) * BigInt(each);
    return { orgId, amount: Number(exact / total), rest: exact % total };
  });
  let left = fee - shares.reduce((sum, { amount }) => sum + amount, 0);
  for (const share of [...shares].sort((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1))) {
    if (left === 0) break;
    share.amount += 1;
    left -= 1;
  }
  return new Map(shares.map(({ orgId, amount }) => [orgId, amount]));
}
