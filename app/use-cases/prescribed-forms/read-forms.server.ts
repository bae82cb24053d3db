import { may } from "#app/domain/accounts/access.ts";
import { formIds, isFormId, prescribedForms } from "#app/domain/contact/prescribed-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { formFiles } from "#db/queries/prescribed-forms.ts";

type Kept = Awaited<ReturnType<typeof formFiles>>[number];

const fileOf = ({ row, fileName, proposedByName, decidedByName }: Kept) => ({
  ...{ id: row.id, edition: row.edition, pages: row.pages, status: row.status },
  ...{ documentId: row.documentId, documentHash: row.documentHash, fileName },
  ...{ proposedAt: row.proposedAt, proposedByName },
  ...{ decidedAt: row.decidedAt, decidedByName, note: row.decisionNote },
});

/** The last approved is the one that is enclosed. */
const inForce = (files: readonly Kept[]) =>
  files
    .filter(({ row }) => row.status === "approved")
    .sort((a, b) => Number(b.row.decidedAt) - Number(a.row.decidedAt))[0];

/** Every form that letters enclose: whether there is a file of it, and whether one waits. */
export async function readForms(ctx: Ctx) {
  if (!may(ctx.actor, "law.read", "none")) return null;
  const files = await formFiles(ctx.db);
  return formIds.map((form) => {
    const own = files.filter(({ row }) => row.form === form);
    return {
      ...{ form, pack: prescribedForms[form].pack, cite: prescribedForms[form].cite },
      edition: inForce(own)?.row.edition ?? null,
      waits: own.some(({ row }) => row.status === "proposed"),
    };
  });
}

/** One form: the file that letters enclose, the one that waits, and what became of earlier ones. Null when there is no such form. */
export async function readForm(ctx: Ctx, form: string) {
  if (!may(ctx.actor, "law.read", "none") || !isFormId(form)) return null;
  const files = await formFiles(ctx.db, form);
  const standing = inForce(files);
  const waiting = files.find(({ row }) => row.status === "proposed");
  return {
    ...{ form, ...prescribedForms[form] },
    standing: standing ? fileOf(standing) : null,
    waiting: waiting ? { ...fileOf(waiting), own: waiting.row.proposedBy === ctx.actor.userId } : null,
    decided: files.filter((each) => each !== waiting && each !== standing).map(fileOf),
  };
}
