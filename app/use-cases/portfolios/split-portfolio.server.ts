import { randomBytes } from "node:crypto";
import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { caseCodeBytes, caseCodeFrom } from "#app/domain/cases/case-code.ts";
import { newId } from "#app/domain/ids.ts";
import { type LotPlan, mayMerge, planLots } from "#app/domain/portfolios/lot-plan.ts";
import { portfolioMoves } from "#app/domain/portfolios/portfolio.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { countSpread } from "#app/use-cases/count-spread.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import {
  assignGroups,
  clearLots,
  insertLot,
  type LotRow,
  lotsOf,
  removeLot,
  updateLot,
} from "#db/queries/lots.ts";
import { groupsOf, lockPortfolio, type PortfolioRow, portfolioRelation } from "#db/queries/portfolios.ts";
import { transact } from "#db/transact.ts";

export const SplitPortfolio = z.object({ portfolioId: z.uuid(), withBarred: z.enum(["yes"]).optional() });
export const MergeLots = z.object({
  portfolioId: z.uuid(),
  lotIds: z.array(z.uuid(), "error.choose").min(2, "error.choose"),
});
export const LeaveOutLot = z.object({ portfolioId: z.uuid(), lotId: z.uuid() });

export type SplitRefusal =
  | { kind: "portfolio-not-found" }
  | { kind: "not-editable" }
  | { kind: "lots-differ" }
  | { kind: "lot-not-found" };

/** Makes the lots of a portfolio anew: one a region, currency, kind of debtor and of claim. What was merged before is split again. */
export function splitPortfolio(
  ctx: Ctx,
  { portfolioId, withBarred }: z.infer<typeof SplitPortfolio>,
): Promise<Result<{ lots: number }, SplitRefusal>> {
  return transact<{ lots: number }, SplitRefusal>(ctx, async (tx) => {
    const held = await lockEditable(tx, ctx, portfolioId);
    if (!held.ok) return held;
    await clearLots(tx, portfolioId);
    const plans = planLots(await groupsOf(tx, portfolioId), { withBarred: withBarred === "yes" });
    for (const plan of plans) {
      const lot = await lotFrom(tx, ctx, held.value, plan, withBarred === "yes");
      await insertLot(tx, lot, plan.groupNos);
    }
    return ok({ lots: plans.length });
  });
}

/** Makes one lot of several that one mandate can hold. */
export function mergeLots(
  ctx: Ctx,
  { portfolioId, lotIds }: z.infer<typeof MergeLots>,
): Promise<Result<null, SplitRefusal>> {
  return transact<null, SplitRefusal>(ctx, async (tx) => {
    const held = await lockEditable(tx, ctx, portfolioId);
    if (!held.ok) return held;
    const [first, ...others] = (await lotsOf(tx, portfolioId)).filter(({ caseId }) =>
      lotIds.includes(caseId),
    );
    if (!first || others.length === 0) return err({ kind: "lot-not-found" });
    if (!others.every((other) => mayMerge(first, other))) return err({ kind: "lots-differ" });
    const groups = await groupsOf(tx, portfolioId);
    const groupNos = groups
      .filter(({ lotId }) => lotId && lotIds.includes(lotId))
      .map(({ groupNo }) => groupNo);
    for (const other of others) await removeLot(tx, other);
    await assignGroups(tx, first, groupNos);
    const regions = [...new Set([first, ...others].flatMap((lot) => lot.regions))];
    await updateLot(tx, first.caseId, {
      regions,
      spread: await countSpread(tx, ctx, first, groupNos),
      updatedAt: ctx.now,
    });
    return ok(null);
  });
}

/** Leaves a lot's claims untendered; they stay in the portfolio. */
export function leaveOutLot(
  ctx: Ctx,
  { portfolioId, lotId }: z.infer<typeof LeaveOutLot>,
): Promise<Result<null, SplitRefusal>> {
  return transact<null, SplitRefusal>(ctx, async (tx) => {
    const held = await lockEditable(tx, ctx, portfolioId);
    if (!held.ok) return held;
    const lot = (await lotsOf(tx, portfolioId)).find(({ caseId }) => caseId === lotId);
    if (!lot) return err({ kind: "lot-not-found" });
    await removeLot(tx, lot);
    return ok(null);
  });
}

async function lockEditable(
  tx: Tx,
  ctx: Ctx,
  portfolioId: string,
): Promise<Result<PortfolioRow, SplitRefusal>> {
  const portfolio = await lockPortfolio(tx, ctx.actor, portfolioId);
  if (!portfolio || !may(ctx.actor, "portfolio.edit", portfolioRelation(ctx.actor, portfolio)))
    return err({ kind: "portfolio-not-found" });
  return portfolioMoves[portfolio.status].submit ? ok(portfolio) : err({ kind: "not-editable" });
}

async function lotFrom(
  tx: Tx,
  ctx: Ctx,
  portfolio: PortfolioRow,
  plan: LotPlan,
  withBarred: boolean,
): Promise<LotRow> {
  const { jurisdiction, currency, debtorKind, claimKind, regions, groupNos } = plan;
  return {
    caseId: newId(ctx.now),
    portfolioId: portfolio.id,
    code: caseCodeFrom(randomBytes(caseCodeBytes)).replace("R-", "L-"),
    creditorOrgId: portfolio.creditorOrgId,
    collectorOrgId: null,
    status: "submitted",
    jurisdiction,
    currency,
    debtorKind,
    claimKind,
    regions,
    withBarred,
    spread: await countSpread(tx, ctx, { portfolioId: portfolio.id, currency, regions }, groupNos),
    posted: 0,
    refused: 0,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    closedAt: null,
  };
}
