import { err, ok, type Result } from "#app/domain/result.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { findEngaged } from "#app/use-cases/engaged.server.ts";
import { limitCodes, type SignedPaper, sendCode } from "#app/use-cases/signing.server.ts";
import type { Reader } from "#db/client.ts";
import { amendmentOf } from "#db/queries/amendments.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { engagementFor, mandateOf } from "#db/queries/engagements.ts";
import { sidesOf } from "#db/queries/signatures.ts";
import { transact } from "#db/transact.ts";
import { maySign, sideOf } from "./ready-to-sign.server.ts";

export type RequestCodeRefusal = TooMany | { kind: "case-not-found" } | { kind: "nothing-to-sign" };

/** Mails a one-time code for the paper of a case or a lot that waits for this person's side: the engagement, or the amendment named. */
export async function requestSigningCode(
  ctx: Ctx,
  { caseId, amendmentId }: { caseId: string; amendmentId?: string },
): Promise<Result<null, RequestCodeRefusal>> {
  const engaged = await findEngaged(ctx.db, ctx.actor, caseId);
  if (!engaged || !maySign(ctx, engaged.relation)) return err({ kind: "case-not-found" });
  const side = sideOf(engaged.relation);
  const name = engaged.code;
  const paper = amendmentId
    ? await amendmentToSign(ctx, { caseId, name, amendmentId })
    : await engagementToSign(ctx.db, { caseId, name });
  if (!paper || (await sidesOf(ctx.db, paper))[side]) return err({ kind: "nothing-to-sign" });
  const allowed = await limitCodes(ctx, paper.paperId);
  if (!allowed.ok) return allowed;
  return transact<null, RequestCodeRefusal>(ctx, async (tx) => {
    await sendCode(tx, ctx, paper);
    return ok(null);
  });
}

async function engagementToSign(
  reader: Reader,
  { caseId, name }: { caseId: string; name: string },
): Promise<SignedPaper | null> {
  const award = await awardInForce(reader, caseId);
  const paper =
    award?.status === "active" ? await engagementFor(reader, { caseId, awardId: award.id }) : null;
  if (!paper) return null;
  const { id: paperId, documentHash, authorityHash } = paper;
  return { caseId, name, paperId, documentHash, authorityHash };
}

async function amendmentToSign(
  { db, now }: Ctx,
  { caseId, name, amendmentId }: { caseId: string; name: string; amendmentId: string },
): Promise<SignedPaper | null> {
  const mandate = await mandateOf(db, caseId);
  const amendment = mandate && (await amendmentOf(db, caseId, amendmentId));
  const waits =
    amendment?.status === "proposed" && amendment.engagementId === mandate?.id && now < amendment.answerBy;
  if (!waits) return null;
  return { caseId, name, paperId: amendment.id, documentHash: amendment.documentHash, authorityHash: null };
}
