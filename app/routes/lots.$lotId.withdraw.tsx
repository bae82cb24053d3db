import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { WithdrawLotPage } from "#app/ui/lots/lot-change-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { compareLotBids } from "#app/use-cases/lots/compare-lot-bids.server.ts";
import { WithdrawLot, withdrawLot } from "#app/use-cases/lots/withdraw-lot.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.withdraw");
  const view = await compareLotBids(ctx, args.params.lotId ?? "");
  if (!view) throw notFound();
  const { heading, mayWithdraw, award } = view;
  const title = pageTitle(ctx, "lot.withdraw_title", { lot: heading.code });
  return { heading, mayWithdraw, awarded: award !== null, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.withdraw");
  const { lotId = "" } = args.params;
  const form = await parseForm(args.request, WithdrawLot, { caseId: lotId });
  if (!form.ok) throw notFound();
  const done = await withdrawLot(ctx, form.value);
  if (done.ok) return goTo(ctx, `/lots/${lotId}`, { flash: { tone: "ok", key: "lot.withdrawn_flash" } });
  switch (done.error.kind) {
    case "lot-not-found":
      throw notFound();
    case "wrong-status":
      return refuse(409, refusedAt("form", "lot.withdraw_past"));
  }
}

export default function WithdrawLotRoute() {
  return <WithdrawLotPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
