import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type Stripe from "stripe";
import type { Instrument } from "./cards.ts";

/** What the service keeps, by kind; the last four are its own and never leave it as they are. */
export type Kinds = {
  account: Stripe.Account;
  application_fee: Stripe.ApplicationFee;
  balance_transaction: Stripe.BalanceTransaction;
  charge: Stripe.Charge;
  "checkout.session": Stripe.Checkout.Session;
  customer: Stripe.Customer;
  dispute: Stripe.Dispute;
  event: Stripe.Event;
  fee_refund: Stripe.FeeRefund;
  mandate: Stripe.Mandate;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
  payout: Stripe.Payout;
  refund: Stripe.Refund;
  setup_intent: Stripe.SetupIntent;
  transfer: Stripe.Transfer;
  transfer_reversal: Stripe.TransferReversal;
  /** How a saved card or bank account will behave; its id is the payment method's. */
  instrument: { id: string; detached?: boolean } & Instrument;
  /** What a checkout session was asked to make of its payment. */
  checkout_plan: { id: string; params: Stripe.Checkout.SessionCreateParams };
  /** The answer to an idempotency key. */
  answer: { id: string; asked: string; status: number; body: unknown };
  /** A webhook that is still to be delivered. */
  delivery: { id: string; event: string; attempts: number; dueAt: number };
};
export type Kind = keyof Kinds;
type Row<K extends Kind = Kind> = { kind: K; account: string; seq: number; body: Kinds[K] | null };

export type Books = ReturnType<typeof openBooks>;

/**
 * All that the service knows, in memory, and on file as a journal of one line a request: a process that is killed has
 * either the whole of a request or nothing of it, and a line cut short at the end is dropped.
 */
export function openBooks(journal: string | null) {
  const rows = new Map<string, Row>();
  let last = 0;
  const keyOf = (kind: Kind, id: string) => `${kind} ${id}`;
  const take = (row: Row & { id: string }) => {
    if (row.body) rows.set(keyOf(row.kind, row.id), row);
    else rows.delete(keyOf(row.kind, row.id));
    last = Math.max(last, row.seq);
  };
  if (journal) {
    mkdirSync(dirname(journal), { recursive: true });
    for (const line of linesOf(journal)) for (const row of line) take(row);
  }
  return {
    read: <K extends Kind>(kind: K, id: string) => rows.get(keyOf(kind, id)) as Row<K> | undefined,
    all: <K extends Kind>(kind: K) => [...rows.values()].filter((row): row is Row<K> => row.kind === kind),
    next: () => ++last,
    /** Keeps what one request wrote: on file first, as one line. */
    keep(written: ReadonlyMap<string, Row & { id: string }>) {
      if (written.size === 0) return;
      const lines = [...written.values()];
      if (journal) appendFileSync(journal, `${JSON.stringify(lines)}\n`);
      for (const row of lines) take(row);
    },
  };
}

function* linesOf(journal: string): Generator<(Row & { id: string })[]> {
  const text = (() => {
    try {
      return readFileSync(journal, "utf8");
    } catch {
      return "";
    }
  })();
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  for (const line of whole.split("\n")) if (line !== "") yield JSON.parse(line);
}
