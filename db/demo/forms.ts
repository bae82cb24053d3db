import { formIds, prescribedForms } from "#app/domain/contact/prescribed-forms.ts";
import { settleFormFile } from "#app/use-cases/prescribed-forms/decide-form-file.server.ts";
import { proposeFormFile } from "#app/use-cases/prescribed-forms/propose-form-file.server.ts";
import { readForm } from "#app/use-cases/prescribed-forms/read-forms.server.ts";
import type { Player } from "./cast.ts";
import { demoPdf } from "./papers.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

/** Stand-ins for the published forms, so that a demo's letters can enclose something: their words are nobody's, and they say so. One file waits. */
export async function keepForms(stage: Stage, { admin, second }: { admin: Player; second: Player }) {
  const ctx = await ctxOf(stage, admin.actor);
  for (const form of formIds) {
    const words = `Stand-in for the form prescribed by ${prescribedForms[form].cite}. Not the published form.`;
    const file = await demoPdf(`${form}.pdf`, words);
    value(await proposeFormFile(ctx, { form, edition: "stand-in of the demo", file }));
    if (form === "financialStatement") continue;
    const fileId = (await readForm(ctx, form))?.waiting?.id ?? "";
    value(await settleFormFile(await ctxOf(stage, second.actor), { form, fileId, verdict: "approved" }));
  }
}
