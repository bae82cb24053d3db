import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { WithdrawCasePage } from "#app/ui/cases/change-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { caseChange } from "#app/use-cases/cases/case-change.server.ts";
import { WithdrawCase, withdrawCase } from "#app/use-cases/cases/withdraw-case.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.withdraw");
  const change = await caseChange(ctx, args.params.caseId ?? "", "case.withdraw");
  if (!change) throw notFound();
  return { ...change, title: pageTitle(ctx, "cases.withdraw.title", { code: change.code }) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.withdraw");
  const { caseId = "" } = args.params;
  if (!isId(caseId)) throw notFound();
  const form = await parseForm(args.request, WithdrawCase, { caseId });
  if (!form.ok) return refuse(422, form.error);

  const withdrawn = await withdrawCase(ctx, form.value);
  if (withdrawn.ok)
    return goTo(ctx, `/cases/${caseId}`, { flash: { tone: "ok", key: "cases.withdraw.done" } });
  switch (withdrawn.error.kind) {
    case "case-not-found":
      throw notFound();
    case "past-withdrawing":
      return refuse(409, refusedAt("form", "error.past_withdrawing", form.values));
    case "not-lawful":
      return refuse(409, refusedAt("form", "refusal.not-lawful", form.values));
  }
}

export default function WithdrawRoute() {
  return <WithdrawCasePage change={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
