import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Typed } from "#app/domain/contact/forms.ts";
import { writeView } from "#app/use-cases/contact/contact-view.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notFound } from "./guard.ts";
import { pageTitle } from "./page-title.server.ts";

/** The template that an address asks for. */
const templateIn = ({ request }: LoaderFunctionArgs | ActionFunctionArgs) =>
  new URL(request.url).searchParams.get("template") ?? "";

/** The page for writing from the template that the address names; without one that the case has, the list of them. */
export async function writePage(ctx: Ctx, args: LoaderFunctionArgs | ActionFunctionArgs, typed: Typed) {
  const caseId = args.params.caseId ?? "";
  const view = await writeView(ctx, { caseId, template: templateIn(args), typed });
  if (view === "not-found") throw notFound();
  if (view === "no-template") throw redirect(`/cases/${caseId}/contact`);
  return { ...view, title: pageTitle(ctx, "contact.write") };
}
