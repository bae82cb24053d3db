import { may } from "#app/domain/accounts/access.ts";
import { formIds, isFormId, prescribedForms } from "#app/domain/contact/prescribed-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { formFiles, formsInForce } from "#db/queries/prescribed-forms.ts";

type Kept = Awaited<ReturnType<typeof formFiles>>[number];

const fileOf = ({ row, fileName, proposedByName, decidedByName }: Kept) => ({
  ...{ id: row.id, edition: row.edition, pages: row.pages, status: row.status },
  ...{ documentId: row.documentId, documentHash: row.documentHash, fileName },
  ...{ proposedAt: row.proposedAt, proposedByName },
  ...{ decidedAt: row.decidedAt, decidedByName, note: row.decisionNote },
});

/** Every form that letters enclose: whether there is a file of it, and whether one waits. */
export async function readForms(ctx: Ctx) {
  if (!may(ctx.actor, "law.read", "none")) return null;
  const [files, enclosed] = await Promise.all([formFiles(ctx.db), formsInForce(ctx.db, formIds)]);
  return formIds.map((form) => ({
    ...{ form, pack: prescribedForms[form].pack, cite: prescribedForms[form].cite },
    edition: enclosed.find((each) => each.form === form)?.edition ?? null,
    waits: files.some(({ row }) => row.form === form && row.status === "proposed"),
  }));
}

/** One form: the file that letters enclose, the one that waits, and what became of earlier ones. Null when there is no such form. */
export async function readForm(ctx: Ctx, form: string) {
  if (!may(ctx.actor, "law.read", "none") || !isFormId(form)) return null;
  const [files, [enclosed]] = await Promise.all([formFiles(ctx.db, form), formsInForce(ctx.db, [form])]);
  const standing = files.find(({ row }) => row.id === enclosed?.id);
  const waiting = files.find(({ row }) => row.status === "proposed");
  return {
    ...{ form, ...prescribedForms[form] },
    standing: standing ? fileOf(standing) : null,
    waiting: waiting ? { ...fileOf(waiting), own: waiting.row.proposedBy === ctx.actor.userId } : null,
    decided: files.filter((each) => each !== waiting && each !== standing).map(fileOf),
  };
}
