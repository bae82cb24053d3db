/** How a person hears of what comes into a saved search: not at all, within a minute, or once a day. */
export const alertKinds = ["none", "instant", "daily"] as const;
export type AlertKind = (typeof alertKinds)[number];

const minutesBetween: Record<AlertKind, number | null> = { none: null, instant: 1, daily: 1_440 };

/** When to look again after a look; null where no news is wanted. */
export function nextLook(alert: AlertKind, after: Date): Date | null {
  const minutes = minutesBetween[alert];
  return minutes === null ? null : new Date(after.getTime() + minutes * 60_000);
}

/** More than anyone reads; a list beyond it is no help to its owner. */
export const mostSearches = 30;
