/** What a test card or test account does when it is charged; the numbers are those Stripe documents for testing. */
export type Behaviour =
  | "pays"
  | "pays-at-once"
  | "declines"
  | "asks-each-time"
  | "asks-unless-saved"
  | "disputed"
  | "debits"
  | "debit-fails";

export type Instrument = {
  behaviour: Behaviour;
  brand: "visa" | "mastercard" | "unionpay" | "sepa_debit" | "bacs_debit";
  last4: string;
  country: string;
  /** Why the bank refuses, in Stripe's codes. */
  decline?: { code: string; declineCode: string; message: string };
};

const declined = (declineCode: string, message: string, code = "card_declined") => ({
  behaviour: "declines" as const,
  decline: { code, declineCode, message },
});

/** By number, and by the name the API takes in its place. */
export const testCards: Record<string, { token: string } & Omit<Instrument, "last4">> = {
  "4242424242424242": { token: "pm_card_visa", behaviour: "pays", brand: "visa", country: "US" },
  "4000000000000077": {
    token: "pm_card_bypassPending",
    behaviour: "pays-at-once",
    brand: "visa",
    country: "US",
  },
  "5555555555554444": { token: "pm_card_mastercard", behaviour: "pays", brand: "mastercard", country: "US" },
  "6200000000000005": { token: "pm_card_unionpay", behaviour: "pays", brand: "unionpay", country: "CN" },
  "4000002760003184": {
    token: "pm_card_authenticationRequired",
    behaviour: "asks-each-time",
    brand: "visa",
    country: "US",
  },
  "4000002500003155": {
    token: "pm_card_authenticationRequiredOnSetup",
    behaviour: "asks-unless-saved",
    brand: "visa",
    country: "US",
  },
  "4000000000000002": {
    token: "pm_card_chargeDeclined",
    brand: "visa",
    country: "US",
    ...declined("generic_decline", "Your card was declined."),
  },
  "4000000000009995": {
    token: "pm_card_chargeDeclinedInsufficientFunds",
    brand: "visa",
    country: "US",
    ...declined("insufficient_funds", "Your card has insufficient funds."),
  },
  "4000000000000069": {
    token: "pm_card_chargeDeclinedExpiredCard",
    brand: "visa",
    country: "US",
    ...declined("expired_card", "Your card has expired.", "expired_card"),
  },
  "4000000000000127": {
    token: "pm_card_chargeDeclinedIncorrectCvc",
    brand: "visa",
    country: "US",
    ...declined("incorrect_cvc", "Your card's security code is incorrect.", "incorrect_cvc"),
  },
  "4000000000000259": { token: "pm_card_createDispute", behaviour: "disputed", brand: "visa", country: "US" },
};

/** Bank accounts whose debit takes days: the first is paid, the second comes back unpaid. */
export const testDebits: Record<string, Omit<Instrument, "last4">> = {
  AT611904300234573201: { behaviour: "debits", brand: "sepa_debit", country: "AT" },
  AT861904300235473202: { behaviour: "debit-fails", brand: "sepa_debit", country: "AT" },
};

export function cardNumbered(number: string): Instrument | null {
  const digits = number.replace(/\s/g, "");
  const known = testCards[digits];
  if (!known) return null;
  const { token: _, ...card } = known;
  return { ...card, last4: digits.slice(-4) };
}

export function cardNamed(token: string): Instrument | null {
  const found = Object.entries(testCards).find(([, card]) => card.token === token);
  return found ? cardNumbered(found[0]) : null;
}

export function debitFrom(iban: string): Instrument | null {
  const known = testDebits[iban.replace(/\s/g, "").toUpperCase()];
  return known ? { ...known, last4: iban.slice(-4) } : null;
}
