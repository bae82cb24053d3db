type Kind = {
  /** Money that moved, or what is owed, reported and settled beside it. No transfer crosses from one to the other. */
  family: "money" | "obligation";
  /** Whose book it stands in: the case's, or a party's own. */
  book: "case" | "party";
  /** Outside the product's books (a person, a bank, a court), or the other side of an obligation. */
  mayGoNegative: boolean;
};

const money = (book: Kind["book"], mayGoNegative: boolean): Kind => ({
  family: "money",
  book,
  mayGoNegative,
});
const obligation = (mayGoNegative: boolean): Kind => ({ family: "obligation", book: "case", mayGoNegative });

/**
 * Every kind of account. No account is shared by the whole platform: its totals are sums over parties' books, so that no one row
 * is what all writers wait for.
 */
export const accountKinds = {
  /** What the debtor paid is its negative balance. */
  debtor: money("case", true),
  /** Held for the creditor by the payee of record: the firm's client account. */
  client_money: money("case", false),
  /** Held for the creditor by the platform itself: only where a pack permits it and counsel has signed. */
  platform_held: money("case", false),
  /** Taken by the payment provider and not yet out of its hands. Its events come in any order. */
  provider_clearing: money("case", true),
  dispute_held: money("case", false),
  refund_pending: money("case", false),
  /** Court costs and fixed fees paid in before the act. */
  cost_advance: money("case", false),
  court: money("case", true),
  /** What a provider shows as a connected account's balance; after a refund it may be less than nothing. */
  connected_balance: money("party", true),
  creditor_bank: money("party", true),
  collector_bank: money("party", true),
  platform_bank: money("party", true),
  /** What the platform earned of a creditor, and what the provider kept of a party's money. */
  platform_fees: money("party", true),
  provider_fees: money("party", true),

  /** What the debt was lessened by, in all, is its negative balance; the four below say of what. */
  debt: obligation(true),
  paid_costs: obligation(false),
  paid_interest: obligation(false),
  paid_principal: obligation(false),
  paid_over: obligation(false),
  /** Paid, and no order is on file or a figure it rests on is not known. */
  paid_unassigned: obligation(false),
  /** The collector's fee by the engagement's terms: owed by the creditor, said to be paid, known to be paid. */
  fee_terms: obligation(true),
  fee_owed: obligation(false),
  fee_reported: obligation(false),
  fee_settled: obligation(false),
  /** Paid beyond what is owed, since what it was owed for went back: the payee owes it back. */
  fee_over: obligation(false),
  /** The platform's own charge to the creditor. */
  charge_terms: obligation(true),
  charge_owed: obligation(false),
  charge_reported: obligation(false),
  charge_settled: obligation(false),
  charge_over: obligation(false),
  /** What the creditor pays in before acts: asked for, said to be paid, paid, and paid beyond what was asked for. */
  advance_terms: obligation(true),
  advance_owed: obligation(false),
  advance_reported: obligation(false),
  advance_settled: obligation(false),
  advance_over: obligation(false),
  /** What became of it: spent by a receipt, or given back, as the collector reports and the creditor answers. */
  advance_uses: obligation(true),
  advance_spent: obligation(false),
  return_reported: obligation(false),
  return_confirmed: obligation(false),
  return_contested: obligation(false),
  /** Payments past the platform: what one side reported, and what became of the report. */
  reports: obligation(true),
  payment_reported: obligation(false),
  payment_confirmed: obligation(false),
  payment_contested: obligation(false),
  /** The same of what the payee says it passed on to the creditor. */
  remittance_reported: obligation(false),
  remittance_confirmed: obligation(false),
  remittance_contested: obligation(false),
  /**
   * What the collector owes the creditor of payments that came in on its account at the provider, where the provider's balance is the
   * money's own account. Less than nothing: a payment went back to the debtor after it was passed on.
   */
  remit_terms: obligation(true),
  remit_owed: obligation(true),
} as const satisfies Record<string, Kind>;

export type AccountKind = keyof typeof accountKinds;
export const accountKindNames = Object.keys(accountKinds) as [AccountKind, ...AccountKind[]];

/** `bookId` is the case's id for a case's account, and the organisation's for a party's. */
export type Account = { kind: AccountKind; bookId: string };
