import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { rollForward } from "#app/domain/law/calendar/workdays.ts";
import type { Scene, Unmet } from "#app/domain/law/scene.ts";

/** Beyond the calendars on file no day is told to be a working day. */
const stale = (calendar: string, end: string): Unmet => ({
  values: { date: end },
  next: null,
  requires: [`calendar.${calendar}`],
  message: "stale_calendar",
});

/** The last day of a period, moved to a working day of the calendar where one is named. */
export function lastDay({ pack }: Scene, raw: number, calendar: string | undefined): number | Unmet {
  if (calendar === undefined) return raw;
  const rolled = rollForward(pack.series, [calendar], raw);
  return rolled.refused ? stale(calendar, rolled.coverageEnd) : rolled.last;
}

/** The refusal before a day on which the act opens. */
export const notBefore = (day: number, reason: string): Unmet => ({
  values: { date: dateOf(day), reason },
  next: { day },
});
