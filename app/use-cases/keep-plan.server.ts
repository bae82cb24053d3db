import type { NoticeKind } from "#app/domain/accounts/notices.ts";
import type { PaymentStatus } from "#app/domain/payments/payments.ts";
import type { DebitFailure, MethodKind } from "#app/domain/payments/plans.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { endPlan } from "#app/use-cases/end-plan.server.ts";
import { type Notice, notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import type { Payment } from "#db/queries/payments.ts";
import {
  type Instalment,
  lockPlan,
  type Plan,
  partsOfPlan,
  planOfPayment,
  updatePart,
  updatePlan,
} from "#db/queries/plans.ts";

/** A way of paying that its payer left with the provider for the parts that follow. */
export type SavedMethod = {
  customerId: string;
  methodId: string;
  methodKind: MethodKind;
  methodLast4: string | null;
  mandateId: string | null;
};

type Seen = { status: PaymentStatus; saved: SavedMethod | null };

/** What a payment that was looked at means for the plan it is a part of. The caller holds the case. */
export async function keepPlan(
  tx: Tx,
  ctx: Ctx,
  { payment, seen, kase }: { payment: Payment; seen: Seen; kase: CaseRow | null },
): Promise<void> {
  const found = await planOfPayment(tx, payment);
  const plan = found && (await lockPlan(tx, found.plan));
  if (!found || !plan) return;
  const isLive = plan.status === "offered" || plan.status === "active";
  const comes = seen.status === "paid" || seen.status === "processing";
  if (isLive && comes && seen.saved) await keepMethod(tx, ctx, plan, seen.saved);
  if (plan.status === "offered" && comes) {
    await updatePlan(tx, plan, { status: "active", acceptedAt: ctx.now });
    await tellOfPlan(tx, ctx, kase, "plan_accepted");
  }
  // A bank that was asked and refused in the end: the part is paid by hand.
  if (isLive && seen.status === "failed" && !payment.sessionId && !found.part.failure)
    await failPart(tx, ctx, { part: found.part, kase, failure: "returned" });
  if (isLive && comes) await endWhenPaid(tx, ctx, plan);
}

async function keepMethod(tx: Tx, ctx: Ctx, plan: Plan, saved: SavedMethod): Promise<void> {
  if (plan.methodId === saved.methodId) return;
  await updatePlan(tx, plan, { ...saved, savedAt: ctx.now });
  Object.assign(plan, saved);
}

async function endWhenPaid(tx: Tx, ctx: Ctx, plan: Plan): Promise<void> {
  const parts = await partsOfPlan(tx, plan);
  if (parts.every(({ payment }) => payment?.status === "paid")) await endPlan(tx, ctx, plan, "paid");
}

/** A part that could not be debited: the parties are told once, and the debtor can pay it by its link. */
export async function failPart(
  tx: Tx,
  ctx: Ctx,
  { part, kase, failure }: { part: Instalment; kase: CaseRow | null; failure: DebitFailure },
): Promise<void> {
  await updatePart(tx, part, { failure });
  await tellOfPart(tx, ctx, kase, "instalment_failed", part);
}

type PlanNotice = Extract<NoticeKind, "plan_accepted" | "plan_method_gone" | "plan_ended">;
type PartNotice = Extract<NoticeKind, "instalment_near" | "instalment_failed" | "instalment_missed">;

const tell = async (
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow | null,
  about: Omit<Notice, "toOrgId" | "userIds" | "href">,
): Promise<void> => {
  if (!kase) return;
  const { caseId, creditorOrgId, collectorOrgId } = kase;
  for (const toOrgId of new Set([creditorOrgId, collectorOrgId]))
    if (toOrgId) await notify(tx, ctx, { ...about, toOrgId, href: `/cases/${caseId}/money` } as Notice);
};

export const tellOfPlan = (tx: Tx, ctx: Ctx, kase: CaseRow | null, kind: PlanNotice): Promise<void> =>
  tell(tx, ctx, kase, { kind, values: { case: kase?.code ?? "" } });

export const tellOfPart = (
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow | null,
  kind: PartNotice,
  { dueOn }: Instalment,
): Promise<void> => tell(tx, ctx, kase, { kind, values: { case: kase?.code ?? "", dayOn: dueOn } });
