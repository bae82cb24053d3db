/**
 * `waiting`: due at its time, not yet tried. `held`: the law refused it at the moment of sending. `sending`: taken by a worker and
 * counted; a letter is drawn for the post. `unknown`: the mail server may have taken it and did not say; counted as sent. `bounced`: it never
 * reached the debtor, because the server will never take it or the post brought it back.
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
  unknown: ["sent", "bounced"],
  sent: ["bounced"],
  bounced: [],
  withdrawn: [],
};

/** What may yet go out. */
export const openStatuses = ["waiting", "held"] as const satisfies readonly MessageStatus[];

/** Only the post brings back what was sent. */
export const mayMove = (from: MessageStatus, to: MessageStatus) => messageMoves[from].includes(to);

/** What went out, as far as anybody knows. */
export const countedStatuses = ["sending", "sent", "unknown"] as const satisfies readonly MessageStatus[];

/** A worker that took a message and said nothing for this long has died: nobody knows whether it went out. */
export const claimMs = 5 * 60_000;
/** Tries of a message that the mail server did not take for now. */
export const mostTries = 5;
export const pauseAfterTry = (tries: number): number => 60_000 * 4 ** (tries - 1);
