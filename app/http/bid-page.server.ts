import type { LoaderFunctionArgs } from "@remix-run/node";
import { isClaimCurrency } from "#app/domain/cases/amount.ts";
import { type FeeModel, feeModels, typedTerms } from "#app/domain/tenders/terms.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readRound } from "#app/use-cases/tenders/read-round.server.ts";
import { notFound } from "./guard.ts";

/** What the bid form needs, on its own page and on the page that works a fee through. */
export async function bidPage(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const view = await readRound(ctx, params.caseId ?? "");
  if (!view) throw notFound();
  const { brief, place, round, own, check, decision } = view;
  if (!isClaimCurrency(brief.currency))
    throw new Error(`Case ${brief.code} is in a currency no claim can be in`);
  return {
    title: translator(ctx.locale)("bid.title", { case: brief.code }),
    brief,
    place,
    currency: brief.currency,
    closesAt: round.closesAt,
    open: round.open && decision.allowed,
    feeModels: feeModels.filter((model): model is FeeModel => round.feeModels.includes(model)),
    scope: round.scope,
    revising: own?.state === "sealed",
    values: own ? typedTerms(own.terms, brief.currency) : {},
    check,
  };
}
