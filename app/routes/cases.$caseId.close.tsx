import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { flashCookie } from "#app/http/flash.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
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
  if (!form.ok) return data(form.error, 422);

  const done = await closeCase(ctx, form.value);
  if (done.ok) {
    const flash = flashCookie({ tone: "ok", key: "close.done" }, ctx.publicUrl);
    return redirect(`/cases/${form.value.caseId}`, { headers: { "set-cookie": flash } });
  }
  const refused = (field: string, key: string, status: number) =>
    data(refusedAt(field, key, form.values), status);
  const { error } = done;
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "too-many":
      return refused("form", "error.too_many", 429);
    case "creditor-only":
      return refused("closing", "refusal.creditor-only", 403);
    case "wrong-status":
    case "not-lawful":
      return refused("form", `refusal.${error.kind}`, 409);
    case "proof-needed":
    case "file-empty":
    case "file-too-large":
    case "file-type":
      return refused("proof", `refusal.${error.kind}`, 422);
  }
}

export default function CloseCaseRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CloseCasePage view={view} answer={answer} />;
}
