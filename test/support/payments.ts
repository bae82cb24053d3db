import { eq } from "drizzle-orm";
import Stripe from "stripe";
import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { fromProviderAmount } from "#app/domain/payments/provider-amount.ts";
import { providerFrom } from "#app/gateways/stripe.server.ts";
import { askPayment, type PaymentAsked } from "#app/use-cases/ask-payment.server.ts";
import { applyEvents } from "#app/use-cases/payments/apply-events.server.ts";
import { makeCalls } from "#app/use-cases/payments/make-calls.server.ts";
import { openAccount } from "#app/use-cases/payments/open-account.server.ts";
import { receiveEvent } from "#app/use-cases/payments/receive-event.server.ts";
import { paymentAccounts, payments, providerEvents } from "#db/schema/payments.ts";
import { transact } from "#db/transact.ts";
import { aLocalStripe, testKey, testWebhookSecret } from "./local-stripe.ts";
import { type Person, value, type World } from "./world.ts";

/** The product wired to a local Stripe of its own, whose events are held until a test delivers them in its own way. */
export async function aPaymentWorld(world: World) {
  const local = await aLocalStripe({ now: () => world.now });
  const keys = { secretKey: testKey, webhookSecret: testWebhookSecret, address: local.service.address };
  world.services.provider = providerFrom(keys);
  const asSystem = () => world.ctx(system);

  const work = async () => {
    for (let more = 1; more > 0; )
      more = value(await makeCalls(asSystem())) + value(await applyEvents(asSystem()));
  };
  const accountOf = async (orgId: string) => {
    const [row] = await world.db.select().from(paymentAccounts).where(eq(paymentAccounts.orgId, orgId));
    return row;
  };
  /** An organisation that is paid on its own account. */
  const payee = async (person: Person): Promise<string> => {
    value(await openAccount(world.ctx(person.actor)));
    await work();
    const { accountId } = await accountOf(person.orgId);
    await local.happen("onboard", { account: accountId, name: "A Law Firm", accountNumber: "000123456789" });
    return accountId!;
  };
  const paymentOf = async (id: string) => {
    const [row] = await world.db.select().from(payments).where(eq(payments.id, id));
    return row;
  };
  const asked = async (given: Partial<PaymentAsked> & Pick<PaymentAsked, "orgId">) => {
    const ctx = asSystem();
    const request: PaymentAsked = {
      id: newId(world.now),
      caseId: newId(world.now),
      purpose: "recovery",
      amount: 25_000n,
      currency: "USD",
      label: "Case R-12345",
      forPlan: false,
      locale: "en",
      paidPath: "/paid",
      backPath: "/",
      ...given,
    };
    return value(await transact(ctx, (tx) => askPayment(tx, ctx, request)));
  };
  /** What a payer does at the hosted page. */
  const pay = async (id: string, number: string) => {
    const { sessionUrl } = await paymentOf(id);
    const body = new URLSearchParams({ number, name: "D. Debtor" });
    return fetch(sessionUrl!, { method: "POST", body, redirect: "manual" });
  };
  /** Every event the provider has told of so far, of the platform and of these accounts, the oldest first. */
  const events = async (...accounts: string[]): Promise<Stripe.Event[]> => {
    const lists = await Promise.all(
      [undefined, ...accounts].map((stripeAccount) =>
        local.stripe.events
          .list({ limit: 100 }, stripeAccount ? { stripeAccount } : {})
          .autoPagingToArray({ limit: 1_000 }),
      ),
    );
    return lists.flatMap((list) => list.reverse());
  };
  const deliver = (event: Stripe.Event) => {
    const raw = JSON.stringify(event);
    return receiveEvent(asSystem(), { raw, signature: signed(raw) });
  };
  /** Everything the provider has told of so far arrives and is applied. */
  const deliverAll = async (...accounts: string[]) => {
    for (const event of await events(...accounts)) await deliver(event);
    await work();
  };
  /** What the provider holds of the platform's own, in our minor units. */
  const platformHolds = async (currency: string): Promise<bigint> =>
    sumIn(await local.stripe.balance.retrieve(), currency);
  const eventRow = async (id: string) => {
    const [row] = await world.db.select().from(providerEvents).where(eq(providerEvents.id, id));
    return row;
  };
  return {
    local,
    work,
    accountOf,
    payee,
    paymentOf,
    asked,
    pay,
    events,
    deliver,
    eventRow,
    deliverAll,
    platformHolds,
  };
}

export const signed = (payload: string, secret = testWebhookSecret, secondsAgo = 0): string =>
  Stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
    timestamp: Math.floor(Date.now() / 1000) - secondsAgo,
  });

/** What the provider holds for an account in all, in our minor units. */
export async function heldBy(stripe: Stripe, account: string, currency: string): Promise<bigint> {
  return sumIn(await stripe.balance.retrieve({}, { stripeAccount: account }), currency);
}

function sumIn(balance: Stripe.Balance, currency: string): bigint {
  const own = [...balance.available, ...balance.pending].filter(
    (each) => each.currency === currency.toLowerCase(),
  );
  return fromProviderAmount(
    own.reduce((sum, { amount }) => sum + amount, 0),
    currency,
  )!;
}
