import { may } from "#app/domain/accounts/access.ts";
import { isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { mayBePaid } from "#app/domain/ledger/flows.ts";
import { type AskRecovery, mayBeAskedOn } from "#app/domain/payments/asking.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { askPayment, type PaymentRefusal } from "#app/use-cases/ask-payment.server.ts";
import { claimNow } from "#app/use-cases/claim-now.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { flowSceneOf } from "#app/use-cases/flow-scene.server.ts";
import { payPath } from "#app/use-cases/pay-link.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";

export type AskRefusal =
  | { kind: "case-not-found" }
  | { kind: "case-closed" }
  /** A pause lies across the case: nobody is asked for money. */
  | { kind: "case-rests" }
  | { kind: "payee-not-permitted" }
  | { kind: "amount" }
  /** More than the claim comes to today. */
  | { kind: "more-than-owed"; owed: number }
  | PaymentRefusal;

/**
 * Asks the debtor for a payment to the payee of record: a page to pay at on that payee's own account. The link goes to the debtor in a
 * step of the ladder, which the law judges as any other; the page itself contacts nobody.
 */
export function askRecovery(ctx: Ctx, input: AskRecovery): Promise<Result<string, AskRefusal>> {
  return transact<string, AskRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    if (!kase || !may(ctx.actor, "payment.ask", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (!mayBeAskedOn(kase.status)) return err({ kind: "case-closed" });
    const { currency } = kase.answers.claim;
    const amount = isClaimCurrency(currency) ? parseAmount(input.amount, currency) : null;
    if (!amount?.ok) return err({ kind: "amount" });
    const { rests, total } = await claimNow(tx, ctx, kase);
    const owed = Math.max(0, total);
    if (rests) return err({ kind: "case-rests" });
    const permitted = mayBePaid(input.payee, await flowSceneOf(tx, kase));
    if (!permitted.ok) return permitted;
    if (amount.value > owed) return err({ kind: "more-than-owed", owed });
    const orgId = input.payee === "creditor" ? kase.creditorOrgId : kase.collectorOrgId;
    if (!orgId) return err({ kind: "payee-not-permitted" });
    const key = { caseId: kase.caseId, id: input.paymentId };
    const path = payPath(ctx.secrets, key);
    const asked = await askPayment(tx, ctx, {
      ...key,
      ...{ purpose: "recovery", orgId, amount: BigInt(amount.value), currency, label: kase.code },
      ...{ forPlan: false, locale: ctx.locale, paidPath: path, backPath: path },
    });
    if (!asked.ok) return asked;
    await insertAudit(tx, ctx, {
      operation: "payment.asked",
      ...{ subjectKind: "case", subjectId: kase.caseId },
      details: { paymentId: input.paymentId },
    });
    return ok(path);
  });
}
