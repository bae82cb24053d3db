import type { ClaimCurrency } from "#app/domain/cases/amount.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";

/** Where the second and later bands of an amount begin, in minor units. One scale in money of about one worth. */
const firstAmounts: Record<ClaimCurrency, readonly number[]> = {
  USD: [100_000, 500_000, 2_500_000, 10_000_000],
  EUR: [100_000, 500_000, 2_500_000, 10_000_000],
  GBP: [100_000, 500_000, 2_500_000, 10_000_000],
  CNY: [1_000_000, 5_000_000, 20_000_000, 100_000_000],
  HKD: [1_000_000, 5_000_000, 20_000_000, 100_000_000],
  JPY: [150_000, 750_000, 4_000_000, 15_000_000],
};

export const amountBands = [0, 1, 2, 3, 4] as const;

/** Which of five bands an amount lies in; a currency that no claim may be in counts in whole hundreds like the dollar. */
export function amountBand(principal: number, currency: string): number {
  return firstAmounts[currency as ClaimCurrency].filter((least) => principal >= least).length;
}

/** The least amount of a band and the least of the next, in minor units; null for the last band's end. */
export function bandLimits(band: number, currency: ClaimCurrency): { least: number; below: number | null } {
  const starts = [0, ...firstAmounts[currency]];
  return { least: starts[band], below: starts[band + 1] ?? null };
}

/** Days overdue at which the second and later bands of age begin. */
export const firstDays = [91, 366, 1_096] as const;

export const ageBands = [0, 1, 2, 3] as const;

/** How long a claim had been due on a day; one that is not due yet is of the youngest. */
export function ageBand(dueOn: string, on: string): number {
  const days = dayOf(on) - dayOf(dueOn);
  return firstDays.filter((least) => days >= least).length;
}
