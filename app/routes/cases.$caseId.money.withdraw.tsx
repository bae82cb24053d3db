import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { WithdrawPayment } from "#app/domain/payments/asking.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { WithdrawPage } from "#app/ui/money/withdraw-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { withdrawPayment, withdrawView } from "#app/use-cases/payments/withdraw-payment.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "payment.withdraw");
  const asked = new URL(args.request.url).searchParams.get("payment");
  const view = await withdrawView(ctx, args.params.caseId ?? "", asked);
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "withdraw.title") };
}

/** Asks for the payment no longer. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "payment.withdraw");
  const form = await parseForm(args.request, WithdrawPayment, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const done = await withdrawPayment(ctx, form.value);
  const to = `/cases/${form.value.caseId}/money`;
  if (done.ok) return goTo(ctx, to, { flash: { tone: "ok", key: "withdraw.done" } });
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "not-yours-to-withdraw":
      return refuse(409, refusedAt("form", "withdraw.none", form.values));
    case "under-way":
      return refuse(409, refusedAt("form", "refusal.payment-under-way", form.values));
  }
}

export default function WithdrawRoute() {
  return <WithdrawPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
