import type { Standing } from "./claim.ts";

/** Amounts by which a lot's claims are banded, in major units; every band ends below the next. */
export const amountBounds = [1_000, 5_000, 20_000, 100_000, 500_000] as const;
/** Ages in whole years since the due date. */
export const ageBounds = [1, 3, 6] as const;

/** Claims of one band of amounts and ages. Money in minor units; the smallest and the largest claim decide by which cap a fee is judged. */
export type BandCell = {
  amount: number;
  age: number;
  claims: number;
  principal: number;
  smallest: number;
  largest: number;
  /** Days since the due date, on average, when the lot was made. */
  days: number;
};

/** How a lot's claims spread over the bands; cells without claims are left out. */
export type LotSpread = {
  cells: BandCell[];
  oldestDue: string;
  newestDue: string;
  places: number;
  /** The day on which it was counted, by which its ages go; absent where that was the day the lot was made. */
  countedOn?: string;
  /** Of a lot that had a mandate before: its claims by whether they can be sued upon, and how many are cases with a record already. */
  handedOn?: { standings: { standing: Standing; claims: number }[]; cases: number };
};

export const claimsIn = ({ cells }: Pick<LotSpread, "cells">): number =>
  cells.reduce((sum, { claims }) => sum + claims, 0);
export const principalOf = ({ cells }: Pick<LotSpread, "cells">): number =>
  cells.reduce((sum, { principal }) => sum + principal, 0);

/** The name of a cell in a form's fields. */
export const cellKey = ({ amount, age }: Pick<BandCell, "amount" | "age">): string => `${amount}-${age}`;

/** The rung of the first bound that a value lies below. */
const rungOf = (value: number, bounds: readonly number[]): number => {
  const at = bounds.findIndex((bound) => value < bound);
  return at === -1 ? bounds.length : at;
};

/** The bounds of ages in days, as lots are counted by them. */
export const ageDays = ageBounds.map((years) => Math.round(years * 365.25));

/** The band of one claim: its principal in minor units, and the days it was overdue when its lot was made. */
export const bandOf = (
  { principal, days }: { principal: number; days: number },
  minorUnit: number,
): Pick<BandCell, "amount" | "age"> => ({
  amount: rungOf(principal / minorUnit, amountBounds),
  age: rungOf(days, ageDays),
});
