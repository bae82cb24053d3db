import { may, memberIn } from "#app/domain/accounts/access.ts";
import { system } from "#app/domain/accounts/actor.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { isId } from "#app/domain/ids.ts";
import { duesOf } from "#app/use-cases/case-dues.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { findCase } from "#db/queries/cases.ts";
import { feeCasesOf, findLot } from "#db/queries/lots.ts";
import { pastMandate } from "#db/queries/past-mandates.ts";

const pageSize = 20;

/** Minor units of the case's currency. */
export type PastFee = { caseId: string; code: string; currency: string; due: string; billed: string };
export type PastFees = { code: string; fees: PastFee[]; next: string | null };

/**
 * What came due of the fee under a mandate of the actor's that has ended, case by case: those of a lot that money came in on, or the
 * one case. Of a case it shows its code and the fee and no more. Null for everybody else.
 */
export async function pastFees(
  ctx: Ctx,
  at: { caseId: string; mandateId: string; after: string | null },
): Promise<PastFees | null> {
  const member = memberIn(ctx.actor, "mandate.past");
  if (!member || !may(ctx.actor, "invoice.past", "member") || !isId(at.caseId) || !isId(at.mandateId))
    return null;
  const party = { role: ctx.actor.role, orgId: member.orgId };
  const mandate = await pastMandate(ctx.db, party, { caseId: at.caseId, id: at.mandateId });
  if (!mandate) return null;
  const lot = await findLot(ctx.db, system, mandate.caseId);
  const after = at.after && isId(at.after) ? at.after : null;
  const found = lot
    ? await feeCasesOf(ctx.db, lot, { after, limit: pageSize + 1 })
    : [{ caseId: mandate.caseId }];
  const shown = found.slice(0, pageSize);
  const fees = await Promise.all(shown.map(({ caseId }) => feeOn(ctx, { caseId, mandateId: mandate.id })));
  const { case: subject }: EngagementContents = JSON.parse(mandate.contents);
  return {
    code: subject.code,
    fees: fees.flatMap((fee) => (fee ? [fee] : [])),
    next: found.length > pageSize ? (shown.at(-1)?.caseId ?? null) : null,
  };
}

async function feeOn(
  ctx: Ctx,
  { caseId, mandateId }: { caseId: string; mandateId: string },
): Promise<PastFee | null> {
  const kase = await findCase(ctx.db, system, caseId);
  const fee =
    kase &&
    (await duesOf(ctx.db, ctx, kase)).find(
      (each) => each.what === "fee" && each.mandateId === mandateId && each.issuerId === ctx.actor.orgId,
    );
  if (!kase || !fee || (fee.due === 0n && fee.billed === 0n)) return null;
  const { code, answers } = kase;
  return { caseId, code, currency: answers.claim.currency, due: String(fee.due), billed: String(fee.billed) };
}
