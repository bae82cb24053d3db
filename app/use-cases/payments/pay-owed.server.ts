import { may } from "#app/domain/accounts/access.ts";
import { type OwedPurpose, owedAccount, type PayOwed } from "#app/domain/payments/asking.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { askPayment, type PaymentRefusal } from "#app/use-cases/ask-payment.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { payPath } from "#app/use-cases/pay-link.server.ts";
import { bookOf } from "#app/use-cases/settle-case.server.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { balanceOf } from "#db/queries/ledger.ts";
import { openPayments } from "#db/queries/payments.ts";
import { transact } from "#db/transact.ts";

export type PayOwedRefusal = { kind: "case-not-found" } | { kind: "nothing-owed" } | PaymentRefusal;

/**
 * The creditor pays what it owes: the collector's fee on the collector's own account, the platform's charge on the platform's. The two
 * are never one payment, so that no part of a fee passes the platform. What can be paid at an open page is not
 * asked for twice.
 */
export function payOwed(ctx: Ctx, input: PayOwed): Promise<Result<string, PayOwedRefusal>> {
  return transact<string, PayOwedRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    if (!kase || !may(ctx.actor, "payment.owe", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    const { purpose } = input;
    const { caseId, currency } = bookOf(kase);
    const amount = await balanceOf(tx, { kind: owedAccount(purpose), bookId: caseId }, currency);
    const parties = partiesOf(kase, purpose);
    if (amount === 0n || !parties) return err({ kind: "nothing-owed" });
    const open = await openPayments(tx, caseId, purpose);
    const left = open.reduce((sum, each) => sum - each.amount, amount);
    if (left <= 0n) return ok(payPath(ctx.secrets, open[0]));
    const key = { caseId, id: input.paymentId };
    const path = payPath(ctx.secrets, key);
    const asked = await askPayment(tx, ctx, {
      ...{ ...key, ...parties, purpose, amount: left, currency, label: kase.code },
      ...{ forPlan: false, locale: ctx.locale, paidPath: path, backPath: path },
    });
    return asked.ok ? ok(path) : asked;
  });
}

function partiesOf({ creditorOrgId, collectorOrgId }: CaseRow, purpose: OwedPurpose) {
  if (purpose === "platform_charge") return { orgId: creditorOrgId };
  return collectorOrgId ? { orgId: collectorOrgId, payerOrgId: creditorOrgId } : null;
}
