import type { Hold } from "#app/domain/law/facts.ts";

/** Pauses that lie across the ladder at a moment. */
export const openHolds = (holds: readonly Hold[], at: Date): Hold[] =>
  holds.filter(({ endsAt }) => !endsAt || endsAt === "unknown" || new Date(endsAt) > at);

/** Pauses in which a debtor may still be asked to pay: a plan is being paid, and a channel that is closed says nothing of the others. */
const openForPayment = new Set(["payment_plan", "channel_optout"]);

/** Whether collection rests, so that nobody is asked for money. */
export const restsAt = (holds: readonly Hold[], at: Date): boolean =>
  openHolds(holds, at).some(({ type }) => !openForPayment.has(type));
