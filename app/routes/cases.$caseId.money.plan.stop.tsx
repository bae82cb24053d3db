import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StopPlan } from "#app/domain/payments/plans.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { StopPlanPage } from "#app/ui/plans/stop-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { stopPlan, stopView } from "#app/use-cases/plans/stop-plan.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "plan.keep");
  const view = await stopView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "plan.stop") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "plan.keep");
  const form = await parseForm(args.request, StopPlan, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);
  const stopped = await stopPlan(ctx, form.value);
  const to = `/cases/${form.value.caseId}/money`;
  if (stopped.ok) return goTo(ctx, to, { flash: { tone: "ok", key: "plan.stopped_flash" } });
  switch (stopped.error.kind) {
    case "case-not-found":
      throw notFound();
    case "no-plan":
      return refuse(409, refusedAt("form", "plan.over", form.values));
    case "nothing-missed":
      return refuse(409, refusedAt("reason", "refusal.nothing-missed", form.values));
  }
}

export default function StopPlanRoute() {
  return <StopPlanPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
