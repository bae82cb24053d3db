import { afterAll, beforeAll, expect, test } from "vitest";
import { aLocalStripe, refusalOf } from "#test/support/local-stripe.ts";

let local: Awaited<ReturnType<typeof aLocalStripe>>;

beforeAll(async () => {
  local = await aLocalStripe();
});
afterAll(() => local.close());

test("what was taken off its customer, or is another's, pays no instalment any more, and its mandate is over", async () => {
  const euro = await local.anAccount("DE");
  const on = { stripeAccount: euro };
  const [one, other] = [
    await local.stripe.customers.create({}, on),
    await local.stripe.customers.create({}, on),
  ];
  const { id } = await local.stripe.paymentMethods.create(
    {
      type: "sepa_debit",
      sepa_debit: { iban: "AT611904300234573201" },
      billing_details: { name: "D. Debtor", email: "d@example.test" },
    },
    on,
  );
  const setup = await local.stripe.setupIntents.create(
    { customer: one.id, payment_method: id, confirm: true, usage: "off_session" },
    on,
  );
  const debit = (customer: string) =>
    local.stripe.paymentIntents.create(
      { amount: 5_000, currency: "eur", customer, payment_method: id, off_session: true, confirm: true },
      on,
    );
  expect((await debit(one.id)).status).toBe("processing");
  expect(await refusalOf(debit(other.id))).toMatchObject({ statusCode: 400, param: "payment_method" });
  await local.stripe.paymentMethods.detach(id, {}, on);
  expect((await local.stripe.mandates.retrieve(String(setup.mandate), {}, on)).status).toBe("inactive");
  expect(await refusalOf(debit(one.id))).toMatchObject({ statusCode: 400, param: "payment_method" });
  expect(await refusalOf(local.stripe.paymentMethods.attach(id, { customer: one.id }, on))).toMatchObject({
    statusCode: 400,
  });
});
