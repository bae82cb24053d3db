import { may } from "#app/domain/accounts/access.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { isId } from "#app/domain/ids.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { type EvidenceItem, evidenceOf } from "#db/queries/evidence.ts";

export type CaseEvidence = {
  caseId: string;
  code: string;
  /** Whether documents can still be added. */
  open: boolean;
  items: EvidenceItem[];
};

/** A posted case's documents, for its creditor and its engaged collector; null for everybody else. */
export async function listEvidence(ctx: Ctx, caseId: string): Promise<CaseEvidence | null> {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "evidence.add", relationTo(ctx.actor, kase))) return null;
  if (!mayKnowDebtor(ctx.actor, kase)) return null;
  const open = kase.status !== "closed" && kase.status !== "refused";
  return { caseId, code: kase.code, open, items: await evidenceOf(ctx.db, caseId) };
}
