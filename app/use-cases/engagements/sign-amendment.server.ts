import { z } from "zod";
import type { AmendmentContents } from "#app/domain/engagements/amendment.ts";
import { monthsAfter } from "#app/domain/engagements/period.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { certify } from "#app/use-cases/certify.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Engaged, findEngaged, lockEngaged } from "#app/use-cases/engaged.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { recordChange } from "#app/use-cases/record-change.server.ts";
import { settleCase } from "#app/use-cases/settle-case.server.ts";
import {
  type CodeRefusal,
  placeSignature,
  proveSigningCode,
  Signing,
} from "#app/use-cases/signing.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import { type AmendmentRow, amendmentOf, decideAmendment, lockAmendment } from "#db/queries/amendments.ts";
import { type EngagementRow, mandateOf, type Side, updateEngagement } from "#db/queries/engagements.ts";
import { type SigningCodeRow, sidesOf } from "#db/queries/signatures.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";
import { mandateNow } from "./mandate-now.server.ts";
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
  const seen = await findEngaged(ctx.db, ctx.actor, caseId);
  const ready = await readyToSign(ctx.db, ctx, seen, await amendmentOf(ctx.db, caseId, amendmentId), input);
  if (!ready.ok) return ready;
  const paper = { caseId, paperId: amendmentId, documentHash: input.documentHash };
  const proven = await proveSigningCode(ctx, paper, input.code);
  if (!proven.ok) return proven;
  return transact<{ agreed: boolean }, SignAmendmentRefusal>(ctx, async (tx) => {
    const engaged = await lockEngaged(tx, ctx.actor, caseId);
    const still = await readyToSign(tx, ctx, engaged, await lockAmendment(tx, caseId, amendmentId), input);
    return still.ok ? place(tx, ctx, still.value, { input, code: proven.value }) : still;
  });
}

type Ready = { engaged: Engaged; mandate: EngagementRow; row: AmendmentRow; side: Side };

async function readyToSign(
  reader: Reader,
  ctx: Ctx,
  engaged: Engaged | null,
  row: AmendmentRow | null,
  { documentHash }: Pick<Signing, "documentHash">,
): Promise<Result<Ready, NotNow>> {
  if (!engaged || !maySign(ctx, engaged.relation)) return err({ kind: "case-not-found" });
  const { caseId } = engaged;
  const mandate = engaged.status === "engaged" ? await mandateOf(reader, caseId) : null;
  if (!mandate || row?.engagementId !== mandate.id || row.status !== "proposed")
    return err({ kind: "nothing-to-sign" });
  const side = sideOf(engaged.relation);
  const paper = { caseId, paperId: row.id, documentHash: row.documentHash, until: row.answerBy };
  const ready = await signableBy(reader, ctx, paper, { side, shown: documentHash });
  return ready.ok ? ok({ engaged, mandate, row, side }) : ready;
}

async function place(
  tx: Tx,
  ctx: Ctx,
  { engaged, mandate, row, side }: Ready,
  { input, code }: { input: Signing; code: SigningCodeRow },
): Promise<Result<{ agreed: boolean }, SignAmendmentRefusal>> {
  const { caseId, code: name, creditorOrgId, collectorOrgId, home } = engaged;
  const paper = {
    caseId,
    name,
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
      values: { case: name, answerByAt: row.answerBy.toISOString() },
      toOrgId: side === "creditor" ? (collectorOrgId ?? "") : creditorOrgId,
      href: `${home}/engagement/amendments/${row.id}`,
    });
    return ok({ agreed: false });
  }
  return agree(tx, ctx, engaged, { mandate, row });
}

/** Brings the amendment into force, if the law still lets this collector have what it gives. */
async function agree(
  tx: Tx,
  ctx: Ctx,
  engaged: Engaged,
  { mandate, row }: { mandate: EngagementRow; row: AmendmentRow },
): Promise<Result<{ agreed: boolean }, SignAmendmentRefusal>> {
  const contents: AmendmentContents = JSON.parse(row.contents);
  const { terms } = (await mandateNow(tx, mandate)).contents;
  const refusal = await changeRefusal(tx, ctx, engaged, { ...contents, terms });
  if (refusal) return err(refusal);
  const recorded = await recordChange(tx, ctx, engaged, {
    engagementId: mandate.id,
    amendmentId: row.id,
    number: row.number,
    documentHash: row.documentHash,
    changes: Object.keys(contents.changes).sort().join(","),
  });
  if (!recorded.ok) return err({ kind: "not-capable", decision: recorded.error.decision });
  const { caseId, code, jurisdiction, creditorOrgId, collectorOrgId, home } = engaged;
  const certificate = await certify(tx, ctx, {
    caseId,
    paperId: row.id,
    ownerOrgId: creditorOrgId,
    paper: {
      code,
      jurisdiction,
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
  if (engaged.subject === "case") {
    const zone = await zoneOf(tx, caseId);
    await settleCase(tx, ctx, engaged.kase, { zone, at: ctx.now, trigger: `amendment:${row.id}` });
  }
  for (const toOrgId of [creditorOrgId, collectorOrgId ?? ""]) {
    await notify(tx, ctx, {
      kind: "amendment_agreed",
      values: { case: code, number: row.number },
      toOrgId,
      href: `${home}/engagement`,
    });
  }
  return ok({ agreed: true });
}
