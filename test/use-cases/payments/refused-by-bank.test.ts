import type Stripe from "stripe";
import { expect, test } from "vitest";
import { changesBy } from "#app/domain/payments/movements.ts";
import type { Provider } from "#app/gateways/stripe.server.ts";
import { lookAtPayment } from "#app/use-cases/payments/look-at-payment.server.ts";

const moved = (id: string, type: string, amount: number, created: number) => ({
  ...{ id, type, amount, created, object: "balance_transaction", reporting_category: type },
  ...{ currency: "usd", fee: 0, net: amount },
});

/** What the provider answers of a bank debit: it is on the balance while the bank has not answered, and off it when it refuses. */
const providerOf = (charge: object, session: object) =>
  ({
    stripe: {
      checkout: {
        sessions: {
          retrieve: async () => ({ ...session, payment_intent: { id: "pi_1", latest_charge: charge } }),
        },
      },
      refunds: { list: async () => ({ data: [] }) },
      disputes: { list: async () => ({ data: [] }) },
    } as unknown as Stripe,
  }) as Provider;

test("of a bank debit that was on the balance and was refused in the end, nothing is left as paid", async () => {
  const came = moved("txn_1", "payment", 9_000, 1_700_000_000);
  const pending = { amount: 9_000, amount_captured: 9_000, status: "pending", currency: "usd" };
  const at = { accountId: "acct_1", sessionId: "cs_1", intentId: null };
  const sumOf = async (charge: object) => {
    const { movements } = await lookAtPayment(providerOf(charge, { status: "complete" }), at);
    return {
      paid: movements.reduce((sum, each) => sum + changesBy(each).paid, 0n),
      types: movements.map(({ type }) => type),
      first: movements[0],
    };
  };
  const before = await sumOf({ ...pending, balance_transaction: came, failure_balance_transaction: null });
  expect(before).toMatchObject({ paid: 9_000n, types: ["charge"] });
  const back = moved("txn_2", "payment_failure_refund", -9_000, 1_700_300_000);
  for (const captured of [9_000, 0]) {
    const after = await sumOf({
      ...{ ...pending, status: "failed", amount_captured: captured },
      ...{ balance_transaction: came, failure_balance_transaction: back },
    });
    expect(after).toEqual({ paid: 0n, types: ["charge", "refund"], first: before.first });
  }
});
