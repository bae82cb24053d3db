import { eq } from "drizzle-orm";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { FeeModel } from "#app/domain/tenders/terms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type OpenRoundRefusal, openRound } from "#app/use-cases/open-round.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { type AwardRow, awardInForce, setAwardStatus } from "#db/queries/awards.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { engagementFor } from "#db/queries/engagements.ts";
import { sidesOf } from "#db/queries/signatures.ts";
import { latestTender, setTenderStatus, type TenderRow } from "#db/queries/tenders.ts";
import { cases } from "#db/schema/cases.ts";

/**
 * Ends an award that was not signed in time, in the caller's transaction, which holds the case. Where the
 * collector failed to sign, the case goes into a new round on the same terms; where only the creditor did, or a standing
 * price had been taken, it waits for the creditor. A signed award, or one whose time is not over, is left as it is.
 */
export async function lapseAward(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  awardId: string,
): Promise<Result<null, OpenRoundRefusal>> {
  const award = await awardInForce(tx, kase.caseId);
  const status = caseMoves[kase.status].lapse;
  if (award?.id !== awardId || award.status !== "active" || ctx.now < award.signBy || !status)
    return ok(null);

  const paper = await engagementFor(tx, { caseId: kase.caseId, awardId });
  const signed = paper ? await sidesOf(tx, { caseId: kase.caseId, paperId: paper.id }) : {};
  const collectorSigned = Boolean(signed.collector);
  await setAwardStatus(tx, award, "lapsed");
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "award_lapsed",
    occurredAt: ctx.now,
    payload: { refs: { awardId, unsigned: unsignedBy(collectorSigned, Boolean(signed.creditor)) } },
  });
  if (!recorded.ok) return recorded;
  await tx.update(cases).set({ status, updatedAt: ctx.now }).where(eq(cases.caseId, kase.caseId));
  kase.status = status;

  const tender = await latestTender(tx, kase.caseId);
  if (tender) await setTenderStatus(tx, tender, { status: "closed" });
  await tell(tx, ctx, kase, award);
  const mayReopen = tender?.lane === "sealed" && !collectorSigned;
  return mayReopen ? reopen(tx, ctx, kase, tender) : ok(null);
}

const unsignedBy = (collectorSigned: boolean, creditorSigned: boolean) =>
  collectorSigned ? "creditor" : creditorSigned ? "collector" : "both";

async function reopen(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { opensAt, closesAt, scope, feeModels, territories }: TenderRow,
): Promise<Result<null, OpenRoundRefusal>> {
  const hours = (closesAt.getTime() - opensAt.getTime()) / 3_600_000;
  const opened = await openRound(tx, ctx, kase, {
    hours,
    scope,
    feeModels: feeModels as FeeModel[],
    territories,
  });
  return opened.ok ? ok(null) : opened;
}

async function tell(tx: Tx, ctx: Ctx, kase: CaseRow, award: AwardRow): Promise<void> {
  const notice = { kind: "award_lapsed", values: { case: kase.code } } as const;
  await notify(tx, ctx, { ...notice, toOrgId: kase.creditorOrgId, href: `/cases/${kase.caseId}/bids` });
  await notify(tx, ctx, { ...notice, toOrgId: award.collectorOrgId, href: "/bids" });
}
