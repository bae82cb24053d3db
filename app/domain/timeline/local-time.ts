import { Temporal } from "temporal-polyfill";

/** The civil date at a place at an instant. */
export const dateIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** `HH:MM` at a place at an instant. */
export const timeIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString()
    .slice(0, 5);

/**
 * The instant of a local date and time; null for a time the clocks skipped, and for the repeated hour the
 * earlier one. Noon stands for a day without a time.
 */
export function instantAt(zone: string, on: string, time = "12:00"): Date | null {
  try {
    const local = Temporal.PlainDateTime.from(`${on}T${time}`, { overflow: "reject" });
    const zoned = local.toZonedDateTime(zone, { disambiguation: "earlier" });
    if (!zoned.toPlainDateTime().equals(local)) return null;
    return new Date(zoned.epochMilliseconds);
  } catch {
    return null;
  }
}

export const addDays = (on: string, days: number): string =>
  Temporal.PlainDate.from(on).add({ days }).toString();

/** The same day so many months on, or the last of a month that has no such day. */
export const addMonths = (on: string, months: number): string =>
  Temporal.PlainDate.from(on).add({ months }).toString();

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
