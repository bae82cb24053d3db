import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { refuseProposal } from "#app/http/law-refusals.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { rowKeyIn } from "#app/http/row-key.ts";
import { RowPage } from "#app/ui/law/row-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { ReplaceRow, replaceRow } from "#app/use-cases/law/propose-row.server.ts";
import { readLawRow } from "#app/use-cases/law/read-law-rows.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.read");
  const found = await readLawRow(ctx, args.params.packId ?? "", rowKeyIn(args.params));
  if (!found) throw notFound();
  const { key: rowKey, ...rest } = found;
  return { title: pageTitle(ctx, "law_admin.row"), rowKey, ...rest };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.propose");
  const { packId } = args.params;
  const form = await parseForm(args.request, ReplaceRow, { packId, rowKey: rowKeyIn(args.params) });
  if (!form.ok) return refuse(422, form.error);
  const done = await replaceRow(ctx, form.value);
  if (!done.ok) return refuseProposal(done.error, form.values);
  return goTo(ctx, `/admin/law/changes/${done.value.changeId}`, {
    flash: { tone: "ok", key: "flash.law_proposed" },
  });
}

export default function RowRoute() {
  return <RowPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
