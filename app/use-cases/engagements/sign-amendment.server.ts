import { z } from "zod";
import type { AmendmentContents } from "#app/domain/engagements/amendment.ts";
import { monthsAfter } from "#app/domain/engagements/period.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { certify } from "#app/use-cases/certify.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import {
  type CodeRefusal,
  placeSignature,
  proveSigningCode,
  Signing,
} from "#app/use-cases/signing.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import { type AmendmentRow, amendmentOf, decideAmendment, lockAmendment } from "#db/queries/amendments.ts";
import { type CaseRow, findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import { type EngagementRow, mandateOf, type Side, updateEngagement } from "#db/queries/engagements.ts";
import { type SigningCodeRow, sidesOf } from "#db/queries/signatures.ts";
import { transact } from "#db/transact.ts";
import { changeRefusal } from "./propose-amendment.server.ts";
import { maySign, type NotReady, sideOf, signableBy } from "./ready-to-sign.server.ts";

export const SignAmendment = Signing.extend({ amendmentId: z.uuid() });

type NotNow = { kind: "case-not-found" } | NotReady;
export type SignAmendmentRefusal =
  | NotNow
  | CodeRefusal
  | { kind: "over-cap" }
  | { kind: "not-capable"; decision: Decision };

/** Signs an amendment for the actor's side. It is in force with the second signature; nobody signs for both. */
export async function signAmendment(
  ctx: Ctx,
  input: z.infer<typeof SignAmendment>,
): Promise<Result<{ agreed: boolean }, SignAmendmentRefusal>> {
  const { caseId, amendmentId } = input;
  const seen = await findCase(ctx.db, ctx.actor, caseId);
  const ready = await readyToSign(ctx.db, ctx, seen, await amendmentOf(ctx.db, caseId, amendmentId), input);
  if (!ready.ok) return ready;
  const paper = { caseId, paperId: amendmentId, documentHash: input.documentHash };
  const proven = await proveSigningCode(ctx, paper, input.code);
  if (!proven.ok) return proven;
  return transact<{ agreed: boolean }, SignAmendmentRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const still = await readyToSign(tx, ctx, kase, await lockAmendment(tx, caseId, amendmentId), input);
    return still.ok ? place(tx, ctx, still.value, { input, code: proven.value }) : still;
  });
}

type Ready = { kase: CaseRow; mandate: EngagementRow; row: AmendmentRow; side: Side };

async function readyToSign(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow | null,
  row: AmendmentRow | null,
  { documentHash }: Pick<Signing, "documentHash">,
): Promise<Result<Ready, NotNow>> {
  const relation = kase && relationTo(ctx.actor, kase);
  if (!kase || !maySign(ctx, relation)) return err({ kind: "case-not-found" });
  const mandate = kase.status === "engaged" ? await mandateOf(reader, kase.caseId) : null;
  if (!mandate || row?.engagementId !== mandate.id || row.status !== "proposed")
    return err({ kind: "nothing-to-sign" });
  const side = sideOf(relation);
  const { caseId } = kase;
  const paper = { caseId, paperId: row.id, documentHash: row.documentHash, until: row.answerBy };
  const ready = await signableBy(reader, ctx, paper, { side, shown: documentHash });
  return ready.ok ? ok({ kase, mandate, row, side }) : ready;
}

async function place(
  tx: Tx,
  ctx: Ctx,
  { kase, mandate, row, side }: Ready,
  { input, code }: { input: Signing; code: SigningCodeRow },
): Promise<Result<{ agreed: boolean }, SignAmendmentRefusal>> {
  const { caseId } = kase;
  const paper = {
    caseId,
    name: kase.code,
    paperId: row.id,
    documentHash: row.documentHash,
    authorityHash: null,
  };
  const placed = await placeSignature(tx, ctx, { side, code, signing: input, paper });
  if (!placed.ok) return placed;
  const { creditor, collector } = await sidesOf(tx, { caseId, paperId: row.id });
  if (!creditor || !collector) {
    await notify(tx, ctx, {
      kind: "amendment_proposed",
      values: { case: kase.code, answerByAt: row.answerBy.toISOString() },
      toOrgId: side === "creditor" ? (kase.collectorOrgId ?? "") : kase.creditorOrgId,
      href: `/cases/${caseId}/engagement/amendments/${row.id}`,
    });
    return ok({ agreed: false });
  }
  return agree(tx, ctx, kase, { mandate, row });
}

/** Brings the amendment into force, if the law still lets this collector have what it gives. */
async function agree(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { mandate, row }: { mandate: EngagementRow; row: AmendmentRow },
): Promise<Result<{ agreed: boolean }, SignAmendmentRefusal>> {
  const contents: AmendmentContents = JSON.parse(row.contents);
  const refusal = await changeRefusal(tx, ctx, kase, contents);
  if (refusal) return err(refusal.kind === "over-cap" ? { kind: "over-cap" } : refusal);
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "mandate_changed",
    occurredAt: ctx.now,
    payload: {
      refs: {
        engagementId: mandate.id,
        amendmentId: row.id,
        number: row.number,
        documentHash: row.documentHash,
        changes: Object.keys(contents.changes).sort().join(","),
      },
    },
  });
  if (!recorded.ok) return err({ kind: "not-capable", decision: recorded.error.decision });
  const certificate = await certify(tx, ctx, {
    caseId: kase.caseId,
    paperId: row.id,
    ownerOrgId: kase.creditorOrgId,
    paper: {
      code: kase.code,
      jurisdiction: kase.jurisdiction,
      amendment: row.number,
      documentHash: row.documentHash,
      authorityHash: null,
      engagementHash: mandate.documentHash,
    },
  });
  await decideAmendment(tx, row, { status: "agreed", decidedAt: ctx.now, ...certificate });
  const { periodEndsOn } = contents.changes;
  if (periodEndsOn) {
    const periodEndsAt = monthsAfter(new Date(`${periodEndsOn}T00:00:00Z`), 0);
    await updateEngagement(tx, mandate, { periodEndsAt, periodToldAt: null });
  }
  for (const toOrgId of [kase.creditorOrgId, kase.collectorOrgId ?? ""]) {
    await notify(tx, ctx, {
      kind: "amendment_agreed",
      values: { case: kase.code, number: row.number },
      toOrgId,
      href: `/cases/${kase.caseId}/engagement`,
    });
  }
  return ok({ agreed: true });
}
