import { type Actor, isCollector } from "#app/domain/accounts/actor.ts";
import type { CaseStatus } from "./moves.ts";

export const caseTabs = ["needs-you", "open", "engaged", "closed"] as const;
export type CaseTab = (typeof caseTabs)[number];
export const isCaseTab = (text: unknown): text is CaseTab => caseTabs.some((each) => each === text);

/** Which cases a list's tab holds: every status stands in exactly one tab. */
const creditorTabs: Record<CaseStatus, CaseTab> = {
  submitted: "open",
  returned: "needs-you",
  refused: "closed",
  approved: "needs-you",
  tendering: "open",
  deciding: "needs-you",
  signing: "needs-you",
  engaged: "engaged",
  with_lot: "open",
  closed: "closed",
};

export function statusesIn(tab: CaseTab, actor: Pick<Actor, "role">): CaseStatus[] {
  const entries = Object.entries(creditorTabs) as [CaseStatus, CaseTab][];
  const statuses = entries.filter(([, at]) => at === tab).map(([status]) => status);
  return isCollector(actor.role) ? statuses.filter((status) => collectorSees.has(status)) : statuses;
}

/** A collector meets a case when it is awarded. */
const collectorSees = new Set<CaseStatus>(["signing", "engaged", "closed"]);
