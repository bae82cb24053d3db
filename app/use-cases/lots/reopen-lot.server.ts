import type { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openLotRound } from "#app/use-cases/open-lot-round.server.ts";
import { ReopenRound } from "#app/use-cases/tenders/reopen-round.server.ts";
import { lockLot, lotRelation } from "#db/queries/lots.ts";
import { findPortfolio } from "#db/queries/portfolios.ts";
import { transact } from "#db/transact.ts";

/** A lot takes shares and fees a claim; there is no other model to choose. */
export const ReopenLot = ReopenRound.omit({ feeModels: true });

export type ReopenLotRefusal = { kind: "lot-not-found" } | { kind: "wrong-status" };

/** Offers a lot anew after a round without a suitable bid. The bids of that round are declined. */
export function reopenLot(
  ctx: Ctx,
  { caseId, hours, scope }: z.infer<typeof ReopenLot>,
): Promise<Result<null, ReopenLotRefusal>> {
  return transact<null, ReopenLotRefusal>(ctx, async (tx) => {
    const lot = await lockLot(tx, ctx.actor, caseId);
    if (!lot || !may(ctx.actor, "round.open", lotRelation(ctx.actor, lot)))
      return err({ kind: "lot-not-found" });
    const portfolio = await findPortfolio(tx, ctx.actor, lot.portfolioId);
    if (lot.status !== "deciding" || !portfolio?.offer) return err({ kind: "wrong-status" });
    const opened = await openLotRound(tx, ctx, lot, {
      portfolio,
      terms: { hours, scope, goal: portfolio.offer.goal },
    });
    return opened.ok ? ok(null) : opened;
  });
}
