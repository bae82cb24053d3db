import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { VisitAt } from "#app/domain/contact/visit-forms.ts";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { withdrawVisit } from "#app/use-cases/contact/withdraw-visit.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "step.record");
  const { caseId = "", planId = "" } = args.params;
  throw isId(caseId) && isId(planId) ? redirect(`/cases/${caseId}/visit/${planId}`) : notFound();
}

/** Says that nobody goes after all. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const { caseId, planId } = args.params;
  const form = await parseForm(args.request, VisitAt, { caseId, planId });
  if (!form.ok) throw notFound();
  const done = await withdrawVisit(ctx, form.value);
  const here = `/cases/${form.value.caseId}/visit`;
  if (done.ok) return goTo(ctx, here, { flash: { tone: "ok", key: "visit.withdrawn_flash" } });
  switch (done.error.kind) {
    case "plan-not-found":
      throw notFound();
    case "plan-over":
      return goTo(ctx, `${here}/${form.value.planId}`, { flash: { tone: "info", key: "refusal.plan-over" } });
  }
}
