import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { BalancePage } from "#app/ui/papers/balance-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { balanceView, IssueBalance, issueBalance } from "#app/use-cases/papers/issue-balance.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "balance.issue");
  const view = await balanceView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { view, title: pageTitle(ctx, "papers.balance") };
}

/** States to the debtor how the claim stands today, in a letter that is kept. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "balance.issue");
  const form = await parseForm(args.request, IssueBalance, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);
  const done = await issueBalance(ctx, form.value);
  if (done.ok)
    return goTo(ctx, `/cases/${form.value.caseId}/money#papers`, {
      flash: { tone: "ok", key: "papers.balance_flash", values: { number: done.value } },
    });
  const at = (key: string) => refuse(409, refusedAt("form", key, form.values));
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "balance-changed":
      return at("papers.balance_changed");
    case "cannot-tell":
      return at("papers.balance_cannot");
    case "overpaid":
      return at("papers.balance_overpaid");
  }
}

export default function BalanceRoute() {
  return <BalancePage view={useLoaderData<typeof loader>().view} answer={useActionData<typeof action>()} />;
}
