import { mayBeAskedOn } from "#app/domain/payments/asking.ts";
import { type DebitVerdict, daysBetweenDebits, mayDebit } from "#app/domain/payments/plans.ts";
import { toProviderAmount } from "#app/domain/payments/provider-amount.ts";
import { callProvider } from "#app/use-cases/call-provider.server.ts";
import { claimNow } from "#app/use-cases/claim-now.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader, Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { insertPayment, openPayments } from "#db/queries/payments.ts";
import type { Instalment, Plan } from "#db/queries/plans.ts";

/**
 * Whether so much may be taken of a debtor now by the plan that stands, and how much of it.
 *
 * @param but the payment that is asked about, which is not on its way itself
 */
export async function debitVerdict(
  reader: Reader,
  ctx: Ctx,
  { kase, amount, but }: { kase: CaseRow; amount: bigint; but?: string },
): Promise<DebitVerdict> {
  const { total, rests, planEndsAt } = await claimNow(reader, ctx, kase);
  const coming = (await openPayments(reader, kase.caseId, "recovery"))
    .filter(({ id, status }) => id !== but && status === "processing")
    .reduce((sum, each) => sum + each.amount, 0n);
  return mayDebit({
    isOpen: mayBeAskedOn(kase.status),
    isAgreed: planEndsAt !== null,
    ...{ rests, amount, coming, owed: BigInt(total), currency: kase.answers.claim.currency },
  });
}

export const nextDebitAt = ({ debitedAt }: Plan): Date | null =>
  debitedAt && new Date(debitedAt.getTime() + daysBetweenDebits * 86_400_000);

/** Writes the payment of a part and the call that takes it from the saved method. The payment's id is the part's own: it cannot be asked for twice. */
export async function startDebit(
  tx: Tx,
  ctx: Ctx,
  { kase, plan, part, amount }: { kase: CaseRow; plan: Plan; part: Instalment; amount: bigint },
): Promise<void> {
  const { caseId, orgId, accountId, currency, customerId, methodId } = plan;
  const id = part.paymentId;
  await insertPayment(tx, {
    ...{ caseId, id, purpose: "recovery", orgId, accountId, payerOrgId: null, amount, currency },
    ...{ status: "processing", sessionId: null, sessionUrl: null, intentId: null, askedByOrgId: null },
    ...{ createdAt: ctx.now, createdBy: null, settledAt: null, withdrawnAt: null },
  });
  await callProvider(tx, ctx, {
    ...{ operation: "debit.create", accountId, orgId, payment: { caseId, id } },
    request: {
      amount: toProviderAmount(amount, currency),
      currency: currency.toLowerCase(),
      ...{ customer: customerId, payment_method: methodId, off_session: true, confirm: true },
      description: kase.code,
      metadata: { case_id: caseId, payment_id: id },
    },
  });
}
