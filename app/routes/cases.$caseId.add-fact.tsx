import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AddFact, addableFacts } from "#app/domain/timeline/record-forms.ts";
import { flashCookie } from "#app/http/flash.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
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
  if (!form.ok) return data(form.error, 422);

  const done = await addFact(ctx, form.value);
  if (done.ok) {
    const flash = flashCookie({ tone: "ok", key: "add_fact.done" }, ctx.publicUrl);
    return redirect(`/cases/${form.value.caseId}`, { headers: { "set-cookie": flash } });
  }
  const refused = (field: string, key: string, status: number) =>
    data(refusedAt(field, key, form.values), status);
  const { error } = done;
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "too-many":
      return refused("form", "error.too_many", 429);
    case "field-needed":
      return refused(error.field, "error.required", 422);
    case "in-the-future":
      return refused("value", "refusal.in-the-future", 422);
    case "case-closed":
    case "already-stated":
    case "not-lawful":
      return refused("form", `refusal.${error.kind}`, 409);
    case "proof-needed":
    case "file-empty":
    case "file-too-large":
    case "file-type":
      return refused("proof", `refusal.${error.kind}`, 422);
  }
}

export default function AddFactRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <AddFactPage view={view} fact={view.fact} answer={answer} />;
}
