import { may } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import type { WithdrawPayment } from "#app/domain/payments/asking.ts";
import { mayBeWithdrawn } from "#app/domain/payments/payments.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { closePage } from "#app/use-cases/ask-payment.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { mayWithdraw } from "#app/use-cases/withdrawing.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import { lockPayment, paymentBy, updatePayment } from "#db/queries/payments.ts";
import { transact } from "#db/transact.ts";

export type WithdrawRefusal =
  | { kind: "case-not-found" }
  /** No such payment, or the other side asked for it. */
  | { kind: "not-yours-to-withdraw" }
  /** It was paid, or a bank has been asked. */
  | { kind: "under-way" };

/**
 * Withdraws a payment that was asked for: the link says so from now on, and the provider closes its page. Whoever pays there in the same
 * moment has paid, and it is booked as any payment.
 */
export const withdrawPayment = (ctx: Ctx, input: WithdrawPayment): Promise<Result<null, WithdrawRefusal>> =>
  transact<null, WithdrawRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const relation = kase && relationTo(ctx.actor, kase);
    if (!kase || !relation || !may(ctx.actor, "payment.withdraw", relation))
      return err({ kind: "case-not-found" });
    const payment = await lockPayment(tx, kase.caseId, input.paymentId);
    if (payment?.status === "withdrawn") return ok(null);
    if (payment && !mayBeWithdrawn(payment.status)) return err({ kind: "under-way" });
    if (!payment || !mayWithdraw(ctx.actor, relation, payment)) return err({ kind: "not-yours-to-withdraw" });
    const { sessionId } = payment;
    await updatePayment(tx, payment, { status: "withdrawn", sessionUrl: null, withdrawnAt: ctx.now });
    if (payment.status === "open" && sessionId) await closePage(tx, ctx, { ...payment, sessionId });
    await insertAudit(tx, ctx, {
      operation: "payment.withdrawn",
      ...{ subjectKind: "case", subjectId: kase.caseId },
      details: { paymentId: payment.id },
    });
    return ok(null);
  });

/** What the page that asks once more starts from; null when the case is not the actor's, without a payment where there is none to withdraw. */
export async function withdrawView(ctx: Ctx, caseId: string, asked: string | null) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  const relation = kase && relationTo(ctx.actor, kase);
  if (!kase || !relation || !may(ctx.actor, "payment.withdraw", relation)) return null;
  const found = asked && isId(asked) ? await paymentBy(ctx.db, caseId, asked) : null;
  const payment =
    found && mayWithdraw(ctx.actor, relation, found)
      ? { id: found.id, purpose: found.purpose, amount: Number(found.amount), currency: found.currency }
      : null;
  return { caseId, code: kase.code, payment };
}
