import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hoursAfter, signWithinHours } from "#app/domain/tenders/round.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { LotAwardPage } from "#app/ui/lots/lot-award-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { AwardLot, awardLot } from "#app/use-cases/lots/award-lot.server.ts";
import { compareLotBids } from "#app/use-cases/lots/compare-lot-bids.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "award.make");
  const view = await compareLotBids(ctx, args.params.lotId ?? "");
  const bid = view?.bids.find(({ id }) => id === args.params.bidId);
  if (!view || !bid) throw notFound();
  const { heading, mayAward, award } = view;
  return {
    heading,
    bid,
    signBy: hoursAfter(ctx.now, signWithinHours),
    mayAward,
    awarded: award !== null,
    title: pageTitle(ctx, "award.title", { case: heading.code, firm: bid.firm.name }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "award.make");
  const { lotId, bidId } = args.params;
  const form = await parseForm(args.request, AwardLot, { caseId: lotId, bidId });
  if (!form.ok) throw notFound();
  const made = await awardLot(ctx, form.value);
  if (made.ok) {
    return goTo(ctx, `/lots/${lotId}/engagement`, { flash: { tone: "ok", key: "award.done_flash" } });
  }
  const { error } = made;
  const findings = error.kind === "not-capable" ? error.decision.findings : [];
  const refused = (key: string) => data({ ...refusedAt("form", key, form.values), findings }, 409);
  switch (error.kind) {
    case "lot-not-found":
      throw notFound();
    case "already-awarded":
    case "round-not-decided":
    case "bid-not-found":
      return refused(`tender.refusal.${error.kind}`);
    case "not-capable":
    case "conflict":
      return refused(`tender.refusal.winner-${error.kind}`);
  }
}

export default function LotAwardRoute() {
  return <LotAwardPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
