import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from "ical-generator";

/** One day in a calendar. Words are the reader's; nothing here names a debtor. */
export type CalendarDay = {
  /** The same for as long as it is the same date, on whichever day it falls. */
  uid: string;
  /** How often it changed before. */
  sequence: number;
  changedAt: Date;
  /** Civil date: the whole day, wherever the reader is. */
  on: string;
  summary: string;
  description: string;
  url: string;
  /** Days before, at which the calendar program reminds. */
  alarms: readonly number[];
};

const DAY_SECONDS = 86_400;
/** How often programs are asked to look again (RFC 7986 5.7). */
const REFRESH_SECONDS = 4 * 3_600;

/**
 * A calendar of whole days by RFC 5545, to be subscribed to or added once. The library knows folding, escaping and the extensions
 * that programs ask for.
 */
export function icalendarOf(
  days: readonly CalendarDay[],
  { name, now }: { name: string; now: Date },
): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Rung", product: "Legal dates" },
    ttl: REFRESH_SECONDS,
  });
  for (const { uid, sequence, changedAt, on, summary, description, url, alarms } of days) {
    const event = calendar.createEvent({
      id: uid,
      sequence,
      stamp: now,
      lastModified: changedAt,
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      summary,
      description,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    for (const days of alarms) {
      const triggerBefore = days * DAY_SECONDS;
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore, description: summary });
    }
  }
  return `${calendar.toString()}\r\n`;
}
