import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OfferPlan } from "#app/domain/payments/plans.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { OfferPage } from "#app/ui/plans/offer-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { offerPlan, offerView } from "#app/use-cases/plans/offer-plan.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "plan.keep");
  const view = await offerView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "plan.offer") };
}

/** Makes an agreed plan payable, part by part. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "plan.keep");
  const form = await parseForm(args.request, OfferPlan, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);
  const offered = await offerPlan(ctx, form.value);
  const to = `/cases/${form.value.caseId}/money`;
  if (offered.ok) return goTo(ctx, to, { flash: { tone: "ok", key: "plan.offered_flash" } });
  const at = (status: number, field: string, key: string) =>
    refuse(status, refusedAt(field, key, form.values));
  switch (offered.error.kind) {
    case "case-not-found":
      throw notFound();
    case "case-closed":
      return at(409, "form", "refusal.case-closed-to-money");
    case "case-rests":
    case "no-plan-agreed":
    case "plan-stands":
      return at(409, "form", `refusal.${offered.error.kind}`);
    case "payee-not-permitted":
    case "payee-not-ready":
      return at(409, "payee", `refusal.${offered.error.kind}`);
    case "amount":
      return at(422, "total", "error.amount");
    case "more-than-owed":
    case "amount-not-taken":
      return at(422, "total", `refusal.${offered.error.kind}`);
    case "in-the-past":
      return at(422, "firstOn", "refusal.plan-in-the-past");
    case "after-the-plan":
      return at(422, "firstOn", "refusal.after-the-plan");
    case "no-provider":
      return at(409, "form", "error.no_provider");
  }
}

export default function OfferPlanRoute() {
  return <OfferPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
