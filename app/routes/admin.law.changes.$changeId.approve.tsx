import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { refuseDecision } from "#app/http/law-refusals.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ApprovePage } from "#app/ui/law/approve-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { ApproveLawChange, approveLawChange } from "#app/use-cases/law/approve-law-change.server.ts";
import { readLawChange } from "#app/use-cases/law/read-law-changes.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.decide");
  const change = await readLawChange(ctx, args.params.changeId ?? "");
  if (!change) throw notFound();
  return { title: pageTitle(ctx, "law_admin.approve"), change };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.decide");
  const form = await parseForm(args.request, ApproveLawChange, { changeId: args.params.changeId });
  if (!form.ok) return refuse(422, form.error);
  const done = await approveLawChange(ctx, form.value);
  if (!done.ok) return refuseDecision(done.error, form.values);
  return goTo(ctx, `/admin/law/changes/${form.value.changeId}`, {
    flash: { tone: "ok", key: "flash.law_approved" },
  });
}

export default function ApproveRoute() {
  return <ApprovePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
