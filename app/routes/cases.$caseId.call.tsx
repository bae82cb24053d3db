import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RecordCall } from "#app/domain/contact/call-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, tooMany } from "#app/http/respond.ts";
import { CallPage } from "#app/ui/contact/call-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { callView } from "#app/use-cases/contact/call-view.server.ts";
import { recordCall } from "#app/use-cases/contact/record-call.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const language = new URL(args.request.url).searchParams.get("language");
  const view = await callView(ctx, { caseId: args.params.caseId ?? "", language });
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "call.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const form = await parseForm(args.request, RecordCall, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);
  const done = await recordCall(ctx, form.value);
  if (done.ok) {
    if (!done.value.recorded)
      return data({ errors: {}, values: form.values, findings: done.value.decision.findings }, 409);
    const flash = { tone: "ok", key: "call.recorded_flash" } as const;
    return goTo(ctx, `/cases/${form.value.caseId}`, { flash });
  }
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "too-many":
      return tooMany(done.error, form.values);
    case "note-unfit":
      return refuse(422, refusedAt("note", "call.note_unfit", form.values));
    case "conduct":
      return refuse(409, refusedAt("form", "call.barred", form.values));
    case "not-engaged":
      return refuse(409, refusedAt("form", "refusal.not-engaged", form.values));
  }
}

export default function CallRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "findings" in answer ? answer.findings : null;
  return <CallPage view={view} answer={answer} refused={refused} />;
}
