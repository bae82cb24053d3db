import { may } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { findLot, lotRelation } from "#db/queries/lots.ts";
import { findPortfolio } from "#db/queries/portfolios.ts";
import { questionsIn } from "#db/queries/round-questions.ts";
import { lapsedFirm } from "./lapsed-firm.server.ts";
import { lotFacts } from "./lot-facts.server.ts";
import { lotHeadingOf } from "./lot-heading.server.ts";
import { lotRoundStanding } from "./lot-round-standing.server.ts";

/** A lot as its creditor sees it; null when it is not theirs. */
export async function readLot(ctx: Ctx, lotId: string) {
  const lot = await findLot(ctx.db, ctx.actor, lotId);
  if (!lot || lotRelation(ctx.actor, lot) !== "creditor" || !may(ctx.actor, "lot.read", "creditor"))
    return null;
  const portfolio = await findPortfolio(ctx.db, ctx.actor, lot.portfolioId);
  if (!portfolio) throw new Error(`Lot ${lotId} has no portfolio`);
  const { tender, ...standing } = await lotRoundStanding(ctx, lot);
  const asked = tender ? await questionsIn(ctx.db, { caseId: lotId, tenderId: tender.id }) : [];
  return {
    heading: lotHeadingOf(lot, ctx),
    facts: await lotFacts(ctx, lot),
    lapsed: await lapsedFirm(ctx, lot),
    portfolio: { code: portfolio.code, fileName: portfolio.fileName, status: portfolio.status },
    ...standing,
    questions: { asked: asked.length, waiting: asked.filter(({ answer }) => answer === null).length },
  };
}

/** A lot as the collector sees it that it was awarded to; null to everybody else. */
export async function readHeldLot(ctx: Ctx, lotId: string) {
  const lot = await findLot(ctx.db, ctx.actor, lotId);
  if (!lot || lotRelation(ctx.actor, lot) !== "collector" || !may(ctx.actor, "lot.read", "collector"))
    return null;
  const award = await awardInForce(ctx.db, lotId);
  if (award?.collectorOrgId !== ctx.actor.orgId) return null;
  return {
    heading: lotHeadingOf(lot, ctx),
    facts: await lotFacts(ctx, lot),
    lapsed: await lapsedFirm(ctx, lot),
    signBy: award.signBy,
  };
}
