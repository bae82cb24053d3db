import type Stripe from "stripe";
import { newId, type Turn } from "./turn.ts";

const secondsADay = 86_400;
/** Card money can be paid out two days after the charge. */
const settlementDays = 2;

type Entry = {
  amount: number;
  currency: string;
  type: Stripe.BalanceTransaction.Type;
  category: string;
  source: string;
  description?: string | null;
  fees?: Stripe.BalanceTransaction.FeeDetail[];
  atOnce?: boolean;
};

/** Writes one movement of the account's balance; `net` is what it gains (or loses) after the fees. */
export function book(turn: Turn, entry: Entry): Stripe.BalanceTransaction {
  const fees = entry.fees ?? [];
  const fee = fees.reduce((sum, { amount }) => sum + amount, 0);
  const atOnce = entry.atOnce ?? true;
  return turn.put("balance_transaction", {
    id: newId("txn"),
    object: "balance_transaction",
    amount: entry.amount,
    available_on: atOnce ? turn.now : turn.now + settlementDays * secondsADay,
    balance_type: "payments",
    created: turn.now,
    currency: entry.currency,
    description: entry.description ?? null,
    exchange_rate: null,
    fee,
    fee_details: fees,
    net: entry.amount - fee,
    reporting_category: entry.category,
    source: entry.source,
    status: atOnce ? "available" : "pending",
    type: entry.type,
  } satisfies Stripe.BalanceTransaction);
}

/** What the provider keeps of a payment: 2.9% rounded to the nearest minor unit, and 30 minor units. */
export const processingFee = (amount: number, currency: string): Stripe.BalanceTransaction.FeeDetail => ({
  amount: Math.round((amount * 29) / 1000) + 30,
  application: null,
  currency,
  description: "Stripe processing fees",
  type: "stripe_fee",
});

/** A transaction as it stands now: what was pending becomes available when its day has come. */
export const asOfNow = (turn: Turn, transaction: Stripe.BalanceTransaction): Stripe.BalanceTransaction => ({
  ...transaction,
  status: transaction.available_on <= turn.now ? "available" : "pending",
});

export function availableIn(turn: Turn, currency: string): number {
  return sumOf(turn, currency, ({ available_on }) => available_on <= turn.now);
}

const sumOf = (
  turn: Turn,
  currency: string,
  counts: (transaction: Stripe.BalanceTransaction) => boolean,
): number =>
  turn
    .all("balance_transaction")
    .filter((each) => each.currency === currency && counts(each))
    .reduce((sum, { net }) => sum + net, 0);

export function balanceOf(turn: Turn, home: string): Stripe.Balance {
  const currencies = new Set([home, ...turn.all("balance_transaction").map(({ currency }) => currency)]);
  const amounts = (counts: (transaction: Stripe.BalanceTransaction) => boolean) =>
    [...currencies].sort().map((currency) => {
      const amount = sumOf(turn, currency, counts);
      return { amount, currency, source_types: { card: amount } };
    });
  return {
    object: "balance",
    available: amounts(({ available_on }) => available_on <= turn.now),
    connect_reserved: [...currencies].sort().map((currency) => ({ amount: 0, currency })),
    livemode: false,
    pending: amounts(({ available_on }) => available_on > turn.now),
  } satisfies Stripe.Balance;
}
