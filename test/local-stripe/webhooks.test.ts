import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aLocalStripe, testWebhookSecret } from "#test/support/local-stripe.ts";

type Received = { event: Stripe.Event; signature: string; body: string };

let received: Received[] = [];
/** What the receiving end answers, one a delivery; 200 once they are used up. */
let answers: number[] = [];
const receiver = createServer(async (incoming, outgoing) => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const signature = String(incoming.headers["stripe-signature"]);
  received.push({ event: JSON.parse(body), signature, body });
  outgoing.writeHead(answers.shift() ?? 200).end();
});
let local: Awaited<ReturnType<typeof aLocalStripe>>;

beforeEach(async () => {
  received = [];
  answers = [];
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  local = await aLocalStripe({
    webhookUrl: () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
  });
});
afterEach(async () => {
  await local.close();
  receiver.closeAllConnections();
  receiver.close();
});

const pay = (amount: number) =>
  local.stripe.paymentIntents.create({
    amount,
    currency: "usd",
    payment_method: "pm_card_visa",
    confirm: true,
  });
const settled = () => local.control<{ waiting: number }>("webhooks");
const types = () => received.map(({ event }) => event.type);
const paying = ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"];

test("an event is signed as the SDK checks it, and neither a changed body nor another secret passes", async () => {
  await pay(500);
  await settled();
  expect(types()).toEqual(paying);
  const { body, signature, event } = received[0];
  expect(Stripe.webhooks.constructEvent(body, signature, testWebhookSecret).id).toBe(event.id);
  expect(() =>
    Stripe.webhooks.constructEvent(body.replace("500", "501"), signature, testWebhookSecret),
  ).toThrow();
  expect(() => Stripe.webhooks.constructEvent(body, signature, "whsec_other")).toThrow();
});

test("an event of a connected account says whose it is", async () => {
  const account = await local.anAccount();
  await settled();
  expect(received.map(({ event }) => [event.type, event.account])).toEqual([["account.updated", account]]);
});

test("on demand events are held back, come more than once, and in another order", async () => {
  await local.control("webhooks", { held: true });
  await pay(500);
  expect((await settled()).waiting).toBe(3);
  await local.control("webhooks", { held: false, copies: 2, order: "reversed", delayMs: 30 });
  expect((await settled()).waiting).toBe(0);
  expect(types().sort()).toEqual([...paying, ...paying].sort());
  expect(new Set(received.map(({ event }) => event.id)).size).toBe(3);
  expect(received[0].event.type).toBe("payment_intent.succeeded");
});

test("a delivery that was refused is tried again until it is taken", async () => {
  answers = [500, 503];
  await pay(500);
  await expect.poll(async () => (await settled()).waiting, { timeout: 10_000, interval: 100 }).toBe(0);
  expect(types().filter((type) => type === paying[0])).toHaveLength(2);
  expect(new Set(types())).toEqual(new Set(paying));
});
