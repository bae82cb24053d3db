import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refusedRecord } from "#app/http/refused-record.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { CloseCasePage } from "#app/ui/case/close-case-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { CloseCase, closeCase, closings } from "#app/use-cases/timeline/close-case.server.ts";
import { recordView } from "#app/use-cases/timeline/record-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.close");
  const view = await recordView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const mine = ctx.actor.role === "creditor" ? closings : closings.slice(0, 2);
  return {
    title: pageTitle(ctx, "close.title"),
    heading: view.heading,
    evidence: view.evidence,
    closings: [...mine],
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.close");
  const form = await parseForm(args.request, CloseCase, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const done = await closeCase(ctx, form.value);
  if (!done.ok) return refusedRecord(done.error, form.values);
  return goTo(ctx, `/cases/${form.value.caseId}`, { flash: { tone: "ok", key: "close.done" } });
}

export default function CloseCaseRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CloseCasePage view={view} answer={answer} />;
}
