import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { answerStep } from "#app/http/wizard.server.ts";
import { GoalStep } from "#app/ui/cases/goal-step.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { draftView } from "#app/use-cases/cases/draft-view.server.ts";
import { shareBarred } from "#app/use-cases/cases/share-barred.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const view = await draftView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const title = pageTitle(ctx, "cases.step.goal");
  const titled = view.draft.answers.history?.judgment === "yes";
  return { title, values: view.draft.answers.goal ?? {}, shareBarred: shareBarred(view), titled };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.post");
  return answerStep(ctx, { request: args.request, caseId: args.params.caseId, step: "goal" });
}

export default function GoalRoute() {
  const { title: _title, ...view } = useLoaderData<typeof loader>();
  return <GoalStep {...view} answer={useActionData<typeof action>()} />;
}
