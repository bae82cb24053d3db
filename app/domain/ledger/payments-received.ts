import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { PaymentReceived } from "./set-off.ts";

type Told = Pick<TimelineEvent, "id" | "type" | "payload">;

/** A payment is known by the provider's payment it came by, or by the event that told of it; what went back of it bears the same name. */
export const paymentIdOf = ({ id, payload }: Pick<TimelineEvent, "id" | "payload">): string =>
  typeof payload.refs?.paymentId === "string" ? payload.refs.paymentId : id;

/** What each payment still is, less what went back of it. */
export function paymentSums(log: readonly Told[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const event of log) {
    if (event.type !== "payment") continue;
    const id = paymentIdOf(event);
    sums.set(id, (sums.get(id) ?? 0) + Number(event.payload.refs?.amount ?? 0));
  }
  return sums;
}

/** What a payment still is, on the day it came in, and the event it was first told by. What went back of it is as if it never came. */
export function paymentsReceived<E extends Told & Pick<TimelineEvent, "occurredAt">>(
  log: readonly E[],
  zone: string,
): { payments: PaymentReceived[]; events: Map<string, E> } {
  const sums = paymentSums(log);
  const events = new Map<string, E>();
  for (const event of log) {
    const id = event.type === "payment" ? paymentIdOf(event) : null;
    if (id && !events.has(id)) events.set(id, event);
  }
  const payments = [...events].flatMap(([id, { occurredAt }]) => {
    const amount = sums.get(id) ?? 0;
    return amount > 0 ? [{ id, on: dateIn(zone, occurredAt), amount }] : [];
  });
  return { payments, events };
}
