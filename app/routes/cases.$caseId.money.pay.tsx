import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PayOwed } from "#app/domain/payments/asking.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { refuse } from "#app/http/respond.ts";
import { OwePage } from "#app/ui/money/ask-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { oweView } from "#app/use-cases/payments/ask-view.server.ts";
import { payOwed } from "#app/use-cases/payments/pay-owed.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "payment.owe");
  const asked = new URL(args.request.url).searchParams.get("for");
  const view = await oweView(ctx, args.params.caseId ?? "", asked);
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "owe.title") };
}

/** Leads the creditor to a page at which the fee or the charge is paid. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "payment.owe");
  const form = await parseForm(args.request, PayOwed, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const asked = await payOwed(ctx, form.value);
  if (asked.ok) return redirect(asked.value);
  const at = (key: string) => refuse(409, refusedAt("form", key, form.values));
  switch (asked.error.kind) {
    case "case-not-found":
      throw notFound();
    case "nothing-owed":
      return at("owe.nothing");
    case "payee-not-ready":
      return at("owe.not_ready");
    case "amount-not-taken":
      return at("refusal.amount-not-taken");
    case "no-provider":
      return at("error.no_provider");
  }
}

export default function OweRoute() {
  return <OwePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
