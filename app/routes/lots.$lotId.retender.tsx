import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { LotRetenderPage } from "#app/ui/lots/lot-retender-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { RetenderLot, readLotRetender, retenderLot } from "#app/use-cases/lots/retender-lot.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "mandate.end");
  const view = await readLotRetender(ctx, args.params.lotId ?? "");
  if (!view) throw notFound();
  const { heading, ready } = view;
  if (!ready) throw redirect(`/lots/${heading.caseId}`);
  return { title: pageTitle(ctx, "retender.title", { case: heading.code }), heading, ready };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "mandate.end");
  const form = await parseForm(args.request, RetenderLot, { caseId: args.params.lotId });
  if (!form.ok) return data({ ...form.error, findings: [] }, 422);
  const { caseId } = form.value;
  const done = await retenderLot(ctx, form.value);
  if (done.ok) return goTo(ctx, `/lots/${caseId}`, { flash: { tone: "ok", key: "retender.done_flash" } });
  const refused = (field: string, key: string) =>
    data({ ...refusedAt(field, `retender.refusal.${key}`, form.values), findings: [] }, 409);
  switch (done.error.kind) {
    case "lot-not-found":
      throw notFound();
    case "not-engaged":
    case "wrong-status":
      return refused("form", "not-engaged");
    case "nothing-left":
      return refused("form", "nothing-left");
    case "reason-not-shown":
      return refused("reason", "reason-not-shown");
  }
}

export default function LotRetenderRoute() {
  return <LotRetenderPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
