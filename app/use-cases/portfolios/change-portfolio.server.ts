import { z } from "zod";
import type { Result } from "#app/domain/result.ts";
import { err, ok } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import {
  LeaveOutLot,
  leaveOutLot,
  MergeLots,
  mergeLots,
  SplitPortfolio,
  type SplitRefusal,
  splitPortfolio,
} from "./split-portfolio.server.ts";
import { SubmitPortfolio, type SubmitRefusal, submitPortfolio } from "./submit-portfolio.server.ts";

/** What a creditor does to a portfolio on its page, by the button that was pressed. */
export const ChangePortfolio = z.discriminatedUnion("intent", [
  SplitPortfolio.extend({ intent: z.literal("split") }),
  MergeLots.extend({ intent: z.literal("merge") }),
  LeaveOutLot.omit({ lotId: true }).extend({
    intent: z.literal("leave_out"),
    lotIds: z.array(z.uuid(), "error.choose").min(1, "error.choose"),
  }),
  SubmitPortfolio.extend({ intent: z.literal("submit") }),
]);

export async function changePortfolio(
  ctx: Ctx,
  change: z.infer<typeof ChangePortfolio>,
): Promise<Result<null, SplitRefusal | SubmitRefusal>> {
  switch (change.intent) {
    case "split": {
      const split = await splitPortfolio(ctx, change);
      return split.ok ? ok(null) : split;
    }
    case "merge":
      return mergeLots(ctx, change);
    case "submit":
      return submitPortfolio(ctx, change);
    case "leave_out":
      for (const lotId of change.lotIds) {
        const left = await leaveOutLot(ctx, { portfolioId: change.portfolioId, lotId });
        if (!left.ok) return err(left.error);
      }
      return ok(null);
  }
}
