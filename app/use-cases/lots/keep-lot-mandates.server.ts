import { may } from "#app/domain/accounts/access.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { keepingOf, periodNoticeDays, silenceDays } from "#app/domain/engagements/period.ts";
import { recordTypes, stepTypes } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { hasLawfulStep } from "#app/use-cases/lawful-step.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { type EngagementRow, mandateOf, updateEngagement } from "#db/queries/engagements.ts";
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
        await tellOfPeriod(tx, ctx, lot, row.periodEndsAt, row);
      return ok(1);
    });
    settled += done.ok ? done.value : 0;
  }
  return ok(settled);
}

async function watch(tx: Tx, ctx: Ctx, lot: LotRow, row: EngagementRow): Promise<void> {
  const { terms }: EngagementContents = JSON.parse(row.contents);
  const engagedAt = row.engagedAt ?? ctx.now;
  const acts = { orgId: lot.collectorOrgId ?? "", types: [...stepTypes, ...recordTypes] };
  const lastActAt = await lastActIn(tx, lot, acts);
  const keeping = keepingOf({ engagedAt, firstActDays: terms.firstActDays, lastActAt }, ctx.now);
  if (keeping.state === "acting") {
    await updateEngagement(tx, row, { watchAt: keeping.lookAgainAt, alarmedAt: null });
    return;
  }
  const soon = new Date(ctx.now.getTime() + (silenceDays / 2) * DAY_MS);
  if (row.alarmedAt || !(await mayAct(tx, ctx, lot))) {
    await updateEngagement(tx, row, { watchAt: soon });
    return;
  }
  await updateEngagement(tx, row, { watchAt: soon, alarmedAt: ctx.now });
  const values = { case: lot.code, sinceAt: (lastActAt ?? engagedAt).toISOString() };
  for (const toOrgId of parties(lot))
    await notify(tx, ctx, { kind: "mandate_quiet", values, toOrgId, href: pageOf(lot) });
}

/** Silence counts only while the law left something to do on one of the lot's cases. */
async function mayAct(tx: Tx, ctx: Ctx, lot: LotRow): Promise<boolean> {
  for (const kase of await casesInHand(tx, lot, SAMPLE)) {
    if (await hasLawfulStep(tx, ctx, kase, await eventsOf(tx, kase.caseId))) return true;
  }
  return false;
}

async function tellOfPeriod(tx: Tx, ctx: Ctx, lot: LotRow, endsAt: Date, row: EngagementRow): Promise<void> {
  await updateEngagement(tx, row, { periodToldAt: ctx.now });
  const values = { case: lot.code, endsOn: endsAt.toISOString().slice(0, 10) };
  for (const toOrgId of parties(lot))
    await notify(tx, ctx, { kind: "mandate_period", values, toOrgId, href: pageOf(lot) });
}

const parties = ({ creditorOrgId, collectorOrgId }: LotRow) => [creditorOrgId, collectorOrgId ?? ""];
const pageOf = ({ caseId }: LotRow) => `/lots/${caseId}/engagement`;
