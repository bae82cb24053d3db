import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { InsuranceFields } from "#app/domain/accounts/insurance.ts";
import { parseAmount } from "#app/domain/cases/amount.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepDocument, readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertInsurance } from "#db/queries/insurances.ts";
import { transact } from "#db/transact.ts";

export const FileInsurance = InsuranceFields.extend({
  proof: z.instanceof(File, { error: "error.file_missing" }),
});

export type FileInsuranceRefusal =
  | UploadRefusal
  | { kind: "not-allowed" }
  | { kind: "amount"; message: string }
  | { kind: "over" };

/** Files a policy with its paper. Creditors see it as unverified until an administrator has seen the policy. */
export async function fileInsurance(
  ctx: Ctx,
  { proof, sum, ...input }: z.infer<typeof FileInsurance>,
): Promise<Result<{ insuranceId: string }, FileInsuranceRefusal>> {
  const member = memberIn(ctx.actor, "licence.submit");
  if (!member) return err({ kind: "not-allowed" });
  const amount = parseAmount(sum, input.currency);
  if (!amount.ok) return err({ kind: "amount", message: amount.error });
  if (input.validTo <= ctx.now.toISOString().slice(0, 10)) return err({ kind: "over" });
  const upload = await readUpload(ctx, proof);
  if (!upload.ok) return upload;
  return transact<{ insuranceId: string }, FileInsuranceRefusal>(ctx, async (tx) => {
    const document = await keepDocument(tx, ctx, { file: upload.value, caseId: null });
    const id = newId(ctx.now);
    await insertInsurance(tx, {
      ...input,
      id,
      orgId: member.orgId,
      sum: BigInt(amount.value),
      documentId: document.id,
      status: "filed",
      filedAt: ctx.now,
    });
    const subject = { subjectKind: "insurance", subjectId: id } as const;
    await insertAudit(tx, ctx, { operation: "insurance.filed", ...subject });
    return ok({ insuranceId: id });
  });
}
