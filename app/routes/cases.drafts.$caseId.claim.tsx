import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { currencyOf } from "#app/domain/cases/amount.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { answerStep } from "#app/http/wizard.server.ts";
import { ClaimStep } from "#app/ui/cases/claim-step.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { draftTotal } from "#app/use-cases/cases/draft-total.server.ts";
import { draftView } from "#app/use-cases/cases/draft-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const view = await draftView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const { today, ...debtor } = view.known;
  const currency = currencyOf(debtor.country);
  return {
    title: pageTitle(ctx, "cases.step.claim"),
    values: { ...(currency ? { currency } : {}), ...view.draft.answers.claim },
    debtor,
    today,
    total: await draftTotal(ctx, view),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.post");
  return answerStep(ctx, { request: args.request, caseId: args.params.caseId, step: "claim" });
}

export default function ClaimRoute() {
  const { title: _title, ...view } = useLoaderData<typeof loader>();
  return <ClaimStep {...view} answer={useActionData<typeof action>()} />;
}
