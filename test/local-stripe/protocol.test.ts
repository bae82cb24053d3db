import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aLocalStripe, refusalOf, testKey } from "#test/support/local-stripe.ts";
import { projectRoot } from "#test/support/project.ts";
import { requestSchemas } from "#test/support/stripe-schemas.ts";

let local: Awaited<ReturnType<typeof aLocalStripe>>;
beforeAll(async () => {
  local = await aLocalStripe();
});
afterAll(() => local.close());

test("requests are held to the SDK's own types: the schemas on file are those made of them now", () => {
  expect(readFileSync(join(projectRoot, "app/local-stripe/request-schemas.json"), "utf8")).toBe(
    requestSchemas(),
  );
}, 60_000);

test("a request the SDK's types do not know is refused with the parameter's name", async () => {
  const amiss: [object, string, string][] = [
    [{ amount: 100 }, "parameter_missing", "currency"],
    [{ amount: 100, currency: "usd", ammount: 3 }, "parameter_unknown", "ammount"],
    [{ amount: 100, currency: "usd", shipping: { name: "A" } }, "parameter_missing", "shipping[address]"],
  ];
  for (const [params, code, param] of amiss) {
    const refusal = await refusalOf(
      local.stripe.paymentIntents.create(params as Stripe.PaymentIntentCreateParams),
    );
    expect([refusal.statusCode, refusal.code, refusal.param]).toEqual([400, code, param]);
  }
  const wrong = await refusalOf(
    local.stripe.paymentIntents.create({ amount: "many" as never, currency: "usd" }),
  );
  expect([wrong.type, wrong.param]).toEqual(["StripeInvalidRequestError", "amount"]);
  const fraction = await refusalOf(local.stripe.paymentIntents.create({ amount: 1.5, currency: "usd" }));
  expect(fraction.param).toBe("amount");
});

test("who asks is checked: a wrong key, another version, a foreign account, a thing that is another account's", async () => {
  const stranger = new Stripe("sk_test_stranger", { ...local.service.address, maxNetworkRetries: 0 });
  expect((await refusalOf(stranger.balance.retrieve())).type).toBe("StripeAuthenticationError");
  const old = new Stripe(testKey, {
    ...local.service.address,
    maxNetworkRetries: 0,
    apiVersion: "2020-08-27" as never,
  });
  expect((await refusalOf(old.balance.retrieve())).message).toContain("2020-08-27");
  const foreign = await refusalOf(local.stripe.balance.retrieve({}, { stripeAccount: "acct_foreign" }));
  expect([foreign.type, foreign.code]).toEqual(["StripePermissionError", "account_invalid"]);
  const account = await local.anAccount();
  const own = await local.stripe.paymentIntents.create({ amount: 100, currency: "usd" });
  const elsewhere = await refusalOf(
    local.stripe.paymentIntents.retrieve(own.id, {}, { stripeAccount: account }),
  );
  expect([elsewhere.statusCode, elsewhere.code]).toEqual([404, "resource_missing"]);
});

test("an idempotency key does a thing once: the same request has the same answer, another request is an error", async () => {
  const once = { idempotencyKey: "pay-1" };
  const params = { amount: 700, currency: "usd", payment_method: "pm_card_visa", confirm: true };
  const first = await local.stripe.paymentIntents.create(params, once);
  const second = await local.stripe.paymentIntents.create(params, once);
  expect([second.id, second.lastResponse.headers["idempotent-replayed"]]).toEqual([first.id, "true"]);
  const other = await refusalOf(local.stripe.paymentIntents.create({ ...params, amount: 701 }, once));
  expect(other.type).toBe("StripeIdempotencyError");
  const declined = { ...params, payment_method: "pm_card_chargeDeclined" };
  const twice = await Promise.all(
    [1, 2].map(() => refusalOf(local.stripe.paymentIntents.create(declined, { idempotencyKey: "pay-2" }))),
  );
  expect(twice[0].charge).toBe(twice[1].charge);
  expect((await local.stripe.charges.list({ payment_intent: first.id })).data).toHaveLength(1);
});

test("a connection that breaks after the request was carried out leaves one payment, found again by its key", async () => {
  await local.control("faults", { unanswered: 2 });
  const params = { amount: 1_234, currency: "usd", payment_method: "pm_card_visa", confirm: true };
  const lost = await refusalOf(local.stripe.paymentIntents.create(params, { idempotencyKey: "lost" }));
  expect(lost.type).toBe("StripeConnectionError");
  const again = await local.stripe.paymentIntents.create(params, { idempotencyKey: "lost" });
  const all = await local.stripe.paymentIntents.list({ limit: 100 });
  expect(all.data.filter(({ amount }) => amount === 1_234).map(({ id }) => id)).toEqual([again.id]);
});

test("lists are paged by key, the newest first, forward and back", async () => {
  const account = await local.anAccount();
  const on = { stripeAccount: account };
  const made: string[] = [];
  for (let amount = 101; amount <= 107; amount++)
    made.unshift((await local.stripe.paymentIntents.create({ amount, currency: "usd" }, on)).id);
  const first = await local.stripe.paymentIntents.list({ limit: 3 }, on);
  expect([first.data.map(({ id }) => id), first.has_more]).toEqual([made.slice(0, 3), true]);
  const all = await local.stripe.paymentIntents.list({ limit: 3 }, on).autoPagingToArray({ limit: 50 });
  expect(all.map(({ id }) => id)).toEqual(made);
  const back = await local.stripe.paymentIntents.list({ limit: 2, ending_before: made[4] }, on);
  expect(back.data.map(({ id }) => id)).toEqual(made.slice(2, 4));
  expect((await refusalOf(local.stripe.paymentIntents.list({ limit: 101 }, on))).param).toBe("limit");
});

test("a restart keeps all that was answered, and drops a line that was cut short", async () => {
  const journal = join(mkdtempSync(join(tmpdir(), "rung-stripe-")), "journal.jsonl");
  const first = await aLocalStripe({ journal });
  const account = await first.anAccount();
  const on = { stripeAccount: account, idempotencyKey: "kept" };
  const params = { amount: 5_000, currency: "usd", payment_method: "pm_card_visa", confirm: true };
  const paid = await first.stripe.paymentIntents.create(params, on);
  await first.close();
  writeFileSync(journal, `${readFileSync(journal, "utf8")}[{"kind":"charge","id":"ch_torn"`);
  const second = await aLocalStripe({ journal });
  expect((await second.stripe.paymentIntents.create(params, on)).id).toBe(paid.id);
  expect((await second.stripe.balanceTransactions.list({}, { stripeAccount: account })).data).toHaveLength(1);
  await second.close();
});
