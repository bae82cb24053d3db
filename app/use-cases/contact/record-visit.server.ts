import { may } from "#app/domain/accounts/access.ts";
import { decideStay } from "#app/domain/contact/visit.ts";
import type { RecordVisit } from "#app/domain/contact/visit-forms.ts";
import { mayMove } from "#app/domain/contact/visit-moves.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { lockAddress } from "#db/queries/contact.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { lookSoon, planOf, updatePlan, type VisitPlan } from "#db/queries/visits.ts";
import { transact } from "#db/transact.ts";
import { asRecorded, recordSpoken, type SpokenRecorded, unfitIn } from "./record-spoken.server.ts";
import { plannedScene } from "./visit-now.server.ts";

export type VisitRefusal =
  | { kind: "case-not-found" }
  | { kind: "plan-not-found" }
  | { kind: "not-engaged" }
  /** Withdrawn, or told before with something else. */
  | { kind: "plan-over" }
  /** A reason of the gate's own: a word `visit.why.*`. */
  | { kind: "stopped"; why: string }
  | { kind: "no-such-time" }
  | { kind: "in-the-future" }
  | { kind: "before-plan" }
  | { kind: "ends-before" }
  /** The note holds words that may not reach a debtor; nothing is kept. */
  | { kind: "note-unfit"; findings: Finding[] }
  | TooMany;

/**
 * Records a visit that took place, at the moment that is told, which lies on the day of its plan. The law is asked about its first moment and its last, with
 * the hours and caps over every collector. What it refuses is kept as a blocked attempt with its reasons.
 */
export function recordVisit(ctx: Ctx, input: RecordVisit): Promise<Result<SpokenRecorded, VisitRefusal>> {
  return transact<SpokenRecorded, VisitRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const { orgId, userId } = ctx.actor;
    if (!kase || !userId || !orgId || !may(ctx.actor, "step.record", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (kase.status !== "engaged" || kase.collectorOrgId !== orgId) return err({ kind: "not-engaged" });
    const plan = await planOf(tx, { caseId: kase.caseId, id: input.planId });
    if (!plan || plan.orgId !== orgId) return err({ kind: "plan-not-found" });
    const span = spanOf(input, { plan, zone: await zoneOf(tx, kase.caseId), now: ctx.now });
    if (!span.ok) return span;
    const isSame = plan.outcome === input.outcome && +(plan.startedAt ?? 0) === +span.value.startedAt;
    if (plan.status === "done" && isSame) return ok({ recorded: true });
    if (!mayMove(plan.status, "done")) return err({ kind: "plan-over" });
    await lockAddress(tx, plan.addressKey);
    return settle(tx, ctx, kase, { plan, input, userId, ...span.value });
  });
}

type Settling = Span & { plan: VisitPlan; input: RecordVisit; userId: string };

async function settle(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { plan, input, userId, startedAt, endedAt }: Settling,
): Promise<Result<SpokenRecorded, VisitRefusal>> {
  const { outcome, said, recording, note } = input;
  const told = { outcome, said, recording, endedAt };
  const found = await plannedScene(tx, ctx, kase, { plan, at: startedAt, told });
  if (!found.ok) return err({ kind: "stopped", why: found.error.why });
  const { court, act, judged, elsewhere, zone } = found.value;
  const unfit = note ? unfitIn({ court, act }, note) : [];
  if (unfit.length > 0) return err({ kind: "note-unfit", findings: unfit });
  const decision = decideStay(court, judged, { elsewhere, zone, endedAt });
  const kept = await recordSpoken(tx, ctx, kase, { act, decision, note });
  if (!kept.ok) return kept;
  if (kept.value.event) {
    const { seq } = kept.value.event;
    await updatePlan(tx, plan, {
      ...{ status: "done", lookAt: null, outcome, startedAt, endedAt, eventSeq: seq },
      ...{ settledBy: userId, settledAt: ctx.now },
    });
    await lookSoon(tx, { addressKey: plan.addressKey, besides: plan.id, at: ctx.now });
  }
  return ok(asRecorded(kept.value));
}

type Span = { startedAt: Date; endedAt: Date };
const minuteMs = 60_000;

/** From when to when, at the debtor's place, on the day that was planned: another day needs another plan. */
function spanOf(
  { from, to }: RecordVisit,
  { plan, zone, now }: { plan: VisitPlan; zone: string; now: Date },
): Result<Span, VisitRefusal> {
  const on = dateIn(zone, plan.startsAt);
  const startedAt = instantAt(zone, on, from);
  const endedAt = instantAt(zone, on, to);
  if (!startedAt || !endedAt) return err({ kind: "no-such-time" });
  if (endedAt < startedAt) return err({ kind: "ends-before" });
  if (endedAt > now) return err({ kind: "in-the-future" });
  if (startedAt.getTime() <= plan.plannedAt.getTime() - minuteMs) return err({ kind: "before-plan" });
  return ok({ startedAt, endedAt });
}
