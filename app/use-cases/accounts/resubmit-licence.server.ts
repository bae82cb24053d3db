import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { checkLicence, type LicenceFlaw } from "#app/domain/accounts/check-licence.ts";
import { LicenceFields } from "#app/domain/accounts/licence-fields.ts";
import { mayResubmit } from "#app/domain/accounts/licence-moves.ts";
import { unwatched } from "#app/domain/accounts/licence-upkeep.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepDocument, readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockLicence, updateLicence } from "#db/queries/licences.ts";
import { transact } from "#db/transact.ts";

/** Without a new proof the old one stays. */
export const ResubmitLicence = LicenceFields.safeExtend({
  licenceId: z.uuid("error.invalid"),
  proof: z.instanceof(File).optional(),
});

export type ResubmitRefusal =
  | UploadRefusal
  | LicenceFlaw
  | { kind: "not-allowed" }
  | { kind: "no-such-licence" }
  | { kind: "not-open" }
  | { kind: "licence-exists" };

/** Files a returned licence again, corrected, or an expired one for its new term. */
export async function resubmitLicence(
  ctx: Ctx,
  { licenceId, proof, ...input }: z.infer<typeof ResubmitLicence>,
): Promise<Result<null, ResubmitRefusal>> {
  const member = memberIn(ctx.actor, "licence.submit");
  if (!member) return err({ kind: "not-allowed" });
  const checked = checkLicence(ctx.actor.role, input, ctx.now);
  if (!checked.ok) return checked;
  const upload = proof ? await readUpload(ctx, proof) : null;
  if (upload && !upload.ok) return upload;

  return transact<null, ResubmitRefusal>(ctx, async (tx) => {
    const licence = await lockLicence(tx, { id: licenceId, orgId: member.orgId });
    if (!licence) return err({ kind: "no-such-licence" });
    if (!mayResubmit(licence, ctx.now)) return err({ kind: "not-open" });
    const document = upload ? await keepDocument(tx, ctx, { file: upload.value, caseId: null }) : null;
    const written = await updateLicence(tx, licenceId, {
      ...input,
      number: checked.value.number,
      validTo: input.validTo ?? null,
      status: "submitted",
      proofDocumentId: document?.id ?? licence.proofDocumentId,
      submittedAt: ctx.now,
      decidedAt: null,
      decidedBy: null,
      register: null,
      registerCheckedAt: null,
      reason: null,
      lookUpReference: null,
      lookUpDocumentId: null,
      ...unwatched,
    });
    if (written === "exists") return err({ kind: "licence-exists" });
    const subject = { subjectKind: "licence", subjectId: licenceId } as const;
    await insertAudit(tx, ctx, { operation: "licence.resubmitted", ...subject });
    return ok(null);
  });
}
