/** One thing that does not agree, or that explains why two sums differ. Amounts are decimal text of minor units. */
export type Finding = {
  kind: /** The provider has it, and it belongs to a payment or payout of ours that is not booked yet. */
    | "not-booked"
    /** The provider has it for something outside this product: the payee's own business. It explains, and is no fault. */
    | "outside"
    /** Both have it, with other amounts. */
    | "differs"
    /** The books have it, and the provider does not. */
    | "not-at-provider"
    /** The provider's own balance is not the sum of the movements it lists. */
    | "provider-sum";
  id: string;
  currency: string;
  provider: string;
  books: string;
};

export type ReconciledSum = {
  currency: string;
  /** The provider's balance as it states it, and the books'. */
  provider: string;
  books: string;
  /** What the provider has for business outside this product. */
  outside: string;
  /** What nothing above explains; nought where the two agree. */
  unexplained: string;
};
