import { may } from "#app/domain/accounts/access.ts";
import { claimsIn, principalOf } from "#app/domain/portfolios/bands.ts";
import { portfolioMoves } from "#app/domain/portfolios/portfolio.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { lotsOf } from "#db/queries/lots.ts";
import {
  findPortfolio,
  groupsOf,
  listPortfolios,
  type PortfolioRow,
  portfolioRelation,
} from "#db/queries/portfolios.ts";

const shown = 100;

const summaryOf = ({ id, code, fileName, status, counts, createdAt }: PortfolioRow) => ({
  id,
  code,
  fileName,
  status,
  counts,
  createdAt,
});

/** The creditor's own portfolios, the newest first. */
export async function ownPortfolios(ctx: Ctx) {
  if (!may(ctx.actor, "portfolio.import", "none")) return [];
  return (await listPortfolios(ctx.db, ctx.actor, { limit: shown })).map(summaryOf);
}

/** What waits for the one review of a portfolio. */
export async function portfolioQueue(ctx: Ctx) {
  if (!may(ctx.actor, "portfolio.review", "none")) return [];
  const rows = await listPortfolios(ctx.db, ctx.actor, { status: "submitted", limit: shown });
  return rows.map(summaryOf);
}

/** A portfolio with its totals and lots, nobody's name in it; null when it is not the actor's. */
export async function readPortfolio(ctx: Ctx, portfolioId: string) {
  const row = await findPortfolio(ctx.db, ctx.actor, portfolioId);
  if (!row || !may(ctx.actor, "portfolio.read", portfolioRelation(ctx.actor, row))) return null;
  const [groups, lots] = await Promise.all([groupsOf(ctx.db, row.id), lotsOf(ctx.db, row.id)]);
  const named = (code: string) => localPlace(code, ctx).name;
  return {
    ...summaryOf(row),
    reviewNote: row.reviewNote,
    offer: row.offer,
    editable: portfolioMoves[row.status].submit !== undefined,
    waiting: row.status === "submitted",
    groups: groups.map(
      ({ groupNo, region, currency, debtorKind, claimKind, standing, claims, principal }) => ({
        groupNo,
        region: named(region),
        currency,
        debtorKind,
        claimKind,
        standing,
        claims,
        principal,
      }),
    ),
    lots: lots.map(({ caseId, code, regions, currency, debtorKind, claimKind, status, spread }) => ({
      caseId,
      code,
      region: regions.map(named).join(", "),
      currency,
      debtorKind,
      claimKind,
      status,
      claims: claimsIn(spread),
      principal: principalOf(spread),
    })),
  };
}
