import { may, type Relation } from "#app/domain/accounts/access.ts";
import type { AccountKind } from "#app/domain/ledger/accounts.ts";
import { mayBeAskedOn, type OwedPurpose, owedAccount, owedPurposes } from "#app/domain/payments/asking.ts";
import { wentBackBy } from "#app/domain/payments/movements.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { payPath } from "#app/use-cases/pay-link.server.ts";
import { mayWithdraw } from "#app/use-cases/withdrawing.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { type Payment, paymentsOn } from "#db/queries/payments.ts";
import { movementsAbout } from "#db/queries/provider-movements.ts";

/** What was asked for through the provider on a case, and what its reader can ask for or pay now. */
export async function throughProvider(
  ctx: Ctx,
  kase: CaseRow,
  { relation, figures }: { relation: Relation; figures: Record<AccountKind, number> },
) {
  const [payments, movements] = await Promise.all([
    paymentsOn(ctx.db, kase.caseId),
    movementsAbout(ctx.db, kase.caseId),
  ]);
  const names = await organizationsById(ctx.db, [...new Set(payments.map(({ orgId }) => orgId))]);
  const wentBack = (paymentId: string) =>
    movements
      .filter((each) => each.paymentId === paymentId)
      .reduce((sum, { type, paidAmount }) => sum + Number(wentBackBy({ type, amount: paidAmount ?? 0n })), 0);
  const isWithdrawable = (payment: Payment) => mayWithdraw(ctx.actor, relation, payment);
  const asked = payments.map((payment: Payment) => {
    const { id, purpose, status, amount, currency, orgId, caseId } = payment;
    const path = payPath(ctx.secrets, { caseId, id });
    const payee = purpose === "platform_charge" ? "Rung" : (names.get(orgId)?.name ?? "");
    const sums = { amount: Number(amount), currency, back: wentBack(id) };
    return {
      id,
      purpose,
      status,
      ...sums,
      payee,
      path,
      url: ctx.publicUrl + path,
      mayWithdraw: isWithdrawable(payment),
    };
  });
  const owes: OwedPurpose[] = may(ctx.actor, "payment.owe", relation)
    ? owedPurposes.filter((purpose) => ctx.provider !== null && figures[owedAccount(purpose)] > 0)
    : [];
  const mayAsk =
    ctx.provider !== null && mayBeAskedOn(kase.status) && may(ctx.actor, "payment.ask", relation);
  return { asked, mayAsk, owes };
}
