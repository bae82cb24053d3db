import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { goals, roundHours } from "#app/domain/cases/answers.ts";
import { portfolioMoves } from "#app/domain/portfolios/portfolio.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lotsOf } from "#db/queries/lots.ts";
import { lockPortfolio, portfolioRelation, updatePortfolio } from "#db/queries/portfolios.ts";
import { transact } from "#db/transact.ts";

export const SubmitPortfolio = z.object({
  portfolioId: z.uuid(),
  goal: z.enum(goals, "error.choose"),
  windowHours: z.coerce
    .number("error.choose")
    .refine((hours) => roundHours.some((each) => each === hours), "error.choose"),
});

export type SubmitRefusal = { kind: "portfolio-not-found" } | { kind: "not-editable" } | { kind: "no-lots" };

/** Sends a portfolio's lots in for their one review, with what they are to be tendered for. */
export function submitPortfolio(
  ctx: Ctx,
  { portfolioId, ...offer }: z.infer<typeof SubmitPortfolio>,
): Promise<Result<null, SubmitRefusal>> {
  return transact<null, SubmitRefusal>(ctx, async (tx) => {
    const portfolio = await lockPortfolio(tx, ctx.actor, portfolioId);
    if (!portfolio || !may(ctx.actor, "portfolio.edit", portfolioRelation(ctx.actor, portfolio)))
      return err({ kind: "portfolio-not-found" });
    const status = portfolioMoves[portfolio.status].submit;
    if (!status) return err({ kind: "not-editable" });
    if ((await lotsOf(tx, portfolioId)).length === 0) return err({ kind: "no-lots" });
    await updatePortfolio(tx, portfolioId, { status, offer, reviewNote: null, updatedAt: ctx.now });
    return ok(null);
  });
}
