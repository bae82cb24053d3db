import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { Reason } from "#app/domain/accounts/fields.ts";
import { type EyesRefusal, eyesRefusal } from "#app/domain/accounts/four-eyes.ts";
import { formIds } from "#app/domain/contact/prescribed-forms.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { decideFormFile, type FormFileRow, lockWaitingFormFile } from "#db/queries/prescribed-forms.ts";
import { transact } from "#db/transact.ts";
import { formFileAudit, formPath } from "./form-paths.ts";

const which = { form: z.enum(formIds, "error.invalid"), fileId: z.uuid("error.invalid") };

/** `fileId` is the one the page showed, so that nobody approves a file they have not seen. */
export const DecideFormFile = z.discriminatedUnion("verdict", [
  z.object({ ...which, verdict: z.literal("approved") }),
  z.object({ ...which, verdict: z.literal("refused"), note: Reason }),
  z.object({ ...which, verdict: z.literal("withdrawn") }),
]);
export type DecideFormFile = z.infer<typeof DecideFormFile>;

export type DecideFormRefusal =
  | { kind: "not-allowed" }
  /** None waits, or another than the page showed. */
  | { kind: "gone" }
  | EyesRefusal;

/** Decides a file that waits: approved, letters that are counted from now on enclose it; those already counted keep theirs. */
export const settleFormFile = (ctx: Ctx, input: DecideFormFile): Promise<Result<null, DecideFormRefusal>> =>
  transact<null, DecideFormRefusal>(ctx, async (tx) => {
    const { userId } = ctx.actor;
    const takesBack = input.verdict === "withdrawn";
    if (!userId || !may(ctx.actor, takesBack ? "law.propose" : "law.decide", "none"))
      return err({ kind: "not-allowed" });
    const row = await lockWaitingFormFile(tx, input.form);
    if (row?.id !== input.fileId) return err({ kind: "gone" });
    const eyes = eyesRefusal({ takesBack, isOwn: row.proposedBy === userId });
    if (eyes) return err(eyes);
    const decisionNote = input.verdict === "refused" ? input.note : null;
    await decideFormFile(tx, row.id, {
      ...{ status: input.verdict, decidedBy: userId, decidedAt: ctx.now, decisionNote },
    });
    await insertAudit(tx, ctx, formFileAudit(`form_file.${input.verdict}`, row));
    if (!takesBack) await tellAuthor(tx, ctx, { ...row, decisionNote });
    return ok(null);
  });

async function tellAuthor(tx: Tx, ctx: Ctx, { form, proposedBy, decisionNote }: FormFileRow) {
  const to = { userIds: [proposedBy], href: formPath(form) };
  const nameKey = `form.name.${form}`;
  await (decisionNote === null
    ? notify(tx, ctx, { ...to, kind: "form_file_approved", values: { nameKey } })
    : notify(tx, ctx, { ...to, kind: "form_file_refused", values: { nameKey, reason: decisionNote } }));
}
