import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { refuseDecision } from "#app/http/law-refusals.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { RefusePage } from "#app/ui/law/refuse-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLawChange } from "#app/use-cases/law/read-law-changes.server.ts";
import { RefuseLawChange, refuseLawChange } from "#app/use-cases/law/refuse-law-change.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.decide");
  const change = await readLawChange(ctx, args.params.changeId ?? "");
  if (!change) throw notFound();
  return { title: pageTitle(ctx, "law_admin.refuse"), change };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.decide");
  const form = await parseForm(args.request, RefuseLawChange, { changeId: args.params.changeId });
  if (!form.ok) return refuse(422, form.error);
  const done = await refuseLawChange(ctx, form.value);
  if (!done.ok) return refuseDecision(done.error, form.values);
  return goTo(ctx, `/admin/law/changes/${form.value.changeId}`, {
    flash: { tone: "ok", key: "flash.law_refused" },
  });
}

export default function RefuseRoute() {
  return <RefusePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
