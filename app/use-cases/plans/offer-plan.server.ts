import { may } from "#app/domain/accounts/access.ts";
import { isClaimCurrency, parseAmount, typedAmount } from "#app/domain/cases/amount.ts";
import { isId, newId } from "#app/domain/ids.ts";
import { mayBePaid } from "#app/domain/ledger/flows.ts";
import { mayBeAskedOn } from "#app/domain/payments/asking.ts";
import { type OfferPlan, type Part, partsOf } from "#app/domain/payments/plans.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { addMonths, dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import { askPayment, type PaymentRefusal } from "#app/use-cases/ask-payment.server.ts";
import { claimNow } from "#app/use-cases/claim-now.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { flowSceneOf } from "#app/use-cases/flow-scene.server.ts";
import { payPath } from "#app/use-cases/pay-link.server.ts";
import { payeesOf } from "#app/use-cases/payees.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type CaseRow, findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import { paymentAccountOf } from "#db/queries/payments.ts";
import { type Instalment, insertPlan, livePlanOn, type Plan } from "#db/queries/plans.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";

export type OfferRefusal =
  | { kind: "case-not-found" }
  | { kind: "case-closed" }
  | { kind: "case-rests" }
  /** No plan stands in the case's log: it is agreed with the debtor, and recorded with its proof, first. */
  | { kind: "no-plan-agreed" }
  /** Another plan is paid or offered already. */
  | { kind: "plan-stands" }
  | { kind: "payee-not-permitted" }
  | { kind: "amount" }
  | { kind: "more-than-owed"; owed: number }
  /** The first part's day is over. */
  | { kind: "in-the-past" }
  /** The last part would be due after the last day that was agreed. */
  | { kind: "after-the-plan" }
  | PaymentRefusal;

/**
 * Makes a plan that was agreed with the debtor payable: its parts, each with a payment of its own, and a link at which the debtor pays the
 * first one and leaves a way of paying for the others. Offering it contacts nobody.
 */
export function offerPlan(ctx: Ctx, input: OfferPlan): Promise<Result<string, OfferRefusal>> {
  return transact<string, OfferRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    if (!kase || !may(ctx.actor, "plan.keep", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (!mayBeAskedOn(kase.status)) return err({ kind: "case-closed" });
    const permitted = mayBePaid(input.payee, await flowSceneOf(tx, kase));
    if (!permitted.ok) return permitted;
    const zone = await zoneOf(tx, kase.caseId);
    const terms = await termsOf(tx, ctx, { kase, input, zone });
    if (!terms.ok) return terms;
    return write(tx, ctx, { kase, input, zone, ...terms.value });
  });
}

type Scene = { kase: CaseRow; input: OfferPlan; zone: string };
type Terms = { parts: Part[]; total: bigint };

async function termsOf(tx: Tx, ctx: Ctx, { kase, input, zone }: Scene): Promise<Result<Terms, OfferRefusal>> {
  const { currency } = kase.answers.claim;
  const { rests, total: owed, planEndsAt } = await claimNow(tx, ctx, kase);
  if (rests) return err({ kind: "case-rests" });
  if (!planEndsAt) return err({ kind: "no-plan-agreed" });
  const typed = isClaimCurrency(currency) ? parseAmount(input.total, currency) : null;
  if (!typed?.ok) return err({ kind: "amount" });
  if (typed.value > owed) return err({ kind: "more-than-owed", owed: Math.max(0, owed) });
  if (input.firstOn < dateIn(zone, ctx.now)) return err({ kind: "in-the-past" });
  const total = BigInt(typed.value);
  const parts = partsOf({ ...input, total, currency });
  if (!parts.ok) return parts;
  const last = parts.value[parts.value.length - 1].dueOn;
  if (planEndsAt !== "unknown" && last >= dateIn(zone, new Date(planEndsAt)))
    return err({ kind: "after-the-plan" });
  return ok({ parts: parts.value, total });
}

async function write(
  tx: Tx,
  ctx: Ctx,
  { kase, input, zone, parts, total }: Scene & Terms,
): Promise<Result<string, OfferRefusal>> {
  const { caseId, code } = kase;
  const { currency } = kase.answers.claim;
  const orgId = input.payee === "creditor" ? kase.creditorOrgId : kase.collectorOrgId;
  const account = orgId ? await paymentAccountOf(tx, orgId) : null;
  if (!orgId || !account?.accountId) return err({ kind: "payee-not-ready" });
  const plan: Plan = {
    ...{ caseId, id: input.planId, orgId, accountId: account.accountId, total, currency, status: "offered" },
    ...{ endedFor: null, customerId: null, methodId: null, methodKind: null, methodLast4: null },
    ...{ mandateId: null, savedAt: null, debitedAt: null, acceptedAt: null, endedAt: null },
    ...{ offeredAt: ctx.now, offeredBy: ctx.actor.userId },
  };
  const rows = parts.map((part) => rowOf(ctx, plan, part, zone));
  if (!(await insertPlan(tx, plan, rows))) {
    const standing = await livePlanOn(tx, caseId);
    return standing?.id === input.planId ? ok(input.planId) : err({ kind: "plan-stands" });
  }
  const first = { caseId, id: rows[0].paymentId };
  const path = payPath(ctx.secrets, first);
  const asked = await askPayment(tx, ctx, {
    ...{ ...first, purpose: "recovery", orgId, amount: rows[0].amount, currency, label: code },
    ...{ forPlan: true, locale: ctx.locale, paidPath: path, backPath: path },
  });
  if (!asked.ok) return asked;
  await insertAudit(tx, ctx, {
    ...{ operation: "plan.offered", subjectKind: "case", subjectId: caseId },
    details: { planId: plan.id },
  });
  return ok(plan.id);
}

/** A part is looked at in the morning of its day where the debtor lives; the first is asked for with the offer. */
const rowOf = (
  ctx: Ctx,
  { caseId, id: planId }: Plan,
  { seq, dueOn, amount }: Part,
  zone: string,
): Instalment => ({
  ...{
    caseId,
    planId,
    seq,
    dueOn,
    amount,
    paymentId: newId(ctx.now),
    state: seq === 1 ? "asked" : "planned",
  },
  ...{ lookAt: instantAt(zone, dueOn, "10:00") ?? ctx.now, failure: null, remindedAt: null, missedAt: null },
});

/** What the form starts from; null when the case is not the actor's. */
export async function offerView(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "plan.keep", relationTo(ctx.actor, kase))) return null;
  const { currency } = kase.answers.claim;
  const { total, rests, planEndsAt } = await claimNow(ctx.db, ctx, kase);
  const owed = Math.max(0, total);
  const zone = await zoneOf(ctx.db, caseId);
  const today = dateIn(zone, ctx.now);
  return {
    ...{ caseId, code: kase.code, currency, owed, rests, today, planId: newId(ctx.now) },
    typedOwed: isClaimCurrency(currency) ? typedAmount(owed, currency) : "",
    isAgreed: planEndsAt !== null,
    lastOn:
      planEndsAt && planEndsAt !== "unknown" ? dateIn(zone, new Date(Date.parse(planEndsAt) - 1)) : null,
    nextMonth: addMonths(today, 1),
    stands: (await livePlanOn(ctx.db, caseId)) !== null,
    payees: await payeesOf(ctx, kase),
  };
}
