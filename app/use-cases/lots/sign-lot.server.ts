import type { CaseStatus } from "#app/domain/cases/moves.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { bringIntoForce } from "#app/use-cases/engagements/bring-into-force.server.ts";
import { awardToSign, maySign, type NotReady } from "#app/use-cases/engagements/ready-to-sign.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import {
  type CodeRefusal,
  placeSignature,
  proveSigningCode,
  type SignedPaper,
  type Signing,
} from "#app/use-cases/signing.server.ts";
import { stopTimers } from "#app/use-cases/timers/set-timer.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import { type AwardRow, setAwardStatus } from "#db/queries/awards.ts";
import type { EngagementRow, Side } from "#db/queries/engagements.ts";
import { findLot, type LotRow, lockLot, lotRelation, updateLot } from "#db/queries/lots.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { sidesOf } from "#db/queries/signatures.ts";
import { transact } from "#db/transact.ts";
import { mayHoldLot } from "./lot-standing.server.ts";

type NotNow = { kind: "lot-not-found" } | NotReady;
export type SignLotRefusal = NotNow | CodeRefusal | { kind: "not-capable"; decision: Decision };

/**
 * Signs a lot's mandate for the actor's side, with the one-time code that was mailed for it. The second signature brings it into force, if
 * the law still lets the collector hold it; the worker then makes each claim a case, and the law looks at the collector again for each.
 */
export async function signLot(
  ctx: Ctx,
  input: Signing,
): Promise<Result<{ engaged: boolean }, SignLotRefusal>> {
  const seen = await findLot(ctx.db, ctx.actor, input.caseId);
  const ready = await readyToSign(ctx.db, ctx, seen, input.documentHash);
  if (!ready.ok) return ready;
  const proven = await proveSigningCode(ctx, paperOf(ready.value), input.code);
  if (!proven.ok) return proven;
  return transact<{ engaged: boolean }, SignLotRefusal>(ctx, async (tx) => {
    const lot = await lockLot(tx, ctx.actor, input.caseId);
    const still = await readyToSign(tx, ctx, lot, input.documentHash);
    if (!still.ok) return still;
    const paper = paperOf(still.value);
    const { side } = still.value;
    const placed = await placeSignature(tx, ctx, { side, code: proven.value, signing: input, paper });
    if (!placed.ok) return placed;
    const { creditor, collector } = await sidesOf(tx, paper);
    if (!creditor || !collector) {
      await tellOther(tx, ctx, still.value);
      return ok({ engaged: false });
    }
    const engaged = await engage(tx, ctx, still.value);
    return engaged.ok ? ok({ engaged: true }) : engaged;
  });
}

type Ready = { lot: LotRow; award: AwardRow; paper: EngagementRow; side: Side; status: CaseStatus };

/** Whether this actor's side can sign the lot's mandate now: this very paper. */
async function readyToSign(
  reader: Reader,
  ctx: Ctx,
  lot: LotRow | null,
  documentHash: string,
): Promise<Result<Ready, NotNow>> {
  const relation = lot && lotRelation(ctx.actor, lot);
  if (!lot || !maySign(ctx, relation)) return err({ kind: "lot-not-found" });
  const status = caseMoves[lot.status].engage;
  const ready = await awardToSign(reader, ctx, { ...lot, relation }, documentHash);
  if (!ready.ok) return ready;
  return status ? ok({ lot, ...ready.value, status }) : err({ kind: "nothing-to-sign" });
}

const paperOf = ({ lot, paper }: Ready): SignedPaper => ({
  caseId: lot.caseId,
  name: lot.code,
  paperId: paper.id,
  documentHash: paper.documentHash,
  authorityHash: paper.authorityHash,
});

/** Brings the mandate into force. The law looks at the collector's licence once more, whoever signs last. */
async function engage(
  tx: Tx,
  ctx: Ctx,
  { lot, award, paper, status }: Ready,
): Promise<Result<null, { kind: "not-capable"; decision: Decision }>> {
  const { caseId, code, creditorOrgId } = lot;
  const { scope }: EngagementContents = JSON.parse(paper.contents);
  const collector = await organizationOf(tx, award.collectorOrgId);
  if (!collector) throw new Error(`Lot ${caseId} was awarded to nobody`);
  const decision = await mayHoldLot(tx, ctx, lot, { scope, orgId: collector.id, kind: collector.kind });
  if (!decision.allowed) return err({ kind: "not-capable", decision });
  await bringIntoForce(tx, ctx, lot, paper);
  await setAwardStatus(tx, award, "engaged");
  await stopTimers(tx, ctx, { caseId, kind: "lapse_award" });
  await updateLot(tx, caseId, { status, collectorOrgId: award.collectorOrgId, updatedAt: ctx.now });
  for (const toOrgId of [creditorOrgId, award.collectorOrgId]) {
    await notify(tx, ctx, { kind: "engaged", values: { case: code }, toOrgId, href: `/lots/${caseId}` });
  }
  return ok(null);
}

async function tellOther(tx: Tx, ctx: Ctx, { lot, award, side }: Ready): Promise<void> {
  const signer = await organizationOf(tx, ctx.actor.orgId ?? "");
  await notify(tx, ctx, {
    kind: "signed",
    values: { case: lot.code, by: signer?.name ?? "" },
    toOrgId: side === "creditor" ? award.collectorOrgId : lot.creditorOrgId,
    href: `/lots/${lot.caseId}/engagement`,
  });
}
