/** What somebody could pay in a month, and how long it would take; null where nothing is left over. */
export type Affordable = { monthly: number; months: number } | null;

/**
 * Half of what is left over after what a household needs: the other half stays for what cannot be foreseen. Never more than is owed.
 *
 * @param sums minor units, all of one currency
 */
export function affordable({
  income,
  spending,
  owed,
}: {
  income: number;
  spending: number;
  owed: number;
}): Affordable {
  const monthly = Math.min(Math.floor((income - spending) / 2), owed);
  return monthly > 0 ? { monthly, months: Math.ceil(owed / monthly) } : null;
}
