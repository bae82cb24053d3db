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
import { ReopenPage } from "#app/ui/tenders/reopen-page.tsx";
import { compareBids } from "#app/use-cases/tenders/compare-bids.server.ts";
import { ReopenRound, reopenRound } from "#app/use-cases/tenders/reopen-round.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "round.open");
  const view = await compareBids(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const { heading, place, round } = view;
  if (!view.mayReopen) throw redirect(`/cases/${heading.caseId}/bids`);
  return {
    heading,
    place,
    declines: view.declines,
    before: round?.lane === "sealed" ? { scope: round.scope, feeModels: round.feeModels } : view.asked,
    title: translator(ctx.locale)("reopen.title", { case: heading.code }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "round.open");
  const form = await parseForm(args.request, ReopenRound, { caseId: args.params.caseId });
  if (!form.ok) return data(form.error, 422);

  const opened = await reopenRound(ctx, form.value);
  if (opened.ok) {
    const flash = flashCookie({ tone: "ok", key: "reopen.done_flash" }, ctx.publicUrl);
    return redirect(`/cases/${form.value.caseId}/bids`, { headers: { "set-cookie": flash } });
  }
  switch (opened.error.kind) {
    case "case-not-found":
      throw notFound();
    case "wrong-status":
    case "not-lawful":
      return data(refusedAt("form", "tender.refusal.wrong-status", form.values), 409);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function Reopen() {
  return <ReopenPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
