import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { answerStep } from "#app/http/wizard.server.ts";
import { HistoryStep } from "#app/ui/cases/history-step.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { draftView } from "#app/use-cases/cases/draft-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const view = await draftView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const title = pageTitle(ctx, "cases.step.history");
  return { title, values: view.draft.answers.history ?? {}, today: view.known.today };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.post");
  return answerStep(ctx, { request: args.request, caseId: args.params.caseId, step: "history" });
}

export default function HistoryRoute() {
  const { title: _title, ...view } = useLoaderData<typeof loader>();
  return <HistoryStep {...view} answer={useActionData<typeof action>()} />;
}
