import { may } from "#app/domain/accounts/access.ts";
import { periodNoticeDays } from "#app/domain/engagements/period.ts";
import { recordTypes, stepTypes } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockEngaged } from "#app/use-cases/engaged.server.ts";
import { hasLawfulStep } from "#app/use-cases/lawful-step.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { decideAmendment, lockAmendment, unansweredAmendments } from "#db/queries/amendments.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import {
  type EngagementRow,
  mandateOf,
  mandatesToWatch,
  periodsRunningOut,
} from "#db/queries/engagements.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";
import { tellOfPeriod, watchMandate } from "./look-after.server.ts";

/** Mandates of each kind of work that one run looks at, each in a transaction of its own. */
const BATCH = 40;
const DAY_MS = 86_400_000;

/**
 * Looks after the mandates in force: whether their collectors act, whether their period runs out, whether an amendment was answered in
 * time. Answers how many it settled. Each is looked at with its case held, so that a step recorded at the same moment is seen or sees.
 */
export async function keepMandates(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "timer.fire", "none")) return err({ kind: "not-allowed" });
  const notice = new Date(ctx.now.getTime() + periodNoticeDays * DAY_MS);
  let settled = 0;
  for (const each of await mandatesToWatch(ctx.db, ctx.now, BATCH)) settled += await onCase(ctx, each, watch);
  for (const each of await periodsRunningOut(ctx.db, notice, BATCH))
    settled += await onCase(ctx, each, (tx, _, kase, row) => tellOfPeriod(tx, ctx, engagedOn(kase), row));
  for (const { caseId, id } of await unansweredAmendments(ctx.db, ctx.now, BATCH))
    settled += await dropAmendment(ctx, caseId, id);
  return ok(settled);
}

type Look = (tx: Tx, ctx: Ctx, kase: CaseRow, row: EngagementRow) => Promise<void>;

/** One look at one mandate; nought where another worker, or the case itself, has overtaken it. */
async function onCase(ctx: Ctx, { caseId, id }: { caseId: string; id: string }, look: Look): Promise<number> {
  const done = await transact<number, never>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const row = kase && (await mandateOf(tx, caseId));
    if (kase?.status !== "engaged" || row?.id !== id) return ok(0);
    await look(tx, ctx, kase, row);
    return ok(1);
  });
  return done.ok ? done.value : 0;
}

const acts: ReadonlySet<string> = new Set([...stepTypes, ...recordTypes]);

const engagedOn = (kase: CaseRow) => ({ ...kase, at: `/cases/${kase.caseId}` });

/** A wait and a pause leave the collector nothing to do. */
async function watch(tx: Tx, ctx: Ctx, kase: CaseRow, row: EngagementRow): Promise<void> {
  const events = await eventsOf(tx, kase.caseId);
  await watchMandate(tx, ctx, engagedOn(kase), {
    row,
    lastActAt: lastActOf(events, kase.collectorOrgId, row.engagedAt ?? ctx.now),
    mayAct: () => hasLawfulStep(tx, ctx, kase, events),
  });
}

const lastActOf = (events: readonly TimelineEvent[], orgId: string | null, engagedAt: Date): Date | null =>
  events.findLast(
    ({ type, actorOrgId, recordedAt }) => acts.has(type) && actorOrgId === orgId && recordedAt >= engagedAt,
  )?.recordedAt ?? null;

async function dropAmendment(ctx: Ctx, caseId: string, id: string): Promise<number> {
  const done = await transact<number, never>(ctx, async (tx) => {
    const engaged = await lockEngaged(tx, ctx.actor, caseId);
    const row = engaged && (await lockAmendment(tx, caseId, id));
    if (!engaged || row?.status !== "proposed" || ctx.now < row.answerBy) return ok(0);
    await decideAmendment(tx, row, { status: "withdrawn", decidedAt: ctx.now });
    for (const toOrgId of [engaged.creditorOrgId, engaged.collectorOrgId ?? ""]) {
      const values = { case: engaged.code, number: row.number };
      await notify(tx, ctx, { kind: "amendment_fell", values, toOrgId, href: `${engaged.home}/engagement` });
    }
    return ok(1);
  });
  return done.ok ? done.value : 0;
}
