import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aLocalStripe } from "#test/support/local-stripe.ts";
import { projectRoot } from "#test/support/project.ts";

type Resource = Record<string, unknown>;

const file = `${projectRoot}/../shared/stripe/fixtures3.json`;
const fixtures: Record<string, Resource> | null = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8")).resources
  : null;

let local: Awaited<ReturnType<typeof aLocalStripe>>;
beforeAll(async () => {
  local = await aLocalStripe();
});
afterAll(() => local.close());

/** What people and happenings fill, each time otherwise. */
const free = new Set(["metadata", "data.object"]);

const kindOf = (value: unknown) => (value === null ? "null" : Array.isArray(value) ? "list" : typeof value);

/**
 * What a body and the published example of its kind disagree in: a field the example has and the body lacks, or a value
 * of another type. An example that shows null says nothing of the type; a body may hold null where it is nullable.
 */
function differences(body: Resource, example: Resource, path = ""): string[] {
  return Object.entries(example).flatMap(([name, shown]) => {
    const at = path ? `${path}.${name}` : name;
    if (!(name in body)) return [`${at} is missing`];
    const [own, wanted] = [kindOf(body[name]), kindOf(shown)];
    if (wanted === "null" || own === "null") return [];
    if (own !== wanted) return [`${at} is ${own}, not ${wanted}`];
    return own === "object" && !free.has(at)
      ? differences(body[name] as Resource, shown as Resource, at)
      : [];
  });
}

/** One of every kind the service answers, made as the product would. */
async function oneOfEach(): Promise<Record<string, object>> {
  const { stripe } = local;
  const account = await local.anAccount();
  const on = { stripeAccount: account };
  const customer = await stripe.customers.create({ email: "d@example.test" }, on);
  const pay = (method: string, more: object = {}) =>
    stripe.paymentIntents.create(
      { amount: 9_000, currency: "usd", payment_method: method, confirm: true, ...more },
      on,
    );
  const intent = await pay("pm_card_bypassPending", { application_fee_amount: 100 });
  await pay("pm_card_bypassPending");
  const disputed = await pay("pm_card_createDispute");
  const charge = await stripe.charges.retrieve(String(intent.latest_charge), {}, on);
  await stripe.paymentIntents.create({
    amount: 5_000,
    currency: "usd",
    payment_method: "pm_card_bypassPending",
    confirm: true,
  });
  const transfer = await stripe.transfers.create({ amount: 1_000, currency: "usd", destination: account });
  const setup = await stripe.setupIntents.create(
    { customer: customer.id, payment_method: "pm_card_visa", confirm: true },
    on,
  );
  return {
    account: await stripe.accounts.retrieve(account),
    account_link: await stripe.accountLinks.create({
      account,
      type: "account_onboarding",
      return_url: "https://a.example",
      refresh_url: "https://b.example",
    }),
    application_fee: await stripe.applicationFees.retrieve(String(charge.application_fee)),
    balance: await stripe.balance.retrieve({}, on),
    balance_transaction: await stripe.balanceTransactions.retrieve(
      String(charge.balance_transaction),
      {},
      on,
    ),
    charge,
    "checkout.session": await stripe.checkout.sessions.create(
      {
        success_url: "https://a.example",
        line_items: [
          {
            quantity: 1,
            price_data: { currency: "usd", unit_amount: 900, product_data: { name: "A debt" } },
          },
        ],
      },
      on,
    ),
    customer,
    dispute: (await stripe.disputes.list({ payment_intent: disputed.id }, on)).data[0],
    event: (await stripe.events.list({}, on)).data[0],
    payment_intent: intent,
    payment_method: await stripe.paymentMethods.retrieve(String(setup.payment_method), {}, on),
    refund: await stripe.refunds.create({ charge: charge.id, amount: 10 }, on),
    payout: await stripe.payouts.create({ amount: 500, currency: "usd" }, on),
    setup_intent: setup,
    transfer,
    transfer_reversal: await stripe.transfers.createReversal(transfer.id, { amount: 10 }),
  };
}

test("every object has the fields and types of the example Stripe publishes of it", async ({ skip }) => {
  if (!fixtures) {
    process.stderr.write(
      `Skipped: ${file} is not here, so the local Stripe's answers were compared with nothing.\n`,
    );
    return skip("the published fixtures are not on this machine");
  }
  const made = await oneOfEach();
  const found = Object.entries(made).flatMap(([kind, body]) =>
    differences(body as Resource, fixtures[kind]).map((difference) => `${kind}: ${difference}`),
  );
  expect(found).toEqual([]);
});
