import { personIn } from "#app/domain/accounts/access.ts";
import { isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { actsFor, type ProposeAct, subjectIn } from "#app/domain/payments/exceptions.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { type AuditEntry, insertAudit } from "#db/queries/audit.ts";
import { type ExceptionRow, exceptionBy, insertMoneyAct } from "#db/queries/money-exceptions.ts";
import { stillPaid } from "#db/queries/provider-movements.ts";
import { transact } from "#db/transact.ts";

export type ProposeRefusal =
  | { kind: "not-there" }
  /** This is not what is done about such an exception. */
  | { kind: "not-fitting" }
  | { kind: "amount" }
  /** More than the payment still is. */
  | { kind: "more-than-paid"; paid: bigint };

/** Proposes what is to be done about an exception; another admin decides. Nothing moves before. */
export const proposeAct = (ctx: Ctx, input: ProposeAct): Promise<Result<null, ProposeRefusal>> =>
  transact<null, ProposeRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "exception.propose");
    const found = person && (await exceptionBy(tx, input));
    if (!person || !found || found.closedAt) return err({ kind: "not-there" });
    if (!actsFor[found.kind].includes(input.act)) return err({ kind: "not-fitting" });
    const amount = input.act === "refund" ? await amountOf(tx, found, input.amount ?? "") : ok(null);
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

async function amountOf(
  tx: Tx,
  found: ExceptionRow,
  typed: string,
): Promise<Result<bigint, Extract<ProposeRefusal, { kind: "amount" | "more-than-paid" }>>> {
  const { currency } = found;
  const amount = isClaimCurrency(currency) ? parseAmount(typed, currency) : null;
  if (!amount?.ok) return err({ kind: "amount" });
  const paid = await stillPaid(tx, found);
  return BigInt(amount.value) > paid ? err({ kind: "more-than-paid", paid }) : ok(BigInt(amount.value));
}
