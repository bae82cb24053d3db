import type Stripe from "stripe";

/** What we keep of the provider's account, as the provider says it is. */
export const accountChange = (account: Stripe.Account, now: Date) => ({
  chargesEnabled: account.charges_enabled,
  payoutsEnabled: account.payouts_enabled,
  detailsSubmitted: account.details_submitted,
  requirements: account.requirements?.currently_due ?? [],
  syncedAt: now,
});
