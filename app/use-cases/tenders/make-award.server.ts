import type { Role } from "#app/domain/accounts/actor.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import type { CaseStatus } from "#app/domain/cases/moves.ts";
import type { Powers } from "#app/domain/engagements/contents.ts";
import { newId } from "#app/domain/ids.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Lane } from "#app/domain/tenders/lanes.ts";
import { mayBid } from "#app/domain/tenders/may-bid.ts";
import { hoursAfter, signWithinHours } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { drawUpEngagement } from "#app/use-cases/engagements/draw-up.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { actorInputOf, recordEvent } from "#app/use-cases/record-event.server.ts";
import { setTimer } from "#app/use-cases/timers/set-timer.server.ts";
import type { Tx } from "#db/client.ts";
import { type AwardRow, insertAward } from "#db/queries/awards.ts";
import { bidders, type OpenedBid } from "#db/queries/bids.ts";
import { type CaseRow, updateCase } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { briefOf, setTenderStatus, type TenderRow } from "#db/queries/tenders.ts";
import { hasConflict } from "./conflict-check.server.ts";
import { mandateContents } from "./mandate-contents.server.ts";

export type MakeAwardRefusal =
  | { kind: "already-awarded" }
  | { kind: "not-capable"; decision: Decision }
  | { kind: "conflict" };

type Chosen = { tender: TenderRow; bid: OpenedBid };
type Awarded = Chosen & {
  /** The case's status from now on. */
  status: CaseStatus;
  /** How far the power of attorney goes; a general one unless the creditor said otherwise. */
  powers?: Powers;
};

/**
 * Awards a case to one opened bid in the caller's transaction, which holds the case, whichever way the bid came about. The bidder's
 * licence and ties are looked at again now. Draws up the engagement, which both sides must sign within three days.
 */
export async function makeAward(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { tender, bid, status, powers = "general" }: Awarded,
): Promise<Result<null, MakeAwardRefusal>> {
  const { caseId } = kase;
  const refusal = await refusalOf(tx, ctx, kase, { tender, bid });
  if (refusal) return err(refusal);

  const row = newAward(ctx, tender, bid);
  if ((await insertAward(tx, row)) === "already-awarded") return err({ kind: "already-awarded" });
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "awarded",
    occurredAt: ctx.now,
    subject: { orgId: bid.firm.orgId, role: roleOf(bid) },
    payload: {
      refs: { tenderId: tender.id, bidId: bid.id, awardId: row.id, collectorOrgId: bid.firm.orgId },
    },
  });
  if (!recorded.ok) return err({ kind: "not-capable", decision: recorded.error.decision });
  await updateCase(tx, caseId, { status, updatedAt: ctx.now });
  await setTenderStatus(tx, tender, { status: "awarded" });
  await setTimer(tx, ctx, { caseId, kind: "lapse_award", subjectId: row.id, dueAt: row.signBy });
  await drawUp(tx, ctx, kase, { tender, bid, award: row, powers });
  await tell(tx, ctx, kase, { row, lane: tender.lane });
  return ok(null);
}

/** A bidder belongs to an organisation that collects; its kind is its role. */
const roleOf = ({ firm }: OpenedBid): Role => (firm.kind === "platform" ? "guest" : firm.kind);

async function refusalOf(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { tender, bid }: Chosen,
): Promise<MakeAwardRefusal | null> {
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
  { award: { id, signBy }, ...chosen }: Chosen & { award: AwardRow; powers: Powers },
) {
  const contents = await mandateContents(tx, ctx, kase, { ...chosen, signBy });
  await drawUpEngagement(tx, ctx, {
    caseId: kase.caseId,
    awardId: id,
    ownerOrgId: kase.creditorOrgId,
    licenceId: chosen.bid.licence.id,
    contents,
  });
}

/** The winner and the creditor are asked to sign; the others learn that it went elsewhere, without reasons. */
async function tell(
  tx: Tx,
  ctx: Ctx,
  { caseId, code, creditorOrgId }: CaseRow,
  { row, lane }: { row: AwardRow; lane: Lane },
): Promise<void> {
  const values = { case: code, signByAt: row.signBy.toISOString() };
  const href = `/cases/${caseId}/engagement`;
  const won = { values, toOrgId: row.collectorOrgId, href };
  await notify(tx, ctx, lane === "standing" ? { kind: "price_taken", ...won } : { kind: "awarded", ...won });
  await notify(tx, ctx, { kind: "signature_needed", values, toOrgId: creditorOrgId, href });
  const others = await bidders(tx, { caseId, tenderId: row.tenderId, except: row.collectorOrgId });
  for (const toOrgId of others) {
    await notify(tx, ctx, { kind: "lost", values: { case: code }, toOrgId, href: `/rounds/${caseId}` });
  }
}
