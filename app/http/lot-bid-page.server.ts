import type { LoaderFunctionArgs } from "@remix-run/node";
import { type ClaimCurrency, isClaimCurrency } from "#app/domain/cases/amount.ts";
import { typedLotTerms } from "#app/domain/portfolios/lot-terms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readLotBands, readLotBid } from "#app/use-cases/lots/read-lot-round.server.ts";
import { notFound } from "./guard.ts";
import { pageTitle } from "./page-title.server.ts";

type Params = LoaderFunctionArgs["params"];

/** What the bid form of a lot needs, on its own page and on the page that works its rates through. */
export async function lotBidPage(ctx: Ctx, params: Params) {
  const view = await readLotBid(ctx, params.lotId ?? "");
  if (!view) throw notFound();
  const { place, round, own, check, decision } = view;
  const facts = inCurrency(view.facts);
  return {
    title: pageTitle(ctx, "bid.title", { case: facts.code }),
    facts,
    place,
    closesAt: round.closesAt,
    open: round.open && decision.allowed,
    revising: own?.state === "sealed",
    values: own ? typedLotTerms(own.terms, facts.currency) : {},
    check,
  };
}

/** By what the typed rates of a bid on a lot are read. */
export async function lotBands(ctx: Ctx, params: Params) {
  const bands = await readLotBands(ctx, params.lotId ?? "");
  if (!bands) throw notFound();
  return inCurrency(bands);
}

function inCurrency<F extends { code: string; currency: string }>(facts: F): F & { currency: ClaimCurrency } {
  const { currency } = facts;
  if (!isClaimCurrency(currency)) throw new Error(`Lot ${facts.code} is in a currency no claim can be in`);
  return { ...facts, currency };
}
