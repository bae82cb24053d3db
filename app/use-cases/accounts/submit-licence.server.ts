import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { checkLicence, type LicenceFlaw } from "#app/domain/accounts/check-licence.ts";
import { LicenceFields } from "#app/domain/accounts/licence-fields.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepDocument, readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertLicence } from "#db/queries/licences.ts";
import { transact } from "#db/transact.ts";

export const Proof = z.instanceof(File, { error: "error.file_missing" });
export const SubmitLicence = LicenceFields.safeExtend({ proof: Proof });

/** `licence-exists`: this number is on file for that territory already. */
export type SubmitLicenceRefusal =
  | UploadRefusal
  | LicenceFlaw
  | { kind: "not-allowed" }
  | { kind: "licence-exists" };

/** Files a licence with its proof for review. One row covers one territory. */
export async function submitLicence(
  ctx: Ctx,
  { proof, ...input }: z.infer<typeof SubmitLicence>,
): Promise<Result<{ licenceId: string }, SubmitLicenceRefusal>> {
  const member = memberIn(ctx.actor, "licence.submit");
  if (!member) return err({ kind: "not-allowed" });
  const checked = checkLicence(ctx.actor.role, input, ctx.now);
  if (!checked.ok) return checked;
  const upload = await readUpload(ctx, proof);
  if (!upload.ok) return upload;

  return transact<{ licenceId: string }, SubmitLicenceRefusal>(ctx, async (tx) => {
    const document = await keepDocument(tx, ctx, { file: upload.value, caseId: null });
    const id = newId(ctx.now);
    const written = await insertLicence(tx, {
      ...input,
      id,
      orgId: member.orgId,
      number: checked.value.number,
      validTo: input.validTo ?? null,
      status: "submitted",
      proofDocumentId: document.id,
      submittedAt: ctx.now,
      decidedAt: null,
      decidedBy: null,
      register: null,
      registerCheckedAt: null,
      reason: null,
    });
    if (written === "exists") return err({ kind: "licence-exists" });
    const subject = { subjectKind: "licence", subjectId: id } as const;
    await insertAudit(tx, ctx, { operation: "licence.submitted", ...subject });
    return ok({ licenceId: id });
  });
}
