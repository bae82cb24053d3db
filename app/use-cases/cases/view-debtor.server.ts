import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { debtorOf, findCase } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";

export const viewPurposes = ["moderation", "duplicate_check", "complaint", "authority_request"] as const;

export const ViewDebtor = z.object({ caseId: z.uuid(), purpose: z.enum(viewPurposes, "error.choose") });

export type DebtorIdentity = {
  name: string;
  email: string | null;
  phone: string | null;
  address: string | null;
};

/** Shows a reviewer who the debtor is. That it was looked at, by whom and what for, is written first. */
export function viewDebtor(
  ctx: Ctx,
  { caseId, purpose }: z.infer<typeof ViewDebtor>,
): Promise<Result<DebtorIdentity, { kind: "case-not-found" }>> {
  return transact<DebtorIdentity, { kind: "case-not-found" }>(ctx, async (tx) => {
    const kase = await findCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "case.review", "none")) return err({ kind: "case-not-found" });
    await insertAudit(tx, ctx, {
      operation: "debtor.viewed",
      subjectKind: "case",
      subjectId: caseId,
      details: { purpose },
    });
    const debtor = await debtorOf(tx, caseId);
    if (!debtor) return err({ kind: "case-not-found" });
    return ok({ name: debtor.name, email: debtor.email, phone: debtor.phone, address: debtor.address });
  });
}
