import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { readClock, readMachineClock } from "#app/gateways/clock.server.ts";
import { providerFrom } from "#app/gateways/stripe.server.ts";
import { startLocalStripe } from "#app/local-stripe/start.ts";
import type { Services } from "#app/use-cases/ctx.ts";
import { receiveEvent } from "#app/use-cases/payments/receive-event.server.ts";

export const testKey = "sk_test_of_the_tests";
export const testWebhookSecret = "whsec_of_the_tests";

type Given = { journal?: string; webhookUrl?: () => string | null; now?: () => Date };

/** The local service with the official SDK in front of it, and the levers that move what nobody asks for. */
export async function aLocalStripe({ journal, webhookUrl = () => null, now = () => new Date() }: Given = {}) {
  const service = await startLocalStripe({
    journal: journal ?? null,
    secretKey: testKey,
    webhook: () => {
      const url = webhookUrl();
      return url ? { url, secret: testWebhookSecret } : null;
    },
    clock: { now: async () => now(), machine: async () => new Date() },
  });
  const origin = `http://127.0.0.1:${service.address.port}`;
  const stripe = new Stripe(testKey, { ...service.address, maxNetworkRetries: 0, telemetry: false });
  const control = async <T = unknown>(path: string, given: object = {}): Promise<T> => {
    const headers = { authorization: `Bearer ${testKey}`, "content-type": "application/json" };
    const answer = await fetch(`${origin}/control/${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(given),
    });
    if (!answer.ok) throw new Error(`control/${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const happen = <T = unknown>(what: string, given: object) => control<T>("happen", { what, ...given });
  return {
    service,
    stripe,
    origin,
    control,
    happen,
    /** A connected account that can be paid and pays out. */
    async anAccount(country = "US"): Promise<string> {
      const { id } = await stripe.accounts.create({
        country,
        controller: { stripe_dashboard: { type: "full" } },
      });
      await happen("onboard", { account: id, name: "A Law Firm", accountNumber: "000123456789" });
      return id;
    },
    close: () => service.close(),
  };
}

/** What a promise is refused with; throws where it is kept. */
export async function refusalOf(asked: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error("It was not refused");
}

/** The stand-in of a start without keys: wired to services, with a door of theirs at which it tells what happened. */
export async function standInOf(services: Services) {
  const door = createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const ctx = { ...services, actor: anonymous, now: await readClock(services.db), locale: "en" as const };
    const told = {
      raw: Buffer.concat(parts).toString(),
      signature: String(incoming.headers["stripe-signature"]),
    };
    outgoing.writeHead((await receiveEvent(ctx, told)).ok ? 200 : 400).end();
  });
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const service = await startLocalStripe({
    journal: null,
    secretKey: testKey,
    webhook: () => ({ url, secret: testWebhookSecret }),
    clock: { now: () => readClock(services.db), machine: () => readMachineClock(services.db) },
  });
  const keys = { secretKey: testKey, webhookSecret: testWebhookSecret, address: service.address };
  services.provider = providerFrom(keys);
  return async () => {
    await service.close();
    door.closeAllConnections();
    await new Promise((closed) => door.close(closed));
  };
}
