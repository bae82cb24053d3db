import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RecordFact, type RecordKind, recordKinds } from "#app/domain/timeline/record-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refusedRecord } from "#app/http/refused-record.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { RecordPage } from "#app/ui/case/record-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { recordFact } from "#app/use-cases/timeline/record-fact.server.ts";
import { recordView } from "#app/use-cases/timeline/record-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "fact.record");
  const view = await recordView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const asked = new URL(args.request.url).searchParams.get("type");
  return {
    ...view,
    title: pageTitle(ctx, "record.title"),
    type: recordKinds.find((each) => each === asked) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "fact.record");
  const form = await parseForm(args.request, RecordFact, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const done = await recordFact(ctx, form.value);
  if (!done.ok) return refusedRecord(done.error, form.values);
  return goTo(ctx, `/cases/${form.value.caseId}`, { flash: { tone: "ok", key: "record.done_flash" } });
}

export default function RecordFactPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RecordPage view={view} type={view.type as RecordKind | null} answer={answer} />;
}
