/**
 * `waiting`: due at its time, not yet tried. `held`: the law refused it at the moment of sending. `sending`: taken by a worker and
 * counted; a letter is drawn for the post. `unknown`: the mail server, or the provider of text messages, may have taken it and did not say; counted as sent.
 * `bounced`: it never reached the debtor, because the server will never take it, the phone was not reached, or the post brought it back.
 */
export const messageStatuses = [
  "waiting",
  "held",
  "sending",
  "sent",
  "unknown",
  "bounced",
  "withdrawn",
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** A missing move is a forbidden one. */
export const messageMoves: Record<MessageStatus, readonly MessageStatus[]> = {
  waiting: ["waiting", "sending", "held", "withdrawn"],
  held: ["waiting", "held", "sending", "withdrawn"],
  sending: ["sent", "unknown", "bounced", "waiting", "held"],
  /** A text message is asked after again at its provider, who also tells later what became of it. */
  unknown: ["unknown", "sent", "bounced"],
  sent: ["sent", "bounced"],
  bounced: [],
  withdrawn: [],
};

/** What may yet go out. */
export const openStatuses = ["waiting", "held"] as const satisfies readonly MessageStatus[];

export const mayMove = (from: MessageStatus, to: MessageStatus) => messageMoves[from].includes(to);

/** What went out, as far as anybody knows. */
export const countedStatuses = ["sending", "sent", "unknown"] as const satisfies readonly MessageStatus[];

/** A worker that took a message and said nothing for this long has died: nobody knows whether it went out. */
export const claimMs = 5 * 60_000;
/** Tries of a message that the mail server did not take for now. */
export const mostTries = 5;
export const pauseAfterTry = (tries: number): number => 60_000 * 4 ** (tries - 1);

/** When a provider that said nothing is asked whether it has a text message, after the moment of sending; after the last it never had it. */
export const askAfterMs = [2 * 60_000, 10 * 60_000, 60 * 60_000] as const;
