import { afterAll, beforeAll, expect, test } from "vitest";
import { aLocalStripe, refusalOf } from "#test/support/local-stripe.ts";

let local: Awaited<ReturnType<typeof aLocalStripe>>;
let account: string;
let now = new Date("2026-03-02T10:00:00Z");

beforeAll(async () => {
  local = await aLocalStripe({ now: () => now });
  account = await local.anAccount();
});
afterAll(() => local.close());

const direct = () => ({ stripeAccount: account });
const paidWith = (method: string, more: object = {}) =>
  local.stripe.paymentIntents.create(
    {
      amount: 10_000,
      currency: "usd",
      payment_method: method,
      confirm: true,
      return_url: "https://rung.example/back",
      ...more,
    },
    direct(),
  );
const passDays = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000);
};

test("a direct charge lands on the connected account, less the fees, and only the platform's fee on the platform's", async () => {
  const before = await local.stripe.balance.retrieve();
  const intent = await paidWith("pm_card_visa", {
    application_fee_amount: 500,
    expand: ["latest_charge.balance_transaction"],
  });
  expect(intent.status).toBe("succeeded");
  const charge = intent.latest_charge;
  if (!charge || typeof charge === "string" || !charge.balance_transaction) throw new Error("not expanded");
  expect(charge.balance_transaction).toMatchObject({
    amount: 10_000,
    fee: 320 + 500,
    net: 9_180,
    status: "pending",
  });
  const after = await local.stripe.balance.retrieve();
  expect(after.available[0].amount - before.available[0].amount).toBe(500);
});

test("an account that is not onboarded takes no money", async () => {
  const { id } = await local.stripe.accounts.create({ country: "DE" });
  const refusal = await refusalOf(
    local.stripe.paymentIntents.create(
      { amount: 100, currency: "eur", payment_method: "pm_card_visa", confirm: true },
      { stripeAccount: id },
    ),
  );
  expect(refusal.code).toBe("account_invalid");
});

