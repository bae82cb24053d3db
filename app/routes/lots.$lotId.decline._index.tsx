import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { declineIn } from "#app/http/round-acts.server.ts";
import { DeclinePage } from "#app/ui/tenders/decline-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLotRound } from "#app/use-cases/lots/read-lot-round.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const view = await readLotRound(ctx, args.params.lotId ?? "");
  if (!view) throw notFound();
  const { facts, round } = view;
  const at = `/lots/${facts.caseId}`;
  if (!round.open) throw redirect(at);
  return { at, code: facts.code, title: pageTitle(ctx, "round.decline") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const view = await readLotRound(ctx, args.params.lotId ?? "");
  if (!view) throw notFound();
  const { caseId } = view.facts;
  return declineIn(ctx, args, { caseId, at: `/lots/${caseId}` });
}

export default function DeclineLot() {
  return <DeclinePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
