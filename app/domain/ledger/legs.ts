import type { Account } from "./accounts.ts";

/** One movement: a positive amount, in minor units of the one currency that both accounts are of. */
export type Leg = { from: Account; to: Account; currency: string; amount: bigint };

/** Undoes a cause: every leg the other way, the last one first, so that what came in last goes out first. */
export const reversalOf = (legs: readonly Leg[]): Leg[] =>
  legs.map(({ from, to, ...rest }) => ({ ...rest, from: to, to: from })).reverse();

/** The key a cause's reversal is applied under: derived, so that no cause is reversed twice. */
export const reversalKey = (cause: string): string => `reversal:${cause}`;

/** An account's name in one currency, for maps. */
export const accountKey = ({ kind, bookId }: Account, currency: string): string =>
  `${bookId}/${kind}/${currency}`;

/** What the balances must be by the transfers alone. */
export function balancesBy(legs: Iterable<Leg>): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  const move = (account: Account, currency: string, amount: bigint) => {
    const key = accountKey(account, currency);
    balances.set(key, (balances.get(key) ?? 0n) + amount);
  };
  for (const { from, to, currency, amount } of legs) {
    move(from, currency, -amount);
    move(to, currency, amount);
  }
  return balances;
}
