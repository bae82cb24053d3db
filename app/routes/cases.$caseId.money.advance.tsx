import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskAdvance } from "#app/domain/advances/advance-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse, tooMany } from "#app/http/respond.ts";
import { AskAdvancePage } from "#app/ui/money/advance-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { advanceView } from "#app/use-cases/advances/advance-view.server.ts";
import { askAdvance } from "#app/use-cases/advances/ask-advance.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "advance.ask");
  const view = await advanceView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "advance.ask") };
}

/** Asks the creditor to pay in what an act costs. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "advance.ask");
  const form = await parseForm(args.request, AskAdvance, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const asked = await askAdvance(ctx, form.value);
  const to = `/cases/${form.value.caseId}/money`;
  if (asked.ok) return goTo(ctx, to, { flash: { tone: "ok", key: "advance.asked" } });
  const at = (status: number, field: string, key: string) =>
    refuse(status, refusedAt(field, key, form.values));
  switch (asked.error.kind) {
    case "case-not-found":
      throw notFound();
    case "case-closed":
      return at(409, "form", "refusal.case-closed-to-money");
    case "act-not-here":
      return at(422, "act", "error.choose");
    case "amount":
      return at(422, "amount", "error.amount");
    case "paper-needed":
      return at(422, "proof", "refusal.advance-paper");
    case "no-fixed-fee":
      return at(422, "amount", "refusal.no-fixed-fee");
    case "file-empty":
    case "file-too-large":
    case "file-type":
    case "file-infected":
      return at(422, "proof", `refusal.${asked.error.kind}`);
    case "file-unchecked":
      return at(503, "proof", `refusal.${asked.error.kind}`);
    case "too-many":
      return tooMany(asked.error, form.values);
  }
}

export default function AskAdvanceRoute() {
  return <AskAdvancePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
