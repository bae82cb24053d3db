const DAY_MS = 86_400_000;

/** The least a mandate is given for: courts are slow, and an estimate is no deadline. */
const leastMonths = 6;

/** The period a mandate is given for: twice what the collector expects, and six months at least. */
export const periodMonthsFor = (expectedMonths: number): number => Math.max(leastMonths, expectedMonths * 2);

/** So many civil months on, at the same time of day; the last of a shorter month. */
export function monthsAfter(from: Date, months: number): Date {
  const on = new Date(from);
  on.setUTCDate(1);
  on.setUTCMonth(on.getUTCMonth() + months);
  const last = new Date(Date.UTC(on.getUTCFullYear(), on.getUTCMonth() + 1, 0)).getUTCDate();
  on.setUTCDate(Math.min(from.getUTCDate(), last));
  return on;
}

/** How long before its end both sides are told that a period runs out. */
export const periodNoticeDays = 14;

/** Without an act of the collector for so long, while one was lawful, the creditor is told. */
export const silenceDays = 14;

/** When somebody looks first: the act that was promised should be there. */
export const firstWatch = (engagedAt: Date, firstActDays: number): Date =>
  new Date(engagedAt.getTime() + (firstActDays + 1) * DAY_MS);

export type Watch = { engagedAt: Date; firstActDays: number; lastActAt: Date | null };

/** How a collector keeps its word. `quiet`: it should have acted by now, if an act was lawful. */
export type Keeping =
  | { state: "acting"; lookAgainAt: Date }
  | { state: "quiet"; since: Date; promised: "first_act" | "silence" };

/**
 * Judges a collector by its records alone. Whether the law left it anything to do in that time is the caller's to ask: a wait and a
 * hold are no silence.
 */
export function keepingOf({ engagedAt, firstActDays, lastActAt }: Watch, now: Date): Keeping {
  const due = lastActAt
    ? new Date(lastActAt.getTime() + silenceDays * DAY_MS)
    : firstWatch(engagedAt, firstActDays);
  if (now < due) return { state: "acting", lookAgainAt: due };
  return { state: "quiet", since: due, promised: lastActAt ? "silence" : "first_act" };
}
