import type Stripe from "stripe";
import { type Movement, movementType } from "#app/domain/payments/movements.ts";
import { type PaymentStatus, statusBy } from "#app/domain/payments/payments.ts";
import { fromProviderAmount } from "#app/domain/payments/provider-amount.ts";
import type { Provider } from "#app/gateways/stripe.server.ts";
import type { Payment } from "#db/queries/payments.ts";

/** All that the provider now says of one payment. */
export type Sight = {
  status: PaymentStatus;
  intentId: string | null;
  movements: Movement[];
  /** Disputes that were lost, with what was held of each. */
  lost: { id: string; amount: bigint; currency: string; at: Date }[];
};

/** Reads a payment from the provider as it stands now, its refunds and disputes with it. No message is believed for any of it. */
export async function lookAtPayment(
  { stripe }: Provider,
  { accountId, sessionId }: Pick<Payment, "accountId"> & { sessionId: string },
): Promise<Sight> {
  const on = accountId ? { stripeAccount: accountId } : {};
  const expand = ["payment_intent.latest_charge.balance_transaction"];
  const session = await stripe.checkout.sessions.retrieve(sessionId, { expand }, on);
  const intent = whole(session.payment_intent);
  if (!intent) return { status: statusBy(session.status, null), intentId: null, movements: [], lost: [] };
  const about = { payment_intent: intent.id, limit: 100 };
  const refunds = await stripe.refunds.list({ ...about, expand: ["data.balance_transaction"] }, on);
  const disputes = await stripe.disputes.list(about, on);
  const charge = whole(intent.latest_charge);
  const transactions = [
    charge?.balance_transaction,
    ...refunds.data.flatMap((refund) => [refund.balance_transaction, refund.failure_balance_transaction]),
    ...disputes.data.flatMap(({ balance_transactions }) => balance_transactions),
  ];
  return {
    status: statusBy(session.status, intent.status),
    intentId: intent.id,
    movements: transactions.flatMap((each) => movementOf(whole(each)) ?? []),
    lost: disputes.data.filter(({ status }) => status === "lost").map(lossOf),
  };
}

export const whole = <T extends object>(reference: string | T | null | undefined): T | null =>
  typeof reference === "object" ? reference : null;

/** The provider's movement in our terms; null for one of no such kind. */
export function movementOf(transaction: Stripe.BalanceTransaction | null): Movement | null {
  const type = transaction && movementType(transaction.type, transaction.reporting_category);
  if (!transaction || !type) return null;
  const currency = transaction.currency.toUpperCase();
  return {
    id: transaction.id,
    type,
    currency,
    gross: inMinorUnits(transaction.amount, currency),
    fee: inMinorUnits(transaction.fee, currency),
    at: new Date(transaction.created * 1000),
  };
}

function lossOf({ id, amount, currency, balance_transactions }: Stripe.Dispute): Sight["lost"][number] {
  const code = currency.toUpperCase();
  const withdrawn = balance_transactions[0];
  return { id, amount: inMinorUnits(amount, code), currency: code, at: new Date(withdrawn.created * 1000) };
}

function inMinorUnits(counted: number, currency: string): bigint {
  const amount = fromProviderAmount(counted, currency);
  if (amount === null) throw new Error(`The provider names a fraction of a minor unit of ${currency}`);
  return amount;
}
