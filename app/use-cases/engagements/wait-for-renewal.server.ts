import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { longestWaitDays } from "#app/domain/engagements/end-mandate.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockEngaged } from "#app/use-cases/engaged.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { openPlan, updatePlan } from "#db/queries/lapse-plans.ts";
import { transact } from "#db/transact.ts";

export const WaitForRenewal = z.object({ caseId: z.uuid(), until: z.iso.date("error.date") });

export type WaitRefusal = { kind: "case-not-found" } | { kind: "no-plan" } | { kind: "wait-too-long" };

/** The creditor waits for the collector's renewal until a day; if the licence is not back by then, the case or lot is tendered anew. */
export function waitForRenewal(
  ctx: Ctx,
  { caseId, until }: z.infer<typeof WaitForRenewal>,
): Promise<Result<null, WaitRefusal>> {
  return transact<null, WaitRefusal>(ctx, async (tx) => {
    const engaged = await lockEngaged(tx, ctx.actor, caseId);
    if (!engaged || !may(ctx.actor, "mandate.end", engaged.relation)) return err({ kind: "case-not-found" });
    const plan = await openPlan(tx, caseId);
    if (!plan) return err({ kind: "no-plan" });
    const today = dateIn("UTC", ctx.now);
    if (until <= today || until > addDays(today, longestWaitDays)) return err({ kind: "wait-too-long" });
    const decideBy = new Date(`${until}T00:00:00Z`);
    await updatePlan(tx, plan, {
      status: "waiting",
      decideBy,
      decidedBy: ctx.actor.userId,
      decidedAt: ctx.now,
    });
    const subject = { subjectKind: engaged.subject, subjectId: caseId } as const;
    await insertAudit(tx, ctx, { operation: "lapse.wait", ...subject, details: { until } });
    return ok(null);
  });
}
