import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { refuseProposal } from "#app/http/law-refusals.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { rowKeyIn } from "#app/http/row-key.ts";
import { EndRowPage } from "#app/ui/law/end-row-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { EndRow, endRow } from "#app/use-cases/law/propose-row.server.ts";
import { readLawRow } from "#app/use-cases/law/read-law-rows.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "law.propose");
  const found = await readLawRow(ctx, args.params.packId ?? "", rowKeyIn(args.params));
  if (!found) throw notFound();
  const { key: rowKey, pack, today } = found;
  return { title: pageTitle(ctx, "law_admin.end_row"), rowKey, packId: pack.id, today };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "law.propose");
  const { packId } = args.params;
  const form = await parseForm(args.request, EndRow, { packId, rowKey: rowKeyIn(args.params) });
  if (!form.ok) return refuse(422, form.error);
  const done = await endRow(ctx, form.value);
  if (!done.ok) return refuseProposal(done.error, form.values);
  return goTo(ctx, `/admin/law/changes/${done.value.changeId}`, {
    flash: { tone: "ok", key: "flash.law_proposed" },
  });
}

export default function EndRowRoute() {
  return <EndRowPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
