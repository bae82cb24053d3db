import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskRecovery } from "#app/domain/payments/asking.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { AskPage } from "#app/ui/money/ask-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { askRecovery } from "#app/use-cases/payments/ask-recovery.server.ts";
import { askView } from "#app/use-cases/payments/ask-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "payment.ask");
  const view = await askView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "ask.title") };
}

/** Has a page made at which the debtor can pay. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "payment.ask");
  const form = await parseForm(args.request, AskRecovery, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const asked = await askRecovery(ctx, form.value);
  const to = `/cases/${form.value.caseId}/money`;
  if (asked.ok) return goTo(ctx, to, { flash: { tone: "ok", key: "ask.done" } });
  const at = (status: number, field: string, key: string) =>
    refuse(status, refusedAt(field, key, form.values));
  switch (asked.error.kind) {
    case "case-not-found":
      throw notFound();
    case "case-closed":
      return at(409, "form", "refusal.case-closed-to-money");
    case "case-rests":
      return at(409, "form", "refusal.case-rests");
    case "payee-not-permitted":
      return at(409, "payee", "refusal.payee-not-permitted");
    case "payee-not-ready":
      return at(409, "payee", "refusal.payee-not-ready");
    case "amount":
      return at(422, "amount", "error.amount");
    case "more-than-owed":
      return at(422, "amount", "refusal.more-than-owed");
    case "amount-not-taken":
      return at(422, "amount", "refusal.amount-not-taken");
    case "no-provider":
      return at(409, "form", "error.no_provider");
  }
}

export default function AskRoute() {
  return <AskPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
