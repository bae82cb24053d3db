import { may } from "#app/domain/accounts/access.ts";
import { periodNoticeDays } from "#app/domain/engagements/period.ts";
import { recordTypes, stepTypes } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { tellOfPeriod, watchMandate } from "#app/use-cases/engagements/look-after.server.ts";
import { hasLawfulStep } from "#app/use-cases/lawful-step.server.ts";
import type { Tx } from "#db/client.ts";
import { type EngagementRow, mandateOf } from "#db/queries/engagements.ts";
import { casesInHand, lastActIn, lotMandatesDue } from "#db/queries/lot-mandates.ts";
import { type LotRow, lockLot } from "#db/queries/lots.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";

const BATCH = 20;
const DAY_MS = 86_400_000;

/** Cases of a lot that are asked whether the law leaves its collector something to do. */
const SAMPLE = 25;

/**
 * Looks after the mandates of lots as `keepMandates` does after those of cases: whether the collector acts on any of its cases while the
 * law lets it, and whether the period runs out. Answers how many it settled.
 */
export async function keepLotMandates(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "timer.fire", "none")) return err({ kind: "not-allowed" });
  const endingBefore = new Date(ctx.now.getTime() + periodNoticeDays * DAY_MS);
  let settled = 0;
  for (const { caseId, id } of await lotMandatesDue(ctx.db, { now: ctx.now, endingBefore, limit: BATCH })) {
    const done = await transact<number, never>(ctx, async (tx) => {
      const lot = await lockLot(tx, ctx.actor, caseId);
      const row = lot && (await mandateOf(tx, caseId));
      if (lot?.status !== "engaged" || row?.id !== id) return ok(0);
      if (row.watchAt && row.watchAt <= ctx.now) await watch(tx, ctx, lot, row);
      if (row.periodEndsAt && row.periodEndsAt <= endingBefore && !row.periodToldAt)
        await tellOfPeriod(tx, ctx, engagedOn(lot), row);
      return ok(1);
    });
    settled += done.ok ? done.value : 0;
  }
  return ok(settled);
}

const engagedOn = (lot: LotRow) => ({ ...lot, at: `/lots/${lot.caseId}` });

async function watch(tx: Tx, ctx: Ctx, lot: LotRow, row: EngagementRow): Promise<void> {
  const acts = { orgId: lot.collectorOrgId ?? "", types: [...stepTypes, ...recordTypes] };
  await watchMandate(tx, ctx, engagedOn(lot), {
    row,
    lastActAt: await lastActIn(tx, lot, acts),
    mayAct: () => mayAct(tx, ctx, lot),
  });
}

/** Silence counts only while the law left something to do on one of the lot's cases. */
async function mayAct(tx: Tx, ctx: Ctx, lot: LotRow): Promise<boolean> {
  for (const kase of await casesInHand(tx, lot, SAMPLE)) {
    if (await hasLawfulStep(tx, ctx, kase, await eventsOf(tx, kase.caseId))) return true;
  }
  return false;
}
