import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RecordVisit } from "#app/domain/contact/visit-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, tooMany } from "#app/http/respond.ts";
import { PlannedVisitPage } from "#app/ui/contact/planned-visit-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { recordVisit } from "#app/use-cases/contact/record-visit.server.ts";
import { plannedVisitView } from "#app/use-cases/contact/visit-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const { caseId = "", planId = "" } = args.params;
  const language = new URL(args.request.url).searchParams.get("language");
  const view = await plannedVisitView(ctx, { caseId, planId, language });
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "visit.one") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const { caseId, planId } = args.params;
  const form = await parseForm(args.request, RecordVisit, { caseId, planId });
  if (!form.ok) return refuse(422, form.error);
  const done = await recordVisit(ctx, form.value);
  if (done.ok) {
    if (!done.value.recorded)
      return data({ errors: {}, values: form.values, findings: done.value.decision.findings }, 409);
    const flash = { tone: "ok", key: "visit.recorded_flash" } as const;
    return goTo(ctx, `/cases/${form.value.caseId}/visit/${form.value.planId}`, { flash });
  }
  switch (done.error.kind) {
    case "case-not-found":
    case "plan-not-found":
      throw notFound();
    case "too-many":
      return tooMany(done.error, form.values);
    case "note-unfit":
      return refuse(422, refusedAt("note", "visit.note_unfit", form.values));
    case "no-such-time":
    case "before-plan":
      return refuse(422, refusedAt("from", `refusal.${done.error.kind}`, form.values));
    case "ends-before":
      return refuse(422, refusedAt("to", "refusal.ends-before", form.values));
    case "in-the-future":
      return refuse(422, refusedAt("to", "refusal.visit-ahead", form.values));
    case "stopped":
      return refuse(409, refusedAt("form", `visit.why.${done.error.why}`, form.values));
    case "not-engaged":
    case "plan-over":
      return refuse(409, refusedAt("form", `refusal.${done.error.kind}`, form.values));
  }
}

export default function PlannedVisitRoute() {
  const answer = useActionData<typeof action>();
  const refused = answer && "findings" in answer ? answer.findings : null;
  return <PlannedVisitPage view={useLoaderData<typeof loader>()} answer={answer} refused={refused} />;
}
