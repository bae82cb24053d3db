import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { withdrawIn } from "#app/http/round-acts.server.ts";
import { translator } from "#app/messages/catalogue.ts";
import { WithdrawPage } from "#app/ui/tenders/withdraw-page.tsx";
import { readRound } from "#app/use-cases/tenders/read-round.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const view = await readRound(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const { brief, place, round, own } = view;
  if (!round.open || own?.state !== "sealed") throw redirect(`/rounds/${brief.caseId}`);
  const title = translator(ctx.locale)("bid.withdraw_title", { case: brief.code });
  return {
    at: `/rounds/${brief.caseId}`,
    code: brief.code,
    zone: place.zone,
    closesAt: round.closesAt,
    title,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const { caseId = "" } = args.params;
  return withdrawIn(ctx, args, { caseId, at: `/rounds/${caseId}` });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function Withdraw() {
  return <WithdrawPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
