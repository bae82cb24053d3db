import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { declineIn } from "#app/http/round-acts.server.ts";
import { DeclinePage } from "#app/ui/tenders/decline-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readRound } from "#app/use-cases/tenders/read-round.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const view = await readRound(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const { brief, round } = view;
  if (!round.open) throw redirect(`/rounds/${brief.caseId}`);
  return { at: `/rounds/${brief.caseId}`, code: brief.code, title: pageTitle(ctx, "round.decline") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const view = await readRound(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const { caseId } = view.brief;
  return declineIn(ctx, args, { caseId, at: `/rounds/${caseId}` });
}

export default function Decline() {
  return <DeclinePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
