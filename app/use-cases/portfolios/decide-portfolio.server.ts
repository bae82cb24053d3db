import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { portfolioMoves } from "#app/domain/portfolios/portfolio.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { scopeOf } from "#app/domain/tenders/scope.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openLotRound } from "#app/use-cases/open-lot-round.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lotsOf, updateLot } from "#db/queries/lots.ts";
import { lockPortfolio, updatePortfolio } from "#db/queries/portfolios.ts";
import { transact } from "#db/transact.ts";

export const DecidePortfolio = z
  .object({
    portfolioId: z.uuid(),
    verdict: z.enum(["approve", "return", "refuse"], "error.choose"),
    note: z.string().trim().max(2_000, "error.too_long").optional(),
  })
  .refine(({ verdict, note }) => verdict === "approve" || (note ?? "").length >= 10, {
    path: ["note"],
    message: "error.description_short",
  });

export type DecideRefusal = { kind: "portfolio-not-found" } | { kind: "not-waiting" };

/**
 * The one review of a portfolio. Approved, every lot of it goes on the market at once; the reviewer vouches, as for a single case,
 * that the debts are lawful as far as the file shows.
 */
export function decidePortfolio(
  ctx: Ctx,
  { portfolioId, verdict, note }: z.infer<typeof DecidePortfolio>,
): Promise<Result<null, DecideRefusal>> {
  return transact<null, DecideRefusal>(ctx, async (tx) => {
    const portfolio = await lockPortfolio(tx, ctx.actor, portfolioId);
    if (!portfolio || !may(ctx.actor, "portfolio.review", "none"))
      return err({ kind: "portfolio-not-found" });
    const status = portfolioMoves[portfolio.status][verdict];
    if (!status || !portfolio.offer) return err({ kind: "not-waiting" });
    await updatePortfolio(tx, portfolioId, { status, reviewNote: note ?? null, updatedAt: ctx.now });
    await insertAudit(tx, ctx, {
      operation: `portfolio.${status}`,
      subjectKind: "portfolio",
      subjectId: portfolioId,
    });
    if (verdict !== "approve") return ok(null);
    const { goal, windowHours } = portfolio.offer;
    for (const lot of await lotsOf(tx, portfolioId)) {
      if (lot.status !== "submitted") continue;
      await updateLot(tx, lot.caseId, { status: "approved" });
      const terms = { hours: windowHours, scope: scopeOf[goal], goal };
      await openLotRound(tx, ctx, { ...lot, status: "approved" }, { portfolio, terms });
    }
    return ok(null);
  });
}
