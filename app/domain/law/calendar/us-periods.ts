import { isWeekend } from "#app/domain/law/calendar/civil.ts";
import { isFederalHoliday } from "#app/domain/law/calendar/us-holidays.ts";

const ASSUMED_BUSINESS_DAYS = 5;
const PERIOD_DAYS = 30;

/**
 * The validation period of a notice, in day numbers: receipt is assumed after five days without Saturdays, Sundays and the
 * holidays of 5 USC 6103(a), and the period ends thirty calendar days later.
 *
 * @see 12 CFR 1006.34(b)(5)
 */
export function validationPeriod(sentOn: number): { assumedReceivedOn: number; ends: number } {
  let day = sentOn;
  for (let counted = 0; counted < ASSUMED_BUSINESS_DAYS; ) {
    day += 1;
    if (!isWeekend(day) && !isFederalHoliday(day)) counted += 1;
  }
  return { assumedReceivedOn: day, ends: day + PERIOD_DAYS };
}
