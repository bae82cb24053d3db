import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { RetenderPage } from "#app/ui/engagements/retender-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { Retender, readRetender, retender } from "#app/use-cases/engagements/retender.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "mandate.end");
  const view = await readRetender(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const { heading, place, ready } = view;
  if (!ready) throw redirect(`/cases/${heading.caseId}/bids`);
  return { title: pageTitle(ctx, "retender.title", { case: heading.code }), heading, place, ready };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "mandate.end");
  const form = await parseForm(args.request, Retender, { caseId: args.params.caseId });
  if (!form.ok) return data({ ...form.error, findings: [] }, 422);
  const { caseId } = form.value;
  const done = await retender(ctx, form.value);
  if (done.ok)
    return goTo(ctx, `/cases/${caseId}/bids`, { flash: { tone: "ok", key: "retender.done_flash" } });
  const { error } = done;
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "not-engaged":
    case "wrong-status":
      return data({ ...refusedAt("form", "retender.refusal.not-engaged", form.values), findings: [] }, 409);
    case "reason-not-shown":
      return data(
        { ...refusedAt("reason", "retender.refusal.reason-not-shown", form.values), findings: [] },
        409,
      );
    case "not-lawful":
      return data(
        {
          ...refusedAt("form", "retender.refusal.not-lawful", form.values),
          findings: error.decision.findings,
        },
        409,
      );
  }
}

export default function RetenderRoute() {
  return <RetenderPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
