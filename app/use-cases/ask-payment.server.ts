import type { PaymentPurpose } from "#app/domain/payments/payments.ts";
import { toProviderAmount } from "#app/domain/payments/provider-amount.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { callProvider } from "#app/use-cases/call-provider.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { insertPayment, type Payment, paymentAccountOf, paymentBy } from "#db/queries/payments.ts";

export type PaymentAsked = {
  /** Made with the form, so that sending it twice asks once. */
  id: string;
  caseId: string;
  purpose: PaymentPurpose;
  /** The payee of record, or the collector whose fee it is; of the platform's charge, the creditor who pays it. */
  orgId: string;
  /** The creditor who pays a fee. */
  payerOrgId?: string;
  amount: bigint;
  currency: string;
  /** What the payer reads on the provider's page: no more than they know already. */
  label: string;
  /** Keeps the way of paying for the next instalments, with the payer's mandate. */
  forPlan: boolean;
  locale: "en" | "zh";
  /** Paths of this product that the payer comes back to. */
  paidPath: string;
  backPath: string;
};

export type PaymentRefusal =
  | { kind: "no-provider" }
  /** The payee has no account that may be paid yet. */
  | { kind: "payee-not-ready" }
  /** The provider takes no such amount of this currency. */
  | { kind: "amount-not-taken" };

/**
 * Asks for a page to pay at, in the caller's transaction. A recovery is a direct charge on the payee's own account: the money is the
 * payee's from the first moment, and the platform takes no part of it. Who may be payee is the caller's to decide, by the pack.
 */
export async function askPayment(
  tx: Tx,
  ctx: Ctx,
  asked: PaymentAsked,
): Promise<Result<string, PaymentRefusal>> {
  if (!ctx.provider) return err({ kind: "no-provider" });
  const direct = asked.purpose !== "platform_charge";
  const account = direct ? await paymentAccountOf(tx, asked.orgId) : null;
  if (direct && !account?.chargesEnabled) return err({ kind: "payee-not-ready" });
  if (toProviderAmount(asked.amount, asked.currency) === null) return err({ kind: "amount-not-taken" });
  const { id, caseId, purpose, orgId, payerOrgId = null, amount, currency } = asked;
  if (await paymentBy(tx, caseId, id)) return ok(id);
  const accountId = account?.accountId ?? null;
  await insertPayment(tx, {
    ...{ caseId, id, purpose, orgId, accountId, payerOrgId, amount, currency, status: "starting" },
    ...{ sessionId: null, sessionUrl: null, intentId: null },
    ...{ createdAt: ctx.now, createdBy: ctx.actor.userId, askedByOrgId: ctx.actor.orgId },
    ...{ settledAt: null, withdrawnAt: null },
  });
  await requestPage(tx, ctx, { ...asked, accountId });
  return ok(id);
}

type Page = Pick<
  PaymentAsked,
  "id" | "caseId" | "orgId" | "amount" | "currency" | "label" | "forPlan" | "locale" | "paidPath" | "backPath"
> & { accountId: string | null };

/** Has the provider make a page to pay at for a payment that stands. */
export async function requestPage(tx: Tx, ctx: Ctx, page: Page): Promise<void> {
  const { id, caseId, orgId, accountId } = page;
  await callProvider(tx, ctx, {
    ...{ operation: "checkout.create", accountId, orgId, payment: { caseId, id } },
    request: checkoutRequest(ctx, page),
  });
}

/** Has the provider close the page: nobody can pay at it any more. Where it was paid at before, the payment stands. */
export async function closePage(tx: Tx, ctx: Ctx, payment: Payment & { sessionId: string }): Promise<void> {
  const { caseId, id, orgId, accountId, sessionId } = payment;
  await callProvider(tx, ctx, {
    ...{ operation: "checkout.expire", accountId, orgId, payment: { caseId, id } },
    request: { session: sessionId },
  });
}

function checkoutRequest({ publicUrl }: Ctx, asked: Page): Record<string, unknown> {
  const metadata = { case_id: asked.caseId, payment_id: asked.id };
  return {
    mode: "payment",
    locale: asked.locale,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: asked.currency.toLowerCase(),
          unit_amount: toProviderAmount(asked.amount, asked.currency),
          product_data: { name: asked.label },
        },
      },
    ],
    metadata,
    payment_intent_data: { metadata, ...(asked.forPlan ? { setup_future_usage: "off_session" } : {}) },
    ...(asked.forPlan ? { customer_creation: "always" } : {}),
    success_url: publicUrl + asked.paidPath,
    cancel_url: publicUrl + asked.backPath,
  };
}
