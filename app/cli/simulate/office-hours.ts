import { Temporal } from "temporal-polyfill";

const opens = 9;
const closes = 18;
const hour = 3_600_000;

/** The instant after so many hours of working time (9 to 18, Monday to Friday) at a place; the zone's offset of the beginning is kept. */
export function afterWorkingHours(zone: string, from: number, hours: number): number {
  const offset =
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  let local = from + offset;
  let left = hours * hour;
  for (;;) {
    local = nextOpen(local);
    const end = Math.floor(local / (24 * hour)) * 24 * hour + closes * hour;
    if (local + left <= end) return local + left - offset;
    left -= end - local;
    local = end;
  }
}

/** The moment itself in working time, else the next opening. */
function nextOpen(local: number): number {
  const midnight = Math.floor(local / (24 * hour)) * 24 * hour;
  const today = midnight + opens * hour;
  if (!isWorkday(midnight) || local >= midnight + closes * hour) return nextOpen(midnight + 24 * hour);
  return Math.max(local, today);
}

/** 1 January 1970 was a Thursday. */
const isWorkday = (midnight: number): boolean => (Math.floor(midnight / (24 * hour)) + 3) % 7 < 5;
