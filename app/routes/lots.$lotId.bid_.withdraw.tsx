import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { withdrawIn } from "#app/http/round-acts.server.ts";
import { WithdrawPage } from "#app/ui/tenders/withdraw-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLotRound } from "#app/use-cases/lots/read-lot-round.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const view = await readLotRound(ctx, args.params.lotId ?? "");
  if (!view) throw notFound();
  const { facts, place, round, own } = view;
  const at = `/lots/${facts.caseId}`;
  if (!round.open || own?.state !== "sealed") throw redirect(at);
  const title = pageTitle(ctx, "bid.withdraw_title", { case: facts.code });
  return { at, code: facts.code, zone: place.zone, closesAt: round.closesAt, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const { lotId = "" } = args.params;
  return withdrawIn(ctx, args, { caseId: lotId, at: `/lots/${lotId}` });
}

export default function WithdrawLotBid() {
  return <WithdrawPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
