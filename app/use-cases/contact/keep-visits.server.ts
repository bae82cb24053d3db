import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import { lockAddress } from "#db/queries/contact.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { planOf, plansToLookAt, updatePlan, type VisitPlan } from "#db/queries/visits.ts";
import { transact } from "#db/transact.ts";
import { type Stop, stopOf } from "./visit-now.server.ts";

const batch = 20;
/** Licences lapse and law books change without an entry in the log. */
const pauseMs = 60 * 60_000;

/** Asks the law anew about planned visits whose log has grown, or that nobody asked about for an hour; what it refuses now is stopped, and its planner told. */
export async function keepVisits(
  ctx: Ctx,
  { limit = batch }: { limit?: number } = {},
): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "contact.send", "none")) return err({ kind: "not-allowed" });
  const due = await plansToLookAt(ctx.db, ctx.now, limit);
  for (const at of due) await lookAt(ctx, at);
  return ok(due.length);
}

function lookAt(ctx: Ctx, at: { caseId: string; id: string }): Promise<unknown> {
  return transact<null, never>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, at.caseId);
    const plan = kase && (await planOf(tx, at));
    if (kase && plan?.status === "planned" && plan.lookAt) await decideAgain(tx, ctx, kase, plan);
    return ok(null);
  });
}

/** For its own moment, or on its day for this one; afterwards only whoever was there can say what came of it. */
async function decideAgain(tx: Tx, ctx: Ctx, kase: CaseRow, plan: VisitPlan): Promise<void> {
  const zone = await zoneOf(tx, kase.caseId);
  const seenSeq = (await eventsOf(tx, kase.caseId)).at(-1)?.seq ?? plan.seenSeq;
  if (dateIn(zone, ctx.now) > dateIn(zone, plan.startsAt))
    return updatePlan(tx, plan, { lookAt: null, seenSeq });
  await lockAddress(tx, plan.addressKey);
  const at = plan.startsAt > ctx.now ? plan.startsAt : ctx.now;
  const stop = await stopOf(tx, ctx, kase, { plan, at });
  if (stop) return stopPlan(tx, ctx, kase, { plan, stop, seenSeq });
  await updatePlan(tx, plan, { lookAt: new Date(ctx.now.getTime() + pauseMs), seenSeq });
}

async function stopPlan(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { plan, stop, seenSeq }: { plan: VisitPlan; stop: Stop; seenSeq: number },
): Promise<void> {
  const { why, findings } = stop;
  const isOver = why === "mandate-ended";
  await updatePlan(tx, plan, {
    ...{ status: isOver ? "withdrawn" : "stopped", stoppedWhy: why, findings: findings ?? null },
    ...{ lookAt: null, seenSeq, settledAt: ctx.now },
  });
  if (isOver) return;
  await notify(tx, ctx, {
    userIds: [...new Set([plan.plannedBy, plan.goes])],
    kind: "visit_stopped",
    values: { case: kase.code, plannedAt: plan.startsAt.toISOString() },
    href: `/cases/${kase.caseId}/visit/${plan.id}`,
  });
}
