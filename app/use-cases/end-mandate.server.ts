import { eq } from "drizzle-orm";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { amended, type Changes } from "#app/domain/engagements/amendment.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import type { EndReason } from "#app/domain/engagements/end-mandate.ts";
import { type Milestone, milestonesOf } from "#app/domain/engagements/fee-split.ts";
import { historyOf } from "#app/domain/law/history.ts";
import type { Stage } from "#app/domain/law/types.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { hoursOf } from "#app/domain/tenders/round.ts";
import type { FeeModel } from "#app/domain/tenders/terms.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { mandatesOfLot } from "#app/use-cases/lot-mandate.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type OpenRoundRefusal, openRound } from "#app/use-cases/open-round.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { amendmentsOf, decideAmendment } from "#db/queries/amendments.ts";
import { type AwardRow, setAwardStatus } from "#db/queries/awards.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { type EngagementRow, mandatesOf, updateEngagement } from "#db/queries/engagements.ts";
import { openPlan, updatePlan } from "#db/queries/lapse-plans.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { briefOf, latestTender } from "#db/queries/tenders.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { caseBriefs, cases } from "#db/schema/cases.ts";

export type Mandate = { award: AwardRow; row: EngagementRow };

/**
 * Ends a mandate and tenders its case anew on the same terms, in the caller's transaction, which holds the case. The collector loses the
 * case at once; pauses and waits that run go on, since they stand on the timeline. Its milestones are named in the event that ends it.
 */
export async function endMandate(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { award, row, reason }: Mandate & { reason: EndReason },
): Promise<Result<null, OpenRoundRefusal>> {
  const status = caseMoves[kase.status].retender;
  const tender = await latestTender(tx, kase.caseId);
  if (!status || !tender) throw new Error(`Case ${kase.caseId} has no mandate to end`);
  const earned = await earnedBy(tx, kase, award.collectorOrgId);
  const without = { ...kase, status, collectorOrgId: null };
  const { scope } = await closeMandate(tx, ctx, { award, row });
  await tx
    .update(cases)
    .set({ status, collectorOrgId: null, updatedAt: ctx.now })
    .where(eq(cases.caseId, kase.caseId));
  const recorded = await recordEvent(tx, ctx, without, {
    type: "mandate_ended",
    occurredAt: ctx.now,
    payload: {
      facts: { engagementSigned: false },
      refs: { ...endRefs({ award, row, reason }), earned: earned.join(",") },
    },
  });
  if (!recorded.ok) return recorded;
  await tellDispute(tx, without);
  await tellEnd(tx, ctx, { ...kase, href: `/cases/${kase.caseId}/bids` }, { award, reason });
  const opened = await openRound(tx, ctx, without, {
    hours: hoursOf(tender),
    scope,
    feeModels: tender.feeModels as FeeModel[],
    territories: tender.territories,
  });
  return opened.ok ? ok(null) : opened;
}

/** What the log of a case keeps of the mandate that ended on it. */
export const endRefs = ({ award, row, reason }: Mandate & { reason: EndReason }) => ({
  awardId: award.id,
  engagementId: row.id,
  collectorOrgId: award.collectorOrgId,
  documentHash: row.documentHash,
  reason,
});

/** Ends the paper of a case or a lot, and what waits on it with it. Answers the reach it had at last. */
export async function closeMandate(tx: Tx, ctx: Ctx, { award, row }: Mandate): Promise<{ scope: Stage }> {
  const scope = await scopeNow(tx, row);
  await setAwardStatus(tx, award, "ended");
  await updateEngagement(tx, row, { endedAt: ctx.now, watchAt: null });
  await settleOpen(tx, ctx, row);
  return { scope };
}

/** The reach as it was last agreed: what was widened by an amendment is tendered so. */
async function scopeNow(tx: Tx, row: EngagementRow) {
  const contents: EngagementContents = JSON.parse(row.contents);
  const changes = await amendmentsOf(tx, { caseId: row.caseId, engagementId: row.id });
  const agreed = changes
    .filter(({ status }) => status === "agreed")
    .map((each): Changes => JSON.parse(each.contents).changes);
  return amended(contents, agreed).scope;
}

/** The milestones that a collector brought about on a case, under a mandate of the case or of its lot. */
export async function earnedBy(tx: Tx, kase: CaseRow, collectorOrgId: string): Promise<Milestone[]> {
  const { caseId } = kase;
  const held = [...(await mandatesOf(tx, caseId)), ...(await mandatesOfLot(tx, kase))];
  const collectors = new Set(held.map((each) => each.collectorOrgId));
  return milestonesOf(await eventsOf(tx, caseId), collectors)
    .filter(({ orgId }) => orgId === collectorOrgId)
    .map(({ milestone }) => milestone);
}

/** What waits on the mandate falls with it. */
async function settleOpen(tx: Tx, ctx: Ctx, { caseId, id }: EngagementRow): Promise<void> {
  const changes = await amendmentsOf(tx, { caseId, engagementId: id });
  for (const each of changes.filter(({ status }) => status === "proposed")) {
    await decideAmendment(tx, each, { status: "withdrawn", decidedAt: ctx.now });
  }
  const plan = await openPlan(tx, caseId);
  if (plan) await updatePlan(tx, plan, { status: "retendered", closedAt: ctx.now });
}

/** A dispute that pauses the case is told on the masked card: nobody bids on it unawares. */
async function tellDispute(tx: Tx, { caseId }: CaseRow): Promise<void> {
  const { holds } = historyOf(historyEventsOf(await eventsOf(tx, caseId)));
  const disputed = holds.some(({ type, endsAt }) => type === "dispute" && !endsAt);
  const brief = await briefOf(tx, caseId);
  if (disputed && brief?.disputed !== "yes")
    await tx.update(caseBriefs).set({ disputed: "yes" }).where(eq(caseBriefs.caseId, caseId));
}

type Told = { code: string; creditorOrgId: string /** Where its creditor reads on. */; href: string };

/** Tells both sides of the end, a case's or a lot's. */
export async function tellEnd(
  tx: Tx,
  ctx: Ctx,
  { code, creditorOrgId, href }: Told,
  { award: { collectorOrgId }, reason }: { award: AwardRow; reason: EndReason },
): Promise<void> {
  const firm = (await organizationOf(tx, collectorOrgId))?.name ?? "";
  const values = { case: code, firm, reasonKey: `retender.reason.${reason}` };
  const notice = { kind: "mandate_ended", values } as const;
  await notify(tx, ctx, { ...notice, toOrgId: collectorOrgId, href: "/mandates" });
  await notify(tx, ctx, { ...notice, toOrgId: creditorOrgId, href });
}
