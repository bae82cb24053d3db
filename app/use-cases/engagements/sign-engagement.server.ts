import { eq } from "drizzle-orm";
import { caseMoves } from "#app/domain/cases/moves.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import { settleCase } from "#app/use-cases/settle-case.server.ts";
import {
  type CodeRefusal,
  placeSignature,
  proveSigningCode,
  Signing,
} from "#app/use-cases/signing.server.ts";
import { stopTimers } from "#app/use-cases/timers/set-timer.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import { type AwardRow, setAwardStatus } from "#db/queries/awards.ts";
import { type CaseRow, findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import type { EngagementRow, Side } from "#db/queries/engagements.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { type SigningCodeRow, sidesOf } from "#db/queries/signatures.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { cases } from "#db/schema/cases.ts";
import { transact } from "#db/transact.ts";
import { bringIntoForce } from "./bring-into-force.server.ts";
import { awardToSign, maySign, type NotReady } from "./ready-to-sign.server.ts";

export const SignEngagement = Signing;

type NotNow = { kind: "case-not-found" } | NotReady;
export type SignRefusal = NotNow | CodeRefusal | { kind: "not-capable"; decision: Decision };

export type Signed = { engaged: boolean };

/**
 * Signs the engagement for the actor's side, with the one-time code that was mailed to this person for this very paper; the second
 * signature brings it into force, names the debtor to the collector and makes out the certificate.
 */
export async function signEngagement(ctx: Ctx, input: Signing): Promise<Result<Signed, SignRefusal>> {
  const kase = await findCase(ctx.db, ctx.actor, input.caseId);
  const ready = await readyToSign(ctx.db, ctx, kase, input.documentHash);
  if (!ready.ok) return ready;
  const { paper } = ready.value;
  const proven = await proveSigningCode(ctx, paperOf(ready.value.kase, paper), input.code);
  if (!proven.ok) return proven;
  return transact<Signed, SignRefusal>(ctx, async (tx) => {
    const locked = await lockCase(tx, ctx.actor, input.caseId);
    const still = await readyToSign(tx, ctx, locked, input.documentHash);
    return still.ok ? place(tx, ctx, still.value, { input, code: proven.value }) : still;
  });
}

type Ready = { kase: CaseRow; award: AwardRow; paper: EngagementRow; side: Side };

/** Whether this actor's side can sign this paper now; asked before the code and again with the case held. */
async function readyToSign(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow | null,
  documentHash: string,
): Promise<Result<Ready, NotNow>> {
  const relation = kase && relationTo(ctx.actor, kase);
  if (!kase || !maySign(ctx, relation)) return err({ kind: "case-not-found" });
  const ready = await awardToSign(reader, ctx, { ...kase, relation }, documentHash);
  return ready.ok ? ok({ kase, ...ready.value }) : ready;
}

export const paperOf = ({ caseId, code }: Pick<CaseRow, "caseId" | "code">, paper: EngagementRow) => ({
  caseId,
  name: code,
  paperId: paper.id,
  documentHash: paper.documentHash,
  authorityHash: paper.authorityHash,
});

async function place(
  tx: Tx,
  ctx: Ctx,
  { kase, award, paper, side }: Ready,
  { input, code }: { input: Signing; code: SigningCodeRow },
): Promise<Result<Signed, SignRefusal>> {
  const placed = await placeSignature(tx, ctx, { side, code, signing: input, paper: paperOf(kase, paper) });
  if (!placed.ok) return placed;
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "signed",
    occurredAt: ctx.now,
    payload: {
      refs: {
        side,
        awardId: award.id,
        documentHash: paper.documentHash,
        ...(paper.authorityHash ? { authorityHash: paper.authorityHash } : {}),
      },
    },
  });
  if (!recorded.ok) return err(incapable(recorded.error));
  const { creditor, collector } = await sidesOf(tx, { caseId: kase.caseId, paperId: paper.id });
  if (!creditor || !collector) {
    await tellOther(tx, ctx, kase, { award, side });
    return ok({ engaged: false });
  }
  const engaged = await engage(tx, ctx, kase, { award, paper });
  return engaged.ok ? ok({ engaged: true }) : err(incapable(engaged.error));
}

const incapable = ({ decision }: NotLawful): SignRefusal => ({ kind: "not-capable", decision });

/** Brings the mandate into force. The law looks at the collector's licence once more, whoever signs last. */
async function engage(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { award, paper }: { award: AwardRow; paper: EngagementRow },
): Promise<Result<null, NotLawful>> {
  const status = caseMoves[kase.status].engage;
  const collector = await organizationOf(tx, award.collectorOrgId);
  if (!status || !collector || collector.kind === "platform")
    throw new Error(`Case ${kase.caseId} cannot be engaged`);
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "engaged",
    occurredAt: ctx.now,
    subject: { orgId: collector.id, role: collector.kind },
    payload: {
      facts: { engagementSigned: true },
      refs: { awardId: award.id, engagementId: paper.id, documentHash: paper.documentHash },
    },
  });
  if (!recorded.ok) return recorded;
  await bringIntoForce(tx, ctx, kase, paper);
  await setAwardStatus(tx, award, "engaged");
  await stopTimers(tx, ctx, { caseId: kase.caseId, kind: "lapse_award" });
  await tx
    .update(cases)
    .set({ status, collectorOrgId: collector.id, updatedAt: ctx.now })
    .where(eq(cases.caseId, kase.caseId));
  const zone = await zoneOf(tx, kase.caseId);
  await settleCase(tx, ctx, kase, { zone, at: ctx.now, trigger: `engaged:${paper.id}` });
  for (const toOrgId of [kase.creditorOrgId, collector.id]) {
    await notify(tx, ctx, {
      kind: "engaged",
      values: { case: kase.code },
      toOrgId,
      href: `/cases/${kase.caseId}`,
    });
  }
  return ok(null);
}

async function tellOther(tx: Tx, ctx: Ctx, kase: CaseRow, { award, side }: { award: AwardRow; side: Side }) {
  const signer = await organizationOf(tx, ctx.actor.orgId ?? "");
  await notify(tx, ctx, {
    kind: "signed",
    values: { case: kase.code, by: signer?.name ?? "" },
    toOrgId: side === "creditor" ? award.collectorOrgId : kase.creditorOrgId,
    href: `/cases/${kase.caseId}/engagement`,
  });
}
