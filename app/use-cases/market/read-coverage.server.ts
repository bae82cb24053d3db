import { may } from "#app/domain/accounts/access.ts";
import { enoughBids } from "#app/domain/market/news.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import {
  coverageGaps,
  type DeclinesAt,
  declinesByPlace,
  type FirstBids,
  firstBids,
  type Gap,
  type ThinRound,
  thinRounds,
} from "#db/queries/coverage.ts";

const days = 30;

export type Coverage = { gaps: Gap[]; thin: ThinRound[]; declines: DeclinesAt[]; firstBids: FirstBids[] };

/** Where the market has work and no one for it, where rounds stay thin, why they are passed by, and how long first bids take. */
export async function readCoverage(ctx: Ctx): Promise<Coverage | null> {
  if (!may(ctx.actor, "market.review", "none")) return null;
  const today = ctx.now.toISOString().slice(0, 10);
  const since = new Date(ctx.now.getTime() - days * 86_400_000);
  return {
    gaps: await coverageGaps(ctx.db, { today, limit: 200 }),
    thin: await thinRounds(ctx.db, { now: ctx.now, fewerThan: enoughBids, limit: 50 }),
    declines: await declinesByPlace(ctx.db, { since, limit: 200 }),
    firstBids: await firstBids(ctx.db, since),
  };
}
