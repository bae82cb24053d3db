import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { placeView } from "#app/http/place-view.ts";
import { answerStep } from "#app/http/wizard.server.ts";
import { DebtorStep } from "#app/ui/cases/debtor-step.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { draftView } from "#app/use-cases/cases/draft-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const view = await draftView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const query = new URL(args.request.url).searchParams.get("q") ?? "";
  const title = pageTitle(ctx, "cases.step.debtor");
  return { title, values: view.draft.answers.debtor ?? {}, place: placeView(view.places, query, ctx.locale) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.post");
  return answerStep(ctx, { request: args.request, caseId: args.params.caseId, step: "debtor" });
}

export default function DebtorRoute() {
  const { values, place } = useLoaderData<typeof loader>();
  return <DebtorStep values={values} place={place} answer={useActionData<typeof action>()} />;
}
