import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ViewDebtorPage } from "#app/ui/cases/view-debtor-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { ViewDebtor, viewDebtor } from "#app/use-cases/cases/view-debtor.server.ts";
import { identityView } from "#app/use-cases/privacy/identity-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.review");
  const asked = new URL(args.request.url).searchParams.get("purpose");
  const view = await identityView(ctx, { caseId: args.params.caseId ?? "", asked });
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "cases.identity.title", { code: view.code }) };
}

/** Answers with the page itself, where the identity stands then for a short time; no address of a browser holds it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.review");
  const { caseId = "" } = args.params;
  if (!isId(caseId)) throw notFound();
  const form = await parseForm(args.request, ViewDebtor, { caseId });
  if (!form.ok) return refuse(422, form.error);

  const shown = await viewDebtor(ctx, form.value);
  if (!shown.ok) throw notFound();
  return goTo(ctx, `/admin/cases/${caseId}/debtor`, {});
}

export default function ViewDebtorRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ViewDebtorPage view={view} answer={answer} />;
}
