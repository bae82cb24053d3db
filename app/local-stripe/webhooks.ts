import { randomInt } from "node:crypto";
import Stripe from "stripe";
import type { Books, Kinds } from "./books.ts";
import { beginTurn, platformAccount } from "./turn.ts";

/** How events reach the product, as a test wants them: late, more than once, in another order, or not until told. */
export type Manner = {
  held: boolean;
  copies: number;
  delayMs: number;
  order: "sent" | "reversed" | "shuffled";
};

export const promptly: Manner = { held: false, copies: 1, delayMs: 0, order: "sent" };

type Endpoint = { url: string; secret: string };
type Delivery = Kinds["delivery"];
const longestPauseMs = 60_000;

/**
 * Delivers what the books say is still to be delivered, signed as Stripe signs. A delivery is over with the first answer
 * of the 200s; until then it is tried again, after ever longer pauses.
 */
export function startWebhooks(
  books: Books,
  endpoint: () => Endpoint | null,
  machineNow: () => Promise<Date>,
) {
  let manner = promptly;
  let running = Promise.resolve();
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();

  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };
  /** One batch after another, so that the order asked for is the order of arrival. */
  const wake = () => {
    if (!manner.held && !stopped) running = running.then(batch);
  };
  const batch = async () => {
    const waiting = ordered(
      books.all("delivery").map(({ body }) => body!),
      manner.order,
    );
    if (waiting.length === 0 || manner.held || stopped) return;
    if (manner.delayMs > 0) await new Promise<void>((done) => later(manner.delayMs, done));
    const given = await Promise.all(Array.from({ length: manner.copies }, () => deliverAll(waiting)));
    const failed = waiting.filter((_, index) => !given.some((copies) => copies[index]));
    settle(waiting, failed);
    if (failed.length > 0)
      later(Math.min(longestPauseMs, 500 * 2 ** Math.max(...failed.map((each) => each.attempts))), wake);
  };
  const deliverAll = async (deliveries: Delivery[]) => {
    const given: boolean[] = [];
    for (const delivery of deliveries) given.push(!stopped && (await deliver(delivery)));
    return given;
  };
  const settle = (tried: Delivery[], failed: Delivery[]) => {
    const turn = beginTurn(books, { now: 0, account: platformAccount });
    for (const delivery of tried) {
      if (failed.includes(delivery)) turn.put("delivery", { ...delivery, attempts: delivery.attempts + 1 });
      else turn.drop("delivery", delivery.id);
    }
    turn.keep();
  };
  const deliver = async ({ event }: Delivery): Promise<boolean> => {
    const to = endpoint();
    if (!to) return false;
    const payload = JSON.stringify(books.read("event", event)?.body);
    const timestamp = Math.floor((await machineNow()).getTime() / 1000);
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: to.secret, timestamp });
    try {
      const headers = { "content-type": "application/json; charset=utf-8", "stripe-signature": signature };
      const answer = await fetch(to.url, {
        method: "POST",
        headers,
        body: payload,
        signal: AbortSignal.timeout(10_000),
      });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  };

  return {
    wake,
    behave(change: Partial<Manner>) {
      manner = { ...manner, ...change };
      wake();
    },
    /** Until all that is due has been tried once. */
    async settled() {
      await running;
    },
    waiting: () => books.all("delivery").length,
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function ordered(deliveries: Delivery[], order: Manner["order"]): Delivery[] {
  if (order === "reversed") return [...deliveries].reverse();
  if (order === "sent") return deliveries;
  const shuffled = [...deliveries];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
  }
  return shuffled;
}
