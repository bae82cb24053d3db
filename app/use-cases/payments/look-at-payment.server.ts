import type Stripe from "stripe";
import { type DisputeEnd, disputeEnd, type Movement, movementType } from "#app/domain/payments/movements.ts";
import { type PaymentStatus, statusBy, statusOfDebit } from "#app/domain/payments/payments.ts";
import { methodKinds } from "#app/domain/payments/plans.ts";
import { fromProviderAmount } from "#app/domain/payments/provider-amount.ts";
import type { Provider } from "#app/gateways/stripe.server.ts";
import type { SavedMethod } from "#app/use-cases/keep-plan.server.ts";
import type { Payment } from "#db/queries/payments.ts";

/** All that the provider now says of one payment. */
export type Sight = {
  status: PaymentStatus;
  intentId: string | null;
  movements: Movement[];
  disputes: { id: string; status: DisputeEnd; amount: bigint; currency: string }[];
  /** Refunds that the payee's account cannot cover yet. */
  waiting: { id: string; amount: bigint; currency: string }[];
  /** A way of paying that the payer left for later parts of a plan. */
  saved: SavedMethod | null;
};

const unseen = { movements: [], disputes: [], waiting: [], saved: null };

type Seeing = Pick<Payment, "accountId" | "sessionId" | "intentId">;

/** Whether the provider's name for a payment is on record, so that it can be looked at. */
export const canBeSeen = ({ sessionId, intentId }: Seeing): boolean => Boolean(sessionId ?? intentId);

/**
 * Reads a payment from the provider as it stands now, its refunds and disputes with it. No message is believed for any of it. A payment at
 * a page is found by the page, a debit by its intent.
 */
export async function lookAtPayment({ stripe }: Provider, payment: Seeing): Promise<Sight> {
  const { accountId, sessionId, intentId } = payment;
  const on = accountId ? { stripeAccount: accountId } : {};
  const expand = (at: string) =>
    ["latest_charge.balance_transaction", "latest_charge.failure_balance_transaction", "payment_method"].map(
      (name) => at + name,
    );
  if (sessionId) {
    const asked = { expand: expand("payment_intent.") };
    const session = await stripe.checkout.sessions.retrieve(sessionId, asked, on);
    const intent = whole(session.payment_intent);
    if (!intent) return { ...unseen, status: statusBy(session.status, null), intentId: null };
    return seenBy(stripe, intent, statusBy(session.status, intent.status), on);
  }
  if (!intentId) throw new Error("A payment without a page and an intent cannot be looked at");
  const intent = await stripe.paymentIntents.retrieve(intentId, { expand: expand("") }, on);
  return seenBy(stripe, intent, statusOfDebit(intent.status), on);
}

async function seenBy(
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
  status: PaymentStatus,
  on: Stripe.RequestOptions,
): Promise<Sight> {
  const about = { payment_intent: intent.id, limit: 100 };
  const refunds = await stripe.refunds.list({ ...about, expand: ["data.balance_transaction"] }, on);
  const disputes = await stripe.disputes.list(about, on);
  const charge = whole(intent.latest_charge);
  const movements = [
    ...(charge ? movementsOfCharge(charge) : []),
    ...refunds.data.flatMap(movementsOfRefund),
    ...disputes.data.flatMap(movementsOfDispute),
  ];
  return {
    status,
    intentId: intent.id,
    saved: savedBy(intent),
    movements: movements.sort((a, b) => a.at.getTime() - b.at.getTime()),
    disputes: disputes.data.map((dispute) => ({
      id: dispute.id,
      status: disputeEnd(dispute.status, takenBy(dispute)),
      ...sumOf(dispute.amount, dispute.currency),
    })),
    waiting: refunds.data.flatMap(({ id, status, amount, currency }) =>
      status === "pending" ? [{ id, ...sumOf(amount, currency) }] : [],
    ),
  };
}

/** What was left for later payments with this one; null where nothing was, or in a way that is not known here. */
function savedBy({
  setup_future_usage: usage,
  customer,
  ...intent
}: Stripe.PaymentIntent): SavedMethod | null {
  const method = whole(intent.payment_method);
  const methodKind = methodKinds.find((kind) => kind === method?.type);
  const customerId = typeof customer === "string" ? customer : customer?.id;
  if (usage !== "off_session" || !method || !methodKind || !customerId) return null;
  const methodLast4 = method[methodKind]?.last4 ?? null;
  const mandate = whole(intent.latest_charge)?.payment_method_details?.sepa_debit?.mandate;
  return { customerId, methodId: method.id, methodKind, methodLast4, mandateId: mandate ?? null };
}

export const whole = <T extends object>(reference: string | T | null | undefined): T | null =>
  typeof reference === "object" ? reference : null;

/** What a charge brought, and what went back of it where a bank that was asked to pay refused in the end. */
function movementsOfCharge(charge: Stripe.Charge): Movement[] {
  const { amount, amount_captured: captured, status, currency } = charge;
  const paid = sumOf(status === "failed" ? amount : captured, currency);
  return [charge.balance_transaction, charge.failure_balance_transaction].flatMap((each) =>
    movementOf(whole(each), paid),
  );
}

function movementsOfRefund(refund: Stripe.Refund): Movement[] {
  const paid = sumOf(refund.amount, refund.currency);
  return [refund.balance_transaction, refund.failure_balance_transaction].flatMap((each) =>
    movementOf(whole(each), paid),
  );
}

const takenBy = ({ amount, currency, balance_transactions: own }: Stripe.Dispute): Movement[] =>
  own.flatMap((each) => movementOf(each, sumOf(amount, currency)));

/** What a dispute took and gave back; lost, what it took is gone for good from the day it was taken. */
function movementsOfDispute(dispute: Stripe.Dispute): Movement[] {
  const movements = takenBy(dispute);
  const [taken] = movements;
  if (disputeEnd(dispute.status, movements) !== "lost" || !taken) return movements;
  return [...movements, { ...taken, id: `${dispute.id}:lost`, type: "dispute_lost", fee: 0n }];
}

/** The provider's movement in our terms; none for one of no such kind. */
export function movementOf(
  transaction: Stripe.BalanceTransaction | null,
  paid: Movement["paid"],
): Movement[] {
  const type = transaction && movementType(transaction.type, transaction.reporting_category);
  if (!transaction || !type) return [];
  const { amount, currency } = sumOf(transaction.amount, transaction.currency);
  const { amount: fee } = sumOf(transaction.fee, transaction.currency);
  const at = new Date(transaction.created * 1000);
  return [{ id: transaction.id, type, currency, gross: amount, fee, at, paid }];
}

/** The provider's number in our minor units. */
export function sumOf(counted: number, currency: string): { amount: bigint; currency: string } {
  const code = currency.toUpperCase();
  const amount = fromProviderAmount(counted, code);
  if (amount === null) throw new Error(`The provider names a fraction of a minor unit of ${code}`);
  return { amount, currency: code };
}
