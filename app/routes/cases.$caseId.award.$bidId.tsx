import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hoursAfter, signWithinHours } from "#app/domain/tenders/round.ts";
import { flashCookie } from "#app/http/flash.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { translator } from "#app/messages/catalogue.ts";
import { AwardPage } from "#app/ui/tenders/award-page.tsx";
import { Award, award } from "#app/use-cases/tenders/award.server.ts";
import { compareBids } from "#app/use-cases/tenders/compare-bids.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "award.make");
  const view = await compareBids(ctx, args.params.caseId ?? "");
  const bid = view?.bids.find(({ id }) => id === args.params.bidId);
  if (!view || !bid) throw notFound();
  const { heading, place, award: made, mayAward } = view;
  return {
    heading,
    zone: place.zone,
    bid,
    signBy: hoursAfter(ctx.now, signWithinHours),
    mayAward,
    awarded: made !== null,
    title: translator(ctx.locale)("award.title", { case: heading.code, firm: bid.firm.name }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "award.make");
  const { caseId, bidId } = args.params;
  const form = await parseForm(args.request, Award, { caseId, bidId });
  if (!form.ok) throw notFound();

  const made = await award(ctx, form.value);
  if (made.ok) {
    const flash = flashCookie({ tone: "ok", key: "award.done_flash" }, ctx.publicUrl);
    return redirect(`/cases/${form.value.caseId}/engagement`, { headers: { "set-cookie": flash } });
  }
  const { error } = made;
  const refused = (key: string, status: number) =>
    data(
      { ...refusedAt("form", key), findings: error.kind === "not-capable" ? error.decision.findings : [] },
      status,
    );
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "already-awarded":
    case "round-not-decided":
    case "bid-not-found":
      return refused(`tender.refusal.${error.kind}`, 409);
    case "not-capable":
    case "conflict":
      return refused(`tender.refusal.winner-${error.kind}`, 409);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function AwardRoute() {
  return <AwardPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
