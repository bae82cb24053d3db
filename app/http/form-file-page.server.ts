import type { Ctx } from "#app/use-cases/ctx.ts";
import { readForm } from "#app/use-cases/prescribed-forms/read-forms.server.ts";
import { notFound } from "./guard.ts";
import { pageTitle } from "./page-title.server.ts";

/** The page of one form in prescribed words. */
export async function formFilePage(ctx: Ctx, form = "") {
  const found = await readForm(ctx, form);
  if (!found) throw notFound();
  return { title: pageTitle(ctx, `form.name.${found.form}`), ...found };
}
