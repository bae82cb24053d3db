import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { flashCookie } from "#app/http/flash.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { translator } from "#app/messages/catalogue.ts";
import { WithdrawPage } from "#app/ui/tenders/withdraw-page.tsx";
import { readRound } from "#app/use-cases/tenders/read-round.server.ts";
import { WithdrawBid, withdrawBid } from "#app/use-cases/tenders/withdraw-bid.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const view = await readRound(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const { brief, place, round, own } = view;
  if (!round.open || own?.state !== "sealed") throw redirect(`/rounds/${brief.caseId}`);
  const title = translator(ctx.locale)("bid.withdraw_title", { case: brief.code });
  return { caseId: brief.caseId, code: brief.code, zone: place.zone, closesAt: round.closesAt, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const form = await parseForm(args.request, WithdrawBid, { caseId: args.params.caseId });
  if (!form.ok) throw notFound();

  const withdrawn = await withdrawBid(ctx, form.value);
  if (withdrawn.ok) {
    const flash = flashCookie({ tone: "info", key: "bid.withdrawn_flash" }, ctx.publicUrl);
    return redirect(`/rounds/${form.value.caseId}`, { headers: { "set-cookie": flash } });
  }
  switch (withdrawn.error.kind) {
    case "round-not-found":
      throw notFound();
    case "no-bid":
    case "round-closed":
      return data(refusedAt("form", `tender.refusal.${withdrawn.error.kind}`, form.values), 409);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function Withdraw() {
  return <WithdrawPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
