import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refuse } from "#app/http/respond.ts";
import { ViewDebtorPage } from "#app/ui/cases/view-debtor-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { caseUnderReview } from "#app/use-cases/cases/review-case.server.ts";
import { ViewDebtor, viewDebtor, viewPurposes } from "#app/use-cases/cases/view-debtor.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.review");
  const review = await caseUnderReview(ctx, args.params.caseId ?? "");
  if (!review) throw notFound();
  const { caseId, code } = review;
  return {
    caseId,
    code,
    purposes: [...viewPurposes],
    title: pageTitle(ctx, "cases.identity.title", { code }),
  };
}

/** Answers with the identity itself, once, so that no address and no history of a browser holds it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.review");
  const { caseId = "" } = args.params;
  if (!isId(caseId)) throw notFound();
  const form = await parseForm(args.request, ViewDebtor, { caseId });
  if (!form.ok) return refuse(422, form.error);

  const shown = await viewDebtor(ctx, form.value);
  if (!shown.ok) throw notFound();
  return data({ debtor: shown.value ?? ("erased" as const) }, { headers: { "cache-control": "no-store" } });
}

export default function ViewDebtorRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const debtor = answer && "debtor" in answer ? answer.debtor : null;
  return <ViewDebtorPage view={view} debtor={debtor} answer={answer} />;
}
