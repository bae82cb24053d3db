import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { ownPath } from "#app/http/own-path.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { DetailsPage } from "#app/ui/privacy/details-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { detailsView } from "#app/use-cases/privacy/details-view.server.ts";
import { ShowDetails, showDetails } from "#app/use-cases/privacy/show-details.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "debtor.show");
  const view = await detailsView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "sights.title", { code: view.code }) };
}

/** Answers with the way back, where the details stand then: no address and no form of a browser holds them. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "debtor.show");
  const form = await parseForm(args.request, ShowDetails, { caseId: args.params.caseId });
  if (!form.ok) {
    if (!(await detailsView(ctx, args.params.caseId ?? ""))) throw notFound();
    return refuse(422, form.error);
  }
  const shown = await showDetails(ctx, form.value);
  const { caseId, back } = form.value;
  if (shown.ok) return goTo(ctx, ownPath(back) ?? `/cases/${caseId}/details`, {});
  switch (shown.error.kind) {
    case "case-not-found":
      throw notFound();
    case "purpose-unfit":
      return refuse(422, refusedAt("purpose", "error.choose", form.values));
  }
}

export default function DetailsRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.values.back;
  const back = typeof typed === "string" ? typed : `/cases/${view.caseId}/details`;
  return <DetailsPage view={view} back={back} answer={answer} />;
}