test("a card the bank refuses is answered 402 with the bank's reason, and the failed charge stays on record", async () => {
  for (const [method, code] of [
    ["pm_card_chargeDeclined", "generic_decline"],
    ["pm_card_chargeDeclinedInsufficientFunds", "insufficient_funds"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card"],
    ["pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc"],
  ]) {
    const refusal = await refusalOf(paidWith(method));
    expect([refusal.type, refusal.statusCode, refusal.decline_code]).toEqual(["StripeCardError", 402, code]);
    const charge = await local.stripe.charges.retrieve(String(refusal.charge), {}, direct());
    expect([charge.status, charge.paid, charge.balance_transaction]).toEqual(["failed", false, null]);
    const intent = await local.stripe.paymentIntents.retrieve(refusal.payment_intent!.id, {}, direct());
    expect(intent.status).toBe("requires_payment_method");
  }
});

test("3-D Secure holds the money until the cardholder has answered", async () => {
  const asked = await paidWith("pm_card_authenticationRequired");
  expect([asked.status, asked.latest_charge]).toEqual(["requires_action", null]);
  expect(asked.next_action?.redirect_to_url?.url).toContain(`/local-stripe/3ds/${asked.id}`);
  expect(await local.happen("prove", { account, intent: asked.id, proven: true })).toMatchObject({
    status: "succeeded",
    amount_received: 10_000,
  });
  const again = await paidWith("pm_card_authenticationRequired");
  expect(await local.happen("prove", { account, intent: again.id, proven: false })).toMatchObject({
    status: "requires_payment_method",
    last_payment_error: { code: "payment_intent_authentication_failure" },
    latest_charge: null,
  });
});

test("a card saved with its proof pays the instalments of a plan with nobody there; one that asks each time does not", async () => {
  const customer = await local.stripe.customers.create({ name: "D. Debtor" }, direct());
  const first = await paidWith("pm_card_authenticationRequiredOnSetup", {
    customer: customer.id,
    setup_future_usage: "off_session",
  });
  await local.happen("prove", { account, intent: first.id, proven: true });
  const saved = await local.stripe.paymentIntents.retrieve(first.id, {}, direct());
  const instalment = { customer: customer.id, off_session: true };
  expect((await paidWith(String(saved.payment_method), instalment)).status).toBe("succeeded");
  const refusal = await refusalOf(paidWith("pm_card_authenticationRequired", instalment));
  expect(refusal.code).toBe("authentication_required");
});

test("only so much as was authorised is captured, and the rest is let go", async () => {
  const held = await paidWith("pm_card_visa", { capture_method: "manual" });
  expect([held.status, held.amount_capturable]).toEqual(["requires_capture", 10_000]);
  expect(
    (await refusalOf(local.stripe.paymentIntents.capture(held.id, { amount_to_capture: 10_001 }, direct())))
      .code,
  ).toBe("amount_too_large");
  const part = await local.stripe.paymentIntents.capture(
    held.id,
    { amount_to_capture: 6_000, expand: ["latest_charge"] },
    direct(),
  );
  expect([part.status, part.amount_received]).toEqual(["succeeded", 6_000]);
  expect(part.latest_charge).toMatchObject({
    amount: 10_000,
    amount_captured: 6_000,
    amount_refunded: 4_000,
  });
  const second = await paidWith("pm_card_visa", { capture_method: "manual" });
  expect((await local.stripe.paymentIntents.cancel(second.id, {}, direct())).status).toBe("canceled");
  expect((await refusalOf(local.stripe.paymentIntents.confirm(second.id, {}, direct()))).code).toBe(
    "payment_intent_unexpected_state",
  );
});

test("a bank debit is under way until the bank has answered, with a mandate for the next one", async () => {
  const euro = await local.anAccount("DE");
  const debit = async (iban: string) => {
    const method = await local.stripe.paymentMethods.create(
      {
        type: "sepa_debit",
        sepa_debit: { iban },
        billing_details: { name: "D. Debtor", email: "d@example.test" },
      },
      { stripeAccount: euro },
    );
    return local.stripe.paymentIntents.create(
      { amount: 5_000, currency: "eur", payment_method: method.id, confirm: true, expand: ["latest_charge"] },
      { stripeAccount: euro },
    );
  };
  const paid = await debit("AT611904300234573201");
  expect(paid.status).toBe("processing");
  const charge = paid.latest_charge;
  if (!charge || typeof charge === "string") throw new Error("not expanded");
  const mandate = await local.stripe.mandates.retrieve(
    charge.payment_method_details!.sepa_debit!.mandate!,
    {},
    { stripeAccount: euro },
  );
  expect([mandate.status, mandate.type]).toEqual(["active", "multi_use"]);
  expect(await local.happen("debit-answered", { account: euro, intent: paid.id })).toMatchObject({
    status: "succeeded",
  });
  const unpaid = await debit("AT861904300235473202");
  expect(await local.happen("debit-answered", { account: euro, intent: unpaid.id })).toMatchObject({
    status: "requires_payment_method",
  });
});

test("a refund takes the money from the account that was paid, and never more than was paid", async () => {
  const intent = await paidWith("pm_card_bypassPending", { application_fee_amount: 1_000 });
  const half = await local.stripe.refunds.create(
    { payment_intent: intent.id, amount: 5_000, refund_application_fee: true },
    direct(),
  );
  expect(half.status).toBe("succeeded");
  const fees = await local.stripe.applicationFees.list({ charge: String(half.charge) });
  expect(fees.data).toMatchObject([{ amount: 1_000, amount_refunded: 500 }]);
  const over = await refusalOf(
    local.stripe.refunds.create({ payment_intent: intent.id, amount: 5_001 }, direct()),
  );
  expect(over.message).toContain("greater than unrefunded amount");
  await local.stripe.refunds.create({ payment_intent: intent.id }, direct());
  expect((await refusalOf(local.stripe.refunds.create({ payment_intent: intent.id }, direct()))).code).toBe(
    "charge_already_refunded",
  );
});

test("a refund from an account that was paid out waits until money comes in", async () => {
  const poor = await local.anAccount();
  const on = { stripeAccount: poor };
  const pay = () =>
    local.stripe.paymentIntents.create(
      { amount: 8_000, currency: "usd", payment_method: "pm_card_bypassPending", confirm: true },
      on,
    );
  const first = await pay();
  const [payout] = await local.happen<{ id: string; amount: number }[]>("pay-out", { account: poor });
  expect(payout.amount).toBe(8_000 - 262);
  const refund = await local.stripe.refunds.create({ payment_intent: first.id }, on);
  expect([refund.status, refund.pending_reason, refund.balance_transaction]).toEqual([
    "pending",
    "insufficient_funds",
    null,
  ]);
  await pay();
  await pay();
  await local.happen("refunds-covered", { account: poor });
  expect((await local.stripe.refunds.retrieve(refund.id, {}, on)).status).toBe("succeeded");
});

test("a dispute takes the charge back with a fee; won, the charge returns and the fee does not", async () => {
  const intent = await paidWith("pm_card_createDispute");
  const [dispute] = (await local.stripe.disputes.list({ payment_intent: intent.id }, direct())).data;
  expect([dispute.status, dispute.balance_transactions.map(({ net }) => net)]).toEqual([
    "needs_response",
    [-11_500],
  ]);
  await local.stripe.disputes.update(
    dispute.id,
    { evidence: { uncategorized_text: "They signed." } },
    direct(),
  );
  await local.happen("dispute-decided", { account, dispute: dispute.id, won: true });
  const won = await local.stripe.disputes.retrieve(dispute.id, {}, direct());
  expect([won.status, won.balance_transactions.map(({ net }) => net)]).toEqual(["won", [-11_500, 10_000]]);
});

test("money becomes available with its day, is paid out, and comes back where the bank returns it", async () => {
  const own = await local.anAccount();
  const on = { stripeAccount: own };
  await local.stripe.paymentIntents.create(
    { amount: 1_000, currency: "usd", payment_method: "pm_card_visa", confirm: true },
    on,
  );
  expect((await refusalOf(local.stripe.payouts.create({ amount: 900, currency: "usd" }, on))).code).toBe(
    "balance_insufficient",
  );
  passDays(3);
  const payout = await local.stripe.payouts.create({ amount: 900, currency: "usd" }, on);
  await local.happen("payout-answered", { account: own, payout: payout.id, arrived: false });
  const failed = await local.stripe.payouts.retrieve(
    payout.id,
    { expand: ["failure_balance_transaction"] },
    on,
  );
  expect([failed.status, failed.failure_balance_transaction]).toMatchObject([
    "failed",
    { amount: 900, type: "payout_failure" },
  ]);
  const balance = await local.stripe.balance.retrieve({}, on);
  expect(balance.available).toMatchObject([{ amount: 1_000 - 59, currency: "usd" }]);
});

test("a transfer needs money the platform has, and is taken back only while the other side still has it", async () => {
  const own = await local.anAccount();
  const poor = await refusalOf(
    local.stripe.transfers.create({ amount: 900_000, currency: "usd", destination: own }),
  );
  expect(poor.code).toBe("balance_insufficient");
  await local.stripe.paymentIntents.create({
    amount: 20_000,
    currency: "usd",
    payment_method: "pm_card_bypassPending",
    confirm: true,
  });
  const transfer = await local.stripe.transfers.create({ amount: 4_000, currency: "usd", destination: own });
  const part = await local.stripe.transfers.createReversal(transfer.id, { amount: 1_500 });
  expect(part.amount).toBe(1_500);
  await local.happen("pay-out", { account: own });
  expect((await refusalOf(local.stripe.transfers.createReversal(transfer.id))).code).toBe(
    "balance_insufficient",
  );
  expect(await local.stripe.transfers.retrieve(transfer.id)).toMatchObject({
    amount_reversed: 1_500,
    reversed: false,
  });
});

test("every balance is the sum of its transactions, whatever went before", async () => {
  const all = await local.stripe.balanceTransactions
    .list({ limit: 100 }, direct())
    .autoPagingToArray({ limit: 1_000 });
  const balance = await local.stripe.balance.retrieve({}, direct());
  const held = [...balance.available, ...balance.pending].reduce((sum, { amount }) => sum + amount, 0);
  expect(all.reduce((sum, { net }) => sum + net, 0)).toBe(held);
  expect(all.length).toBeGreaterThan(10);
});
