import { eq } from "drizzle-orm";
import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import type { Role } from "#app/domain/accounts/actor.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { newId } from "#app/domain/ids.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { mayBid } from "#app/domain/tenders/may-bid.ts";
import { hoursAfter, signWithinHours } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { drawUpEngagement } from "#app/use-cases/engagements/draw-up.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { actorInputOf, recordEvent } from "#app/use-cases/record-event.server.ts";
import { setTimer } from "#app/use-cases/timers/set-timer.server.ts";
import type { Tx } from "#db/client.ts";
import { type AwardRow, awardInForce, insertAward } from "#db/queries/awards.ts";
import { bidders, type OpenedBid, openedBids } from "#db/queries/bids.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { briefOf, latestTender, setTenderStatus, type TenderRow } from "#db/queries/tenders.ts";
import { cases } from "#db/schema/cases.ts";
import { transact } from "#db/transact.ts";
import { hasConflict } from "./conflict-check.server.ts";
import { mandateContents } from "./mandate-contents.server.ts";

export const Award = z.object({ caseId: z.uuid(), bidId: z.uuid() });

export type AwardRefusal =
  | { kind: "case-not-found" }
  | { kind: "bid-not-found" }
  | { kind: "already-awarded" }
  | { kind: "round-not-decided" }
  | { kind: "not-capable"; decision: Decision }
  | { kind: "conflict" };

/**
 * Awards the case to one opened bid: once, whoever else presses at the same moment. The bidder's licence and ties
 * are looked at again now. Draws up the engagement, which both sides must sign within three days.
 */
export function award(
  ctx: Ctx,
  { caseId, bidId }: z.infer<typeof Award>,
): Promise<Result<null, AwardRefusal>> {
  return transact<null, AwardRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "award.make", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (await awardInForce(tx, caseId)) return err({ kind: "already-awarded" });
    const status = caseMoves[kase.status].award;
    const tender = await latestTender(tx, caseId);
    if (!status || tender?.status !== "closed") return err({ kind: "round-not-decided" });
    const bid = (await openedBids(tx, caseId, tender.id)).find(({ id }) => id === bidId);
    if (!bid) return err({ kind: "bid-not-found" });
    const refusal = await refusalOf(tx, ctx, kase, { tender, bid });
    if (refusal) return err(refusal);

    const row = newAward(ctx, tender, bid);
    if ((await insertAward(tx, row)) === "already-awarded") return err({ kind: "already-awarded" });
    const recorded = await recordEvent(tx, ctx, kase, {
      type: "awarded",
      occurredAt: ctx.now,
      subject: { orgId: bid.firm.orgId, role: roleOf(bid) },
      payload: { refs: { tenderId: tender.id, bidId, awardId: row.id, collectorOrgId: bid.firm.orgId } },
    });
    if (!recorded.ok) return err({ kind: "not-capable", decision: recorded.error.decision });
    await tx.update(cases).set({ status, updatedAt: ctx.now }).where(eq(cases.caseId, caseId));
    await setTenderStatus(tx, tender, { status: "awarded" });
    await setTimer(tx, ctx, { caseId, kind: "lapse_award", subjectId: row.id, dueAt: row.signBy });
    await drawUp(tx, ctx, kase, { tender, bid, award: row });
    await tell(tx, ctx, kase, row);
    return ok(null);
  });
}

type Chosen = { tender: TenderRow; bid: OpenedBid };

/** A bidder belongs to an organisation that collects; its kind is its role. */
const roleOf = ({ firm }: OpenedBid): Role => (firm.kind === "platform" ? "guest" : firm.kind);

async function refusalOf(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { tender, bid }: Chosen,
): Promise<AwardRefusal | null> {
  const brief = await briefOf(tx, kase.caseId);
  if (!brief) throw new Error(`Case ${kase.caseId} has a round and no masked card`);
  const subject = { orgId: bid.firm.orgId, role: roleOf(bid) };
  const actor = await actorInputOf(tx, subject, ctx.now);
  const pack = packOfCase(await lawBook(tx), kase);
  const decision = mayBid({ pack, brief, scope: tender.scope, actor, at: ctx.now });
  if (!decision.allowed) return { kind: "not-capable", decision };
  const sides = { caseId: kase.caseId, creditorOrgId: kase.creditorOrgId, bidderOrgId: bid.firm.orgId };
  return (await hasConflict(tx, ctx, sides)) ? { kind: "conflict" } : null;
}

const newAward = (ctx: Ctx, tender: TenderRow, bid: OpenedBid): AwardRow => ({
  caseId: tender.caseId,
  id: newId(ctx.now),
  tenderId: tender.id,
  bidId: bid.id,
  collectorOrgId: bid.firm.orgId,
  awardedBy: ctx.actor.userId ?? "",
  awardedAt: ctx.now,
  signBy: hoursAfter(ctx.now, signWithinHours),
  status: "active",
});

async function drawUp(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { award: { id, signBy }, ...chosen }: Chosen & { award: AwardRow },
) {
  const contents = await mandateContents(tx, ctx, kase, { ...chosen, signBy });
  await drawUpEngagement(tx, ctx, {
    caseId: kase.caseId,
    awardId: id,
    ownerOrgId: kase.creditorOrgId,
    contents,
  });
}

/** The winner and the creditor are asked to sign; the others learn that it went elsewhere, without reasons. */
async function tell(
  tx: Tx,
  ctx: Ctx,
  { caseId, code, creditorOrgId }: CaseRow,
  row: AwardRow,
): Promise<void> {
  const values = { case: code, signByAt: row.signBy.toISOString() };
  const href = `/cases/${caseId}/engagement`;
  await notify(tx, ctx, { kind: "awarded", values, toOrgId: row.collectorOrgId, href });
  await notify(tx, ctx, { kind: "signature_needed", values, toOrgId: creditorOrgId, href });
  const others = await bidders(tx, { caseId, tenderId: row.tenderId, except: row.collectorOrgId });
  for (const toOrgId of others) {
    await notify(tx, ctx, { kind: "lost", values: { case: code }, toOrgId, href: `/rounds/${caseId}` });
  }
}
