import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hoursAfter, signWithinHours } from "#app/domain/tenders/round.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { TakePricePage } from "#app/ui/tenders/take-price-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { matchingPrices } from "#app/use-cases/tenders/matching-prices.server.ts";
import { TakePrice, takePrice } from "#app/use-cases/tenders/take-price.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "award.make");
  const view = await matchingPrices(ctx, args.params.caseId ?? "");
  const price = view?.prices.find(({ id }) => id === args.params.priceId);
  if (!view || !price) throw notFound();
  const { heading, place, mayTake } = view;
  const signBy = hoursAfter(ctx.now, signWithinHours);
  const title = pageTitle(ctx, "take.act", { firm: price.firm.name });
  return { heading, zone: place.zone, price, signBy, mayTake, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "award.make");
  const { caseId, priceId } = args.params;
  const form = await parseForm(args.request, TakePrice, { caseId, priceId });
  if (!form.ok) throw notFound();

  const taken = await takePrice(ctx, form.value);
  if (taken.ok) {
    const flash = { tone: "ok", key: "take.done_flash" } as const;
    return goTo(ctx, `/cases/${form.value.caseId}/engagement`, { flash });
  }
  const { error } = taken;
  const refused = (key: string) =>
    data(
      { ...refusedAt("form", key), findings: error.kind === "not-capable" ? error.decision.findings : [] },
      409,
    );
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "already-awarded":
      return refused("tender.refusal.already-awarded");
    case "not-open":
      return refused("take.not_now");
    case "not-capable":
    case "conflict":
      return refused(`tender.refusal.winner-${error.kind}`);
    case "not-simple":
    case "over-cap":
    case "price-not-matching":
    case "price-gone":
    case "price-full":
    case "taken-before":
      return refused(`take.refusal.${error.kind}`);
  }
}

export default function Take() {
  return <TakePricePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
