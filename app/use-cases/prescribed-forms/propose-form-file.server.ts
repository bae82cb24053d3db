import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { formIds } from "#app/domain/contact/prescribed-forms.ts";
import { newId } from "#app/domain/ids.ts";
import { mediaTypes } from "#app/domain/media-types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { plainText } from "#app/domain/timeline/step-forms.ts";
import { pagesIn } from "#app/gateways/enclosed-pages.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepDocument, readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { membersOf } from "#db/queries/organizations.ts";
import { type FormFileRow, insertFormFile } from "#db/queries/prescribed-forms.ts";
import { transact } from "#db/transact.ts";
import { formFileAudit, formPath } from "./form-paths.ts";

export const ProposeFormFile = z.object({
  form: z.enum(formIds, "error.invalid"),
  edition: plainText(120),
  file: z.instanceof(File, { message: "error.file_missing" }),
});

export type ProposeFormRefusal =
  | { kind: "not-allowed" }
  /** Not a PDF of one to so many pages that can be printed. */
  | { kind: "unprintable" }
  /** Another one waits already. */
  | { kind: "overtaken" }
  | UploadRefusal;

/** More is no form, and does not go into an envelope with a letter. */
const maxPages = 24;

/** Keeps a form's published file for a second administrator to decide. No letter encloses it yet. */
export async function proposeFormFile(
  ctx: Ctx,
  { form, edition, file }: z.output<typeof ProposeFormFile>,
): Promise<Result<null, ProposeFormRefusal>> {
  const { userId, orgId } = ctx.actor;
  if (!userId || !may(ctx.actor, "law.propose", "none")) return err({ kind: "not-allowed" });
  const upload = await readUpload(ctx, file);
  if (!upload.ok) return upload;
  const pages = upload.value.mediaType === mediaTypes.pdf ? await pagesIn(upload.value.bytes) : null;
  if (pages === null || pages > maxPages) return err({ kind: "unprintable" });
  return transact<null, ProposeFormRefusal>(ctx, async (tx) => {
    const kept = await keepDocument(tx, ctx, { file: upload.value, caseId: null });
    const { id: documentId, sha256: documentHash } = kept;
    const row: FormFileRow = {
      ...{ id: newId(ctx.now), form, edition, documentId, documentHash, pages },
      ...{ status: "proposed", proposedBy: userId, proposedAt: ctx.now },
      ...{ decidedBy: null, decidedAt: null, decisionNote: null },
    };
    if (!(await insertFormFile(tx, row))) return err({ kind: "overtaken" });
    await insertAudit(tx, ctx, formFileAudit("form_file.proposed", row));
    const admins = await membersOf(tx, orgId ?? "");
    await notify(tx, ctx, {
      userIds: admins.map((each) => each.userId).filter((each) => each !== userId),
      kind: "form_file_proposed",
      values: { nameKey: `form.name.${form}` },
      href: formPath(form),
    });
    return ok(null);
  });
}
