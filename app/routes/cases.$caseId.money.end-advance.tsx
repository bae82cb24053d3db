import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EndAdvance } from "#app/domain/advances/advance-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { EndAdvancePage } from "#app/ui/money/advance-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { oneAdvanceView } from "#app/use-cases/advances/advance-view.server.ts";
import { endAdvance } from "#app/use-cases/advances/spend-advance.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "advance.ask");
  const asked = new URL(args.request.url).searchParams.get("advance");
  const view = await oneAdvanceView(ctx, args.params.caseId ?? "", asked);
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "advance.end") };
}

/** Asks for an advance no longer. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "advance.ask");
  const form = await parseForm(args.request, EndAdvance, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const ended = await endAdvance(ctx, form.value);
  const to = `/cases/${form.value.caseId}/money`;
  if (ended.ok) return goTo(ctx, to, { flash: { tone: "ok", key: "advance.ended" } });
  switch (ended.error.kind) {
    case "case-not-found":
      throw notFound();
    case "no-such-advance":
    case "spent":
      return refuse(409, refusedAt("form", "advance.none", form.values));
  }
}

export default function EndAdvanceRoute() {
  return <EndAdvancePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
