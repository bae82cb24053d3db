import { type FormId, formIds } from "#app/domain/contact/prescribed-forms.ts";
import { settleFormFile } from "#app/use-cases/prescribed-forms/decide-form-file.server.ts";
import { proposeFormFile } from "#app/use-cases/prescribed-forms/propose-form-file.server.ts";
import { formFiles } from "#db/queries/prescribed-forms.ts";
import { theOtherAdmin } from "./law-changes.ts";
import { asFile, pdfSaying } from "./pdf-files.ts";
import { type Person, theAdmin, value, type World } from "./world.ts";

/** A file that stands in for a published form: so many pages, each with these words. */
export const aFormPdf = (words: string, pages = 2) =>
  pdfSaying(Array.from({ length: pages }, (_, at) => `${words} ${at + 1}`));

type Given = { form?: FormId; edition?: string; pages?: number; by?: Person };

/** One administrator brings a file of a form. */
export async function proposesForm(world: World, given: Given = {}) {
  const { form = "replyForm", edition = "Tests, 2026", pages = 2 } = given;
  const by = given.by ?? (await theAdmin(world));
  const file = asFile(await aFormPdf(`${form} ${edition}`, pages), `${form}.pdf`);
  return proposeFormFile(world.ctx(by.actor), { form, edition, file });
}

/** The file of a form that waits. */
export async function waitingForm(world: World, form: FormId) {
  const waiting = (await formFiles(world.db, form)).find(({ row }) => row.status === "proposed");
  if (!waiting) throw new Error("no file waits");
  return waiting.row;
}

/** A form's file, proposed by one administrator and approved by another. */
export async function keptForm(world: World, given: Given = {}) {
  value(await proposesForm(world, given));
  const row = await waitingForm(world, given.form ?? "replyForm");
  const other = await theOtherAdmin(world);
  value(
    await settleFormFile(world.ctx(other.actor), { form: row.form, fileId: row.id, verdict: "approved" }),
  );
  return row;
}

export async function allForms(world: World) {
  for (const form of formIds) await keptForm(world, { form });
}
