import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AddFact, addableFacts } from "#app/domain/timeline/record-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refusedRecord } from "#app/http/refused-record.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { AddFactPage } from "#app/ui/case/add-fact-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { addFact } from "#app/use-cases/timeline/add-fact.server.ts";
import { recordView } from "#app/use-cases/timeline/record-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "fact.record");
  const view = await recordView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const asked = new URL(args.request.url).searchParams.get("fact");
  return {
    ...view,
    title: pageTitle(ctx, "add_fact.title"),
    fact: asked && Object.hasOwn(addableFacts, asked) ? asked : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "fact.record");
  const form = await parseForm(args.request, AddFact, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const done = await addFact(ctx, form.value);
  if (!done.ok) return refusedRecord(done.error, form.values, "value");
  return goTo(ctx, `/cases/${form.value.caseId}`, { flash: { tone: "ok", key: "add_fact.done" } });
}

export default function AddFactRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <AddFactPage view={view} fact={view.fact} answer={answer} />;
}
