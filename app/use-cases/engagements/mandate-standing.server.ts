import { may, type Relation } from "#app/domain/accounts/access.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { type Milestone, milestoneParts, milestonesOf, splitFee } from "#app/domain/engagements/fee-split.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { amendmentsOf } from "#db/queries/amendments.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { type EngagementRow, mandatesOf } from "#db/queries/engagements.ts";
import { organizationsById } from "#db/queries/organizations.ts";

type Mandate = {
  row: EngagementRow;
  contents: EngagementContents;
  events: readonly TimelineEvent[];
  relation: Relation;
};

/** How a mandate in force stands: its period, whether its collector acts, what was amended, and how one fee would be shared now. */
export async function mandateStanding(ctx: Ctx, kase: CaseRow, { row, contents, events, relation }: Mandate) {
  const isOpen = kase.status === "engaged";
  return {
    periodEndsAt: row.periodEndsAt,
    periodOver: row.periodEndsAt !== null && row.periodEndsAt <= ctx.now,
    quietSince: row.alarmedAt,
    charge: contents.platform?.kind === "fixed" ? contents.platform : null,
    shares: await sharesOf(ctx, kase, events),
    amendments: await changesOf(ctx, row),
    mayEnd: isOpen && may(ctx.actor, "mandate.end", relation),
    mayAmend: isOpen && may(ctx.actor, "engagement.sign", relation),
  };
}

/** What was proposed about a mandate, and what became of each; one that nobody answered in time counts no more. */
export async function changesOf({ db, now }: Ctx, { caseId, id: engagementId }: EngagementRow) {
  const changes = await amendmentsOf(db, { caseId, engagementId });
  return changes.map(({ id, number, status, proposedSide, answerBy, decidedAt }) => ({
    id,
    number,
    status: status === "proposed" && answerBy <= now ? ("withdrawn" as const) : status,
    proposedSide,
    answerBy,
    decidedAt,
  }));
}

export type Share = { firm: string; milestones: { milestone: Milestone; parts: number }[]; part: number };

/** Of 10,000 parts of one fee, what each collector would get if the money came in now; the milestones as the timeline has them. */
export async function sharesOf(ctx: Ctx, kase: CaseRow, events: readonly TimelineEvent[]): Promise<Share[]> {
  const held = await mandatesOf(ctx.db, kase.caseId);
  const last = held[0]?.collectorOrgId;
  if (!last) return [];
  const collectors = new Set(held.map(({ collectorOrgId }) => collectorOrgId));
  const earned = milestonesOf(events, collectors);
  const parts = splitFee(10_000, earned, last);
  const firms = await organizationsById(ctx.db, [...parts.keys()]);
  return [...parts].map(([orgId, part]) => ({
    firm: firms.get(orgId)?.name ?? "",
    milestones: earned
      .filter((each) => each.orgId === orgId)
      .map(({ milestone }) => ({ milestone, parts: milestoneParts[milestone] })),
    part,
  }));
}
