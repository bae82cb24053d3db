import { may } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { findLot, lotRelation } from "#db/queries/lots.ts";
import { findPortfolio } from "#db/queries/portfolios.ts";
import { lotFacts } from "./lot-facts.server.ts";

/** A lot as its creditor sees it; null when it is not theirs. */
export async function readLot(ctx: Ctx, lotId: string) {
  const lot = await findLot(ctx.db, ctx.actor, lotId);
  if (!lot || lotRelation(ctx.actor, lot) !== "creditor" || !may(ctx.actor, "lot.read", "creditor"))
    return null;
  const portfolio = await findPortfolio(ctx.db, ctx.actor, lot.portfolioId);
  if (!portfolio) throw new Error(`Lot ${lotId} has no portfolio`);
  return {
    facts: await lotFacts(ctx, lot),
    status: lot.status,
    zone: localPlace(lot.regions[0] ?? lot.jurisdiction, ctx).zone,
    portfolio: { id: portfolio.id, code: portfolio.code, fileName: portfolio.fileName },
  };
}
