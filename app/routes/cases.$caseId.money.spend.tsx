import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SpendAdvance } from "#app/domain/advances/advance-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, tooMany } from "#app/http/respond.ts";
import { SpendAdvancePage } from "#app/ui/money/advance-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { oneAdvanceView } from "#app/use-cases/advances/advance-view.server.ts";
import { spendAdvance } from "#app/use-cases/advances/spend-advance.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "advance.ask");
  const asked = new URL(args.request.url).searchParams.get("advance");
  const view = await oneAdvanceView(ctx, args.params.caseId ?? "", asked);
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "advance.spend") };
}

/** Records what an advance was spent on, by its receipt. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "advance.ask");
  const form = await parseForm(args.request, SpendAdvance, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const spent = await spendAdvance(ctx, form.value);
  const to = `/cases/${form.value.caseId}/money`;
  if (spent.ok) return goTo(ctx, to, { flash: { tone: "ok", key: "advance.spent_done" } });
  const at = (status: number, field: string, key: string) =>
    refuse(status, refusedAt(field, key, form.values));
  switch (spent.error.kind) {
    case "case-not-found":
      throw notFound();
    case "no-such-advance":
      return at(409, "form", "advance.none");
    case "not-funded":
      return at(409, "form", "refusal.advance-not-funded");
    case "amount":
      return at(422, "amount", "error.amount");
    case "more-than-there-is":
      return at(422, "amount", "refusal.more-than-there-is");
    case "in-the-future":
      return at(422, "spentOn", "refusal.in-the-future");
    case "proof-needed":
      return at(422, "proof", "refusal.proof-needed");
    case "file-empty":
    case "file-too-large":
    case "file-type":
    case "file-infected":
      return at(422, "proof", `refusal.${spent.error.kind}`);
    case "file-unchecked":
      return at(503, "proof", `refusal.${spent.error.kind}`);
    case "too-many":
      return tooMany(spent.error, form.values);
  }
}

export default function SpendAdvanceRoute() {
  return <SpendAdvancePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
