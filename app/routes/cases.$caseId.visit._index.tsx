import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PlanVisit } from "#app/domain/contact/visit-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { VisitPage } from "#app/ui/contact/visit-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { planVisit } from "#app/use-cases/contact/plan-visit.server.ts";
import { visitView } from "#app/use-cases/contact/visit-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const view = await visitView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "visit.title") };
}

/** Plans a visit; where the law refuses it for its moment, the form comes back with the reasons. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const form = await parseForm(args.request, PlanVisit, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);
  const done = await planVisit(ctx, form.value);
  const at = `/cases/${form.value.caseId}/visit`;
  if (done.ok) {
    if (!done.value.planned) {
      const { findings, earliest } = done.value.decision;
      return data({ errors: {}, values: form.values, refused: { findings, earliest } }, 409);
    }
    const flash = { tone: "ok", key: "visit.planned_flash" } as const;
    return goTo(ctx, `${at}/${done.value.planId}`, { flash });
  }
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "purpose-unfit":
      return refuse(422, refusedAt("purpose", "visit.purpose_unfit", form.values));
    case "not-staff":
      return refuse(422, refusedAt("goes", "refusal.not-staff", form.values));
    case "no-such-time":
    case "in-the-past":
      return refuse(422, refusedAt("time", `refusal.${done.error.kind}`, form.values));
    case "too-far-ahead":
      return refuse(422, refusedAt("on", "refusal.too-far-ahead", form.values));
    case "proof-needed":
      return refuse(422, refusedAt("evidenceId", "error.choose", form.values));
    case "conduct":
      return refuse(409, refusedAt("form", "visit.barred", form.values));
    case "not-engaged":
    case "no-postal-address":
    case "postal-unverified":
    case "postal-dead":
      return refuse(409, refusedAt("form", `refusal.${done.error.kind}`, form.values));
  }
}

export default function VisitRoute() {
  const answer = useActionData<typeof action>();
  const refused = answer && "refused" in answer ? answer.refused : null;
  return <VisitPage view={useLoaderData<typeof loader>()} answer={answer} refused={refused} />;
}
