import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { refuseProposal } from "#app/http/law-refusals.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { NewRowPage } from "#app/ui/law/new-row-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { AddRow, addRow } from "#app/use-cases/law/propose-row.server.ts";
import { readPackRows } from "#app/use-cases/law/read-law-rows.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.propose");
  const found = await readPackRows(ctx, args.params.packId ?? "", { find: "", after: "" });
  if (!found) throw notFound();
  return { title: pageTitle(ctx, "law_admin.new_row"), pack: found.pack };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.propose");
  const form = await parseForm(args.request, AddRow, { packId: args.params.packId });
  if (!form.ok) return refuse(422, form.error);
  const done = await addRow(ctx, form.value);
  if (!done.ok) return refuseProposal(done.error, form.values);
  return goTo(ctx, `/admin/law/changes/${done.value.changeId}`, {
    flash: { tone: "ok", key: "flash.law_proposed" },
  });
}

export default function NewRowRoute() {
  return <NewRowPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
