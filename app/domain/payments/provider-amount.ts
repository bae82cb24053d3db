/** Currencies the provider counts in hundredths although ISO 4217 gives them no minor unit. */
const countedInHundredths = new Set(["ISK", "UGX"]);
/** Currencies of three decimals, of which the provider takes only two: the last digit must be nought. */
const threeDecimals = new Set(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]);
/** The provider's own limit: eight digits. */
const mostDigits = 99_999_999n;

/** The provider's number for an amount in ISO 4217 minor units; null where it cannot take the amount as it is. */
export function toProviderAmount(amount: bigint, currency: string): number | null {
  const counted = countedInHundredths.has(currency) ? amount * 100n : amount;
  if (threeDecimals.has(currency) && counted % 10n !== 0n) return null;
  return counted > 0n && counted <= mostDigits ? Number(counted) : null;
}

/** ISO 4217 minor units of the provider's number; null where it is a fraction of one. */
export function fromProviderAmount(counted: number, currency: string): bigint | null {
  const amount = BigInt(counted);
  if (!countedInHundredths.has(currency)) return amount;
  return amount % 100n === 0n ? amount / 100n : null;
}

/** The least amount of a currency that the provider can take, in minor units: all it takes are multiples of it. */
export const amountStep = (currency: string): bigint => (threeDecimals.has(currency) ? 10n : 1n);
