import type Stripe from "stripe";
import { findAccount } from "./accounts.ts";
import { availableIn, book } from "./balance.ts";
import { invalid } from "./refusal.ts";
import { createdPayment } from "./transfer-payments.ts";
import { idOf, newId, type Turn } from "./turn.ts";

/** Moves money of the platform's balance to a connected account's. */
export function createTransfer(turn: Turn, params: Stripe.TransferCreateParams): Stripe.Transfer {
  const destination = findAccount(turn, params.destination);
  if (destination.capabilities?.transfers !== "active")
    throw invalid(
      "Your destination account needs to have at least one of the following capabilities enabled: transfers",
      {
        code: "insufficient_capabilities_for_transfer",
      },
    );
  const amount = params.amount ?? 0;
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw invalid("This value must be greater than or equal to 1.", { param: "amount" });
  if (params.source_transaction) turn.need("charge", params.source_transaction, "source_transaction");
  else if (availableIn(turn, params.currency) < amount)
    throw invalid("You have insufficient available funds in your Stripe account.", {
      code: "balance_insufficient",
    });
  const id = newId("tr");
  const movement = book(turn, {
    amount: -amount,
    currency: params.currency,
    type: "transfer",
    category: "transfer",
    source: id,
  });
  const payment = createdPayment(turn.at(destination.id), {
    transfer: id,
    amount,
    currency: params.currency,
  });
  const transfer = turn.put("transfer", {
    id,
    object: "transfer",
    amount,
    amount_reversed: 0,
    balance_transaction: movement.id,
    created: turn.now,
    currency: params.currency,
    description: params.description ?? null,
    destination: destination.id,
    destination_payment: payment.id,
    livemode: false,
    metadata: (params.metadata as Stripe.Metadata) || {},
    reversals: { object: "list", data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: params.source_transaction ?? null,
    source_type: "card",
    transfer_group: params.transfer_group ?? null,
  } satisfies Stripe.Transfer);
  turn.tell("transfer.created", transfer);
  return transfer;
}

/** Takes a transfer back, as far as the connected account's balance covers it. */
export function reverseTransfer(
  turn: Turn,
  id: string,
  params: Stripe.TransferCreateReversalParams,
): Stripe.TransferReversal {
  const transfer = turn.need("transfer", id);
  const left = transfer.amount - transfer.amount_reversed;
  const amount = params.amount ?? left;
  if (amount <= 0 || amount > left)
    throw invalid(`Reversal amount (${amount}) is greater than unreversed amount (${left}).`, {
      param: "amount",
    });
  const destination = turn.at(idOf(transfer.destination)!);
  if (availableIn(destination, transfer.currency) < amount)
    throw invalid("The connected account has insufficient funds to reverse this transfer.", {
      code: "balance_insufficient",
    });
  const trr = newId("trr");
  const movement = book(turn, {
    amount,
    currency: transfer.currency,
    type: "transfer_refund",
    category: "transfer_reversal",
    source: trr,
  });
  const paymentId = idOf(transfer.destination_payment)!;
  book(destination, {
    amount: -amount,
    currency: transfer.currency,
    type: "payment_refund",
    category: "refund",
    source: paymentId,
  });
  const payment = destination.need("charge", paymentId);
  destination.put("charge", {
    ...payment,
    amount_refunded: payment.amount_refunded + amount,
    refunded: amount === left,
  });
  const reversal = turn.put("transfer_reversal", {
    id: trr,
    object: "transfer_reversal",
    amount,
    balance_transaction: movement.id,
    created: turn.now,
    currency: transfer.currency,
    destination_payment_refund: null,
    metadata: (params.metadata as Stripe.Metadata) || {},
    source_refund: null,
    transfer: transfer.id,
  } satisfies Stripe.TransferReversal);
  const reversed = turn.put("transfer", {
    ...transfer,
    amount_reversed: transfer.amount_reversed + amount,
    reversals: { ...transfer.reversals, data: [reversal, ...transfer.reversals.data] },
    reversed: amount === left,
  });
  turn.tell("transfer.reversed", reversed);
  return reversal;
}
