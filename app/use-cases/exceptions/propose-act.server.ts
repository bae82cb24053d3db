import { personIn } from "#app/domain/accounts/access.ts";
import { isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { actsFor, type ProposeAct, subjectIn } from "#app/domain/payments/exceptions.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { type AuditEntry, insertAudit } from "#db/queries/audit.ts";
import {
  type ExceptionRow,
  exceptionBy,
  insertMoneyAct,
  refundUnderWay,
} from "#db/queries/money-exceptions.ts";
import { lockPayment } from "#db/queries/payments.ts";
import { stillPaid } from "#db/queries/provider-movements.ts";
import { transact } from "#db/transact.ts";

export type ProposeRefusal =
  | { kind: "not-there" }
  /** This is not what is done about such an exception. */
  | { kind: "not-fitting" }
  | { kind: "amount" }
  /** More than the payment still is. */
  | { kind: "more-than-paid"; paid: bigint }
  /** Another refund of the payment is not booked yet: what is too much is not paid back twice. */
  | { kind: "under-way" };

/** Proposes what is to be done about an exception; another admin decides. Nothing moves before. */
export const proposeAct = (ctx: Ctx, input: ProposeAct): Promise<Result<null, ProposeRefusal>> =>
  transact<null, ProposeRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "exception.propose");
    const found = person && (await exceptionBy(tx, input));
    if (!person || !found || found.closedAt) return err({ kind: "not-there" });
    if (!actsFor[found.kind].includes(input.act)) return err({ kind: "not-fitting" });
    const amount = input.act === "refund" ? await refundOf(tx, found, input) : ok(null);
    if (!amount.ok) return amount;
    const made = await insertMoneyAct(tx, {
      ...{ caseId: found.caseId, id: input.actId, act: input.act, paymentId: found.paymentId },
      ...{ subject: input.act === "refund" ? null : subjectIn(found.key), amount: amount.value },
      ...{ reason: input.reason, status: "proposed", proposedBy: person.userId, proposedAt: ctx.now },
      ...{ decidedBy: null, decidedAt: null },
    });
    if (made) await insertAudit(tx, ctx, auditOf("proposed", found.caseId, input));
    return ok(null);
  });

export const auditOf = (
  what: string,
  subjectId: string,
  { act, actId }: Pick<ProposeAct, "act" | "actId">,
): AuditEntry => ({
  operation: `money_act.${what}`,
  subjectKind: "case",
  subjectId,
  details: { act, actId },
});

/** How much is to go back. The payment is held, so that of two proposals at once the second sees the first. */
async function refundOf(
  tx: Tx,
  found: ExceptionRow,
  { amount: typed = "", actId }: ProposeAct,
): Promise<Result<bigint, Exclude<ProposeRefusal, { kind: "not-there" | "not-fitting" }>>> {
  const { caseId, paymentId, currency } = found;
  if (paymentId) {
    await lockPayment(tx, caseId, paymentId);
    if (await refundUnderWay(tx, { caseId, paymentId, but: actId })) return err({ kind: "under-way" });
  }
  const amount = isClaimCurrency(currency) ? parseAmount(typed, currency) : null;
  if (!amount?.ok) return err({ kind: "amount" });
  const paid = await stillPaid(tx, found);
  return BigInt(amount.value) > paid ? err({ kind: "more-than-paid", paid }) : ok(BigInt(amount.value));
}
