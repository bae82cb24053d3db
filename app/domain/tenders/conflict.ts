/**
 * One organisation's ties, with every name already digested so that equal names at one place are equal texts. While keys are changed a
 * name has a digest under each of them, and what is kept is one of those.
 */
export type Ties = {
  /** The debtor of this case. */
  debtorKey: string;
  /** The bidder's own name, digested as if it were the debtor of this case. */
  bidderKeys: readonly string[];
  /** Creditors the bidder acts for elsewhere, each digested as if it were the debtor of this case. */
  clientKeys: readonly string[];
  /** For each other case the bidder acts on: its debtor, and this creditor's name digested as if it were that debtor. */
  opponents: readonly { debtorKey: string; creditorKeys: readonly string[] }[];
  /** Somebody belongs to the bidder and to this creditor at once. */
  sharesMembers: boolean;
};

/**
 * Whether a tie bars the bidder from this case: it is the debtor, acts for the debtor, acts against this
 * creditor, or shares people with it. Says no more than that, since the reason would name a party.
 *
 * @see X-07; 律师法 art. 39; ABA Model Rule 1.7
 */
export const isConflicted = (ties: Ties): boolean =>
  ties.bidderKeys.includes(ties.debtorKey) ||
  ties.clientKeys.includes(ties.debtorKey) ||
  ties.opponents.some(({ debtorKey, creditorKeys }) => creditorKeys.includes(debtorKey)) ||
  ties.sharesMembers;
