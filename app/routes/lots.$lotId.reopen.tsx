import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ReopenLotPage } from "#app/ui/lots/lot-change-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { compareLotBids } from "#app/use-cases/lots/compare-lot-bids.server.ts";
import { ReopenLot, reopenLot } from "#app/use-cases/lots/reopen-lot.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "round.open");
  const view = await compareLotBids(ctx, args.params.lotId ?? "");
  if (!view) throw notFound();
  const { heading, round, bids, mayReopen } = view;
  if (!mayReopen || !round) throw redirect(`/lots/${heading.caseId}/bids`);
  const title = pageTitle(ctx, "reopen.title", { case: heading.code });
  return { heading, scope: round.scope, bids: bids.length, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "round.open");
  const { lotId = "" } = args.params;
  const form = await parseForm(args.request, ReopenLot, { caseId: lotId });
  if (!form.ok) return refuse(422, form.error);
  const opened = await reopenLot(ctx, form.value);
  if (opened.ok) return goTo(ctx, `/lots/${lotId}/bids`, { flash: { tone: "ok", key: "reopen.done_flash" } });
  switch (opened.error.kind) {
    case "lot-not-found":
      throw notFound();
    case "wrong-status":
      return refuse(409, refusedAt("form", "tender.refusal.wrong-status", form.values));
  }
}

export default function ReopenLotRoute() {
  return <ReopenLotPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
