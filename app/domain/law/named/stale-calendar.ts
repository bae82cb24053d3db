import type { Unmet } from "#app/domain/law/scene.ts";

/** a year whose days off are not on file is asked for and never guessed. */
export const staleCalendar = (calendar: string, coverageEnd: string): Unmet => ({
  values: { date: coverageEnd },
  next: null,
  requires: [`calendar.${calendar}`],
  message: "stale_calendar",
  invariant: "X-10",
});

/** a rate beyond what has been verified. */
export const staleRate = (rate: string, coverageEnd: string): Unmet => ({
  values: { date: coverageEnd },
  next: null,
  requires: [`rates.${rate}`],
  message: "stale_rate",
  invariant: "X-10",
});
