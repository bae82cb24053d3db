import type Stripe from "stripe";
import { invalid, missing } from "./refusal.ts";
import { newId, platformAccount, type Turn } from "./turn.ts";

const askedFor = [
  "business_profile.url",
  "business_type",
  "external_account",
  "tos_acceptance.date",
  "tos_acceptance.ip",
];

const currencies: Record<string, string> = {
  US: "usd",
  GB: "gbp",
  CN: "cny",
  HK: "hkd",
  JP: "jpy",
  CH: "chf",
};
export const homeCurrency = (country: string): string => currencies[country] ?? "eur";

const requirements = (due: string[]): Stripe.Account.Requirements => ({
  alternatives: [],
  current_deadline: null,
  currently_due: due,
  disabled_reason: due.length > 0 ? "requirements.past_due" : null,
  errors: [],
  eventually_due: due,
  past_due: due,
  pending_verification: [],
});

/** A connected account that still has to be onboarded: it can neither be paid nor pay out. */
export function createAccount(turn: Turn, params: Stripe.AccountCreateParams): Stripe.Account {
  const country = params.country ?? "US";
  const id = newId("acct");
  const account = {
    id,
    object: "account",
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: params.business_profile?.mcc ?? null,
      minority_owned_business_designation: null,
      name: params.business_profile?.name ?? null,
      product_description: params.business_profile?.product_description ?? null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: params.business_profile?.url ?? null,
    },
    business_type: (params.business_type as Stripe.Account.BusinessType) ?? null,
    capabilities: { card_payments: "inactive", transfers: "inactive" },
    charges_enabled: false,
    controller: { type: "application", is_controller: true, ...controllerOf(params) },
    country,
    created: turn.now,
    default_currency: params.default_currency ?? homeCurrency(country),
    details_submitted: false,
    email: params.email ?? null,
    external_accounts: {
      object: "list",
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: requirements([]) as Stripe.Account.FutureRequirements,
    metadata: (params.metadata as Stripe.Metadata) || {},
    payouts_enabled: false,
    requirements: requirements(askedFor),
    settings: null,
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: params.type ?? "none",
  } satisfies Stripe.Account;
  turn.at(id).put("account", account);
  return account;
}

const controllerOf = ({ controller }: Stripe.AccountCreateParams) => ({
  fees: { payer: controller?.fees?.payer ?? "account" } as Stripe.Account.Controller.Fees,
  losses: { payments: controller?.losses?.payments ?? "stripe" } as Stripe.Account.Controller.Losses,
  requirement_collection: controller?.requirement_collection ?? ("stripe" as const),
  stripe_dashboard: {
    type: controller?.stripe_dashboard?.type ?? "full",
  } as Stripe.Account.Controller.StripeDashboard,
});

export function findAccount(turn: Turn, id: string): Stripe.Account {
  const account = turn.at(id).find("account", id);
  if (!account) throw missing("account", id);
  return account;
}

/** A way into the hosted onboarding, good once and for five minutes. */
export function linkAccount(
  turn: Turn,
  params: Stripe.AccountLinkCreateParams,
  origin: string,
): Stripe.AccountLink {
  if (turn.account !== platformAccount) throw invalid("Only the platform makes links of its accounts.");
  const account = findAccount(turn, params.account);
  if (params.type === "account_onboarding" && (!params.return_url || !params.refresh_url))
    throw invalid("Missing required param: return_url.", { param: "return_url", code: "parameter_missing" });
  const way = new URLSearchParams({ back: params.return_url ?? "", again: params.refresh_url ?? "" });
  return {
    object: "account_link",
    created: turn.now,
    expires_at: turn.now + 300,
    url: `${origin}/local-stripe/onboarding/${account.id}?until=${turn.now + 300}&${way}`,
  } satisfies Stripe.AccountLink;
}

/** What the hosted onboarding ends in: details given, an account to pay out to, both doors open. */
export function onboardAccount(
  turn: Turn,
  id: string,
  given: { name: string; holder: string; accountNumber: string },
): Stripe.Account {
  const account = findAccount(turn, id);
  const bank = bankAccount(account, given);
  const list = account.external_accounts!;
  const onboarded = {
    ...account,
    business_profile: { ...account.business_profile!, name: given.name },
    capabilities: { card_payments: "active" as const, transfers: "active" as const },
    charges_enabled: true,
    payouts_enabled: true,
    details_submitted: true,
    external_accounts: { ...list, data: [bank] },
    requirements: requirements([]),
    tos_acceptance: { date: turn.now, ip: "127.0.0.1", user_agent: null },
  } satisfies Stripe.Account;
  const own = turn.at(id);
  own.put("account", onboarded);
  own.tell("account.updated", onboarded);
  return onboarded;
}

const bankAccount = (
  account: Stripe.Account,
  { holder, accountNumber }: { holder: string; accountNumber: string },
): Stripe.BankAccount =>
  ({
    id: newId("ba"),
    object: "bank_account",
    account: account.id,
    account_holder_name: holder,
    account_holder_type: "company",
    account_type: null,
    bank_name: "STRIPE TEST BANK",
    country: account.country ?? "US",
    currency: account.default_currency ?? "usd",
    default_for_currency: true,
    fingerprint: newId("fp"),
    last4: accountNumber.slice(-4),
    metadata: {},
    routing_number: "110000000",
    status: "new",
  }) satisfies Stripe.BankAccount;
