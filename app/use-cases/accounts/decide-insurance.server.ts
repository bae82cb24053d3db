import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { ownPaperOf } from "#db/queries/documents.ts";
import { decideInsurance as decide, insurancesWaiting, lockInsurance } from "#db/queries/insurances.ts";
import { transact } from "#db/transact.ts";

export const DecideInsurance = z
  .object({
    insuranceId: z.uuid("error.invalid"),
    verdict: z.enum(["verified", "refused"], "error.choose"),
    reason: z.string().trim().max(1000, "error.too_long").optional(),
  })
  .refine(({ verdict, reason }) => verdict === "verified" || reason, {
    path: ["reason"],
    message: "error.required",
  });

export type DecideInsuranceRefusal =
  | { kind: "not-allowed" }
  | { kind: "no-such-insurance" }
  | { kind: "decided" };

/** Says whether an administrator saw the policy, once. */
export const decideInsurance = (
  ctx: Ctx,
  { insuranceId, verdict, reason }: z.infer<typeof DecideInsurance>,
): Promise<Result<null, DecideInsuranceRefusal>> =>
  transact<null, DecideInsuranceRefusal>(ctx, async (tx) => {
    if (!may(ctx.actor, "licence.review", "none")) return err({ kind: "not-allowed" });
    const row = await lockInsurance(tx, insuranceId);
    if (!row) return err({ kind: "no-such-insurance" });
    if (row.status !== "filed") return err({ kind: "decided" });
    await decide(tx, insuranceId, {
      status: verdict,
      decidedAt: ctx.now,
      decidedBy: ctx.actor.userId,
      reason: reason ?? null,
    });
    const subject = { subjectKind: "insurance", subjectId: insuranceId } as const;
    await insertAudit(tx, ctx, { operation: `insurance.${verdict}`, ...subject });
    return ok(null);
  });

/** Policies that wait, the longest waiting first, each with its paper. */
export async function readInsurances(ctx: Ctx) {
  if (!may(ctx.actor, "licence.review", "none")) return null;
  const rows = await insurancesWaiting(ctx.db);
  return Promise.all(
    rows.map(async ({ insurance, orgName }) => ({
      id: insurance.id,
      orgName,
      insurer: insurance.insurer,
      policyNumber: insurance.policyNumber,
      sum: Number(insurance.sum),
      currency: insurance.currency,
      validTo: insurance.validTo,
      proof: await ownPaperOf(ctx.db, insurance.documentId),
    })),
  );
}
