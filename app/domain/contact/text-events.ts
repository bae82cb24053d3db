import { z } from "zod";

/** What the provider tells of: what became of a message of ours, or one that a debtor wrote. */
export const textEventKinds = ["status", "incoming"] as const;
export type TextEventKind = (typeof textEventKinds)[number];
export const textEventStates = ["waiting", "applied"] as const;

/** `open`: a person has yet to say to which case a reply belongs. */
export const replyStates = ["open", "placed", "dismissed"] as const;

/** What was last heard of a text message, in the order in which it can be heard. */
export const deliveries = ["queued", "sent", "delivered", "undelivered", "failed"] as const;
export type Delivery = (typeof deliveries)[number];

const isFinal = (delivery: Delivery) => deliveries.indexOf(delivery) >= deliveries.indexOf("delivered");

/** Whether news changes what was heard before: they come in any order, and what is final stays. */
export const isNews = (before: Delivery | null, news: Delivery): boolean =>
  before === null || (!isFinal(before) && deliveries.indexOf(news) > deliveries.indexOf(before));

/** The provider's words in ours; null for one that says nothing of the debtor's phone. */
const heard: Record<string, Delivery> = {
  accepted: "queued",
  scheduled: "queued",
  queued: "queued",
  sending: "queued",
  sent: "sent",
  delivered: "delivered",
  read: "delivered",
  undelivered: "undelivered",
  canceled: "failed",
  failed: "failed",
};
export const deliveryOf = (status: string): Delivery | null => heard[status] ?? null;

/** A phone that does not exist, was switched off for good, or takes no texts; the others may heal. */
const noPhone = new Set([21211, 21214, 21217, 21614, 30005, 30006]);
export const isNoPhone = (code: number | null): boolean => code !== null && noPhone.has(code);

/** The debtor has told the provider or the carrier that no more is to come. */
const stopped = new Set([21610, 30004]);
export const isStopped = (code: number | null): boolean => code !== null && stopped.has(code);

/** Numbers and words as the provider posts them; whatever else comes along is kept in the raw body alone. */
export const StatusPost = z.object({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/),
  MessageStatus: z.string().max(40),
  ErrorCode: z.coerce.number().int().optional(),
});
export const IncomingPost = z.object({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/),
  From: z.string().max(40),
  To: z.string().max(40),
  Body: z.string().max(20_000).default(""),
  /** What the provider itself made of a word that ends the messages. */
  OptOutType: z.string().max(20).optional(),
});
