import { may } from "#app/domain/accounts/access.ts";
import type { PayOwed } from "#app/domain/payments/asking.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { askPayment, type PaymentRefusal } from "#app/use-cases/ask-payment.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { owedOn } from "#app/use-cases/owed-on.server.ts";
import { payPath } from "#app/use-cases/pay-link.server.ts";
import { bookOf } from "#app/use-cases/settle-case.server.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { openPayments } from "#db/queries/payments.ts";
import { transact } from "#db/transact.ts";

export type PayOwedRefusal = { kind: "case-not-found" } | { kind: "nothing-owed" } | PaymentRefusal;

/**
 * The creditor pays what it owes: a collector's fee on that collector's own account, the platform's charge on the platform's. No two
 * of them are ever one payment, so that no part of a fee passes the platform or another firm. What can be paid at an open page is not
 * asked for twice.
 */
export function payOwed(ctx: Ctx, input: PayOwed): Promise<Result<string, PayOwedRefusal>> {
  return transact<string, PayOwedRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    if (!kase || !may(ctx.actor, "payment.owe", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    const { purpose, payeeId } = input;
    const owed = await owedOn(tx, ctx, kase, purpose);
    const to = payeeId ? owed.find((each) => each.payeeId === payeeId) : owed[0];
    if (!to) return err({ kind: "nothing-owed" });
    const { caseId, creditorOrgId, currency } = bookOf(kase);
    const open = (await openPayments(tx, caseId, purpose)).filter(({ orgId }) => orgId === to.payeeId);
    const left = open.reduce((sum, each) => sum - each.amount, to.amount);
    if (left <= 0n) return ok(payPath(ctx.secrets, open[0]));
    const payer = purpose === "platform_charge" ? {} : { payerOrgId: creditorOrgId };
    const key = { caseId, id: input.paymentId };
    const path = payPath(ctx.secrets, key);
    const asked = await askPayment(tx, ctx, {
      ...{ ...key, ...payer, orgId: to.payeeId, purpose, amount: left, currency, label: kase.code },
      ...{ forPlan: false, locale: ctx.locale, paidPath: path, backPath: path },
    });
    return asked.ok ? ok(path) : asked;
  });
}
