import { debitOn, noticeRules, partState } from "#app/domain/payments/plans.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { payPath } from "#app/use-cases/pay-link.server.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { type Plan, partsOfPlan } from "#db/queries/plans.ts";
import { zoneOf } from "#db/queries/subjects.ts";

/** A plan as its payer and the parties see it: its parts in order with how each stands, and the saved method as far as it may be named. */
export async function planView(ctx: Ctx, plan: Plan) {
  const { caseId, currency, methodKind, savedAt } = plan;
  const zone = await zoneOf(ctx.db, caseId);
  const today = dateIn(zone, ctx.now);
  const saved = methodKind && savedAt ? { kind: methodKind, savedOn: dateIn(zone, savedAt) } : null;
  const parts = (await partsOfPlan(ctx.db, plan)).map(({ part, payment }) => {
    const { seq, dueOn, failure } = part;
    const state = partState({ ...part, today, payment: payment?.status ?? null });
    return {
      ...{ seq, dueOn, failure, state, amount: Number(payment?.amount ?? part.amount) },
      debitOn: saved && part.state === "planned" ? debitOn(part, saved) : null,
      path: payment ? payPath(ctx.secrets, { caseId, id: part.paymentId }) : null,
    };
  });
  return {
    ...{ id: plan.id, status: plan.status, endedFor: plan.endedFor, currency, today, parts },
    total: Number(plan.total),
    paid: parts.reduce((sum, { state, amount }) => (state === "paid" ? sum + amount : sum), 0),
    payee: (await organizationOf(ctx.db, plan.orgId))?.name ?? "",
    method: methodKind && {
      kind: methodKind,
      last4: plan.methodLast4,
      noticeDays: noticeRules[methodKind].days,
    },
    /** The link at which the plan is begun, and under which the saved method can be taken back. */
    firstPath: parts[0]?.path ?? null,
    firstUrl: parts[0]?.path ? ctx.publicUrl + parts[0].path : null,
  };
}
