import type { LoaderFunctionArgs } from "@remix-run/node";
import { isClaimCurrency } from "#app/domain/cases/amount.ts";
import { typedLotTerms } from "#app/domain/portfolios/lot-terms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readLotRound } from "#app/use-cases/lots/read-lot-round.server.ts";
import { notFound } from "./guard.ts";
import { pageTitle } from "./page-title.server.ts";

/** What the bid form of a lot needs, on its own page and on the page that works its rates through. */
export async function lotBidPage(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const view = await readLotRound(ctx, params.lotId ?? "");
  if (!view) throw notFound();
  const { facts, place, round, own, check, decision } = view;
  const { currency } = facts;
  if (!isClaimCurrency(currency)) throw new Error(`Lot ${facts.code} is in a currency no claim can be in`);
  return {
    title: pageTitle(ctx, "bid.title", { case: facts.code }),
    facts: { ...facts, currency },
    place,
    closesAt: round.closesAt,
    open: round.open && decision.allowed,
    revising: own?.state === "sealed",
    values: own ? typedLotTerms(own.terms, currency) : {},
    check,
  };
}
