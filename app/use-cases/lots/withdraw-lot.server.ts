import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { withdrawnFrom } from "#app/domain/portfolios/lot-state.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { voidRound } from "#app/use-cases/void-round.server.ts";
import { letCasesGo } from "#db/queries/lot-carryovers.ts";
import { lockLot, lotRelation, updateLot } from "#db/queries/lots.ts";
import { transact } from "#db/transact.ts";

export const WithdrawLot = z.object({ caseId: z.uuid() });

export type WithdrawLotRefusal = { kind: "lot-not-found" } | { kind: "wrong-status" };

/** Takes a lot off the market before its mandate is signed. Sealed bids stay sealed for good; its claims stay in the portfolio. */
export function withdrawLot(
  ctx: Ctx,
  { caseId }: z.infer<typeof WithdrawLot>,
): Promise<Result<null, WithdrawLotRefusal>> {
  return transact<null, WithdrawLotRefusal>(ctx, async (tx) => {
    const lot = await lockLot(tx, ctx.actor, caseId);
    if (!lot || !may(ctx.actor, "case.withdraw", lotRelation(ctx.actor, lot)))
      return err({ kind: "lot-not-found" });
    const status = withdrawnFrom(lot.status);
    if (!status) return err({ kind: "wrong-status" });
    const affected = await voidRound(tx, ctx, { caseId });
    await letCasesGo(tx, lot, ctx.now);
    await updateLot(tx, caseId, { status, updatedAt: ctx.now, closedAt: ctx.now });
    for (const toOrgId of affected) {
      await notify(tx, ctx, { kind: "case_withdrawn", values: { case: lot.code }, toOrgId, href: "/bids" });
    }
    return ok(null);
  });
}
