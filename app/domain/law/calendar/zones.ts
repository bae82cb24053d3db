import { Temporal } from "temporal-polyfill";
import { dateOf, twoDigits } from "#app/domain/law/calendar/civil.ts";

const DAY_MS = 86_400_000;
/** Offsets are tabulated for these instants; outside them the nearest known offset stands. */
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2075, 0, 1);

type Table = { starts: number[]; offsets: number[]; hit: number };

/** Offsets of a zone never change for a given instant, so the tables are computed once. */
const tables = new Map<string, Table | null>();

function tabulate(zone: string): Table | null {
  let moment: Temporal.ZonedDateTime;
  try {
    moment = Temporal.Instant.fromEpochMilliseconds(FIRST).toZonedDateTimeISO(zone);
  } catch {
    return null;
  }
  const starts = [Number.NEGATIVE_INFINITY];
  const offsets = [moment.offsetNanoseconds / 1_000_000];
  for (let next = moment.getTimeZoneTransition("next"); next; next = next.getTimeZoneTransition("next")) {
    if (next.epochMilliseconds > LAST) break;
    starts.push(next.epochMilliseconds);
    offsets.push(next.offsetNanoseconds / 1_000_000);
  }
  return { starts, offsets, hit: 0 };
}

function tableOf(zone: string): Table | null {
  const known = tables.get(zone);
  if (known !== undefined) return known;
  const table = tabulate(zone);
  tables.set(zone, table);
  return table;
}

/** Whether the name is a time zone of the tz database. */
export const isZone = (zone: string) => tableOf(zone) !== null;

function spanAt(table: Table, ms: number): number {
  const { starts } = table;
  const hit = table.hit;
  if (starts[hit] <= ms && (hit + 1 === starts.length || ms < starts[hit + 1])) return hit;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= ms) low = middle;
    else high = middle - 1;
  }
  table.hit = low;
  return low;
}

/** Milliseconds to add to UTC for the local wall clock. */
export function offsetAt(zone: string, ms: number): number {
  const table = tableOf(zone);
  if (!table) throw new Error(`not a time zone: ${zone}`);
  return table.offsets[spanAt(table, ms)];
}

/** Day number on the local calendar. */
export const localDay = (zone: string, ms: number) => Math.floor((ms + offsetAt(zone, ms)) / DAY_MS);

/** Milliseconds since local midnight on the wall clock. */
export function localTime(zone: string, ms: number): number {
  const local = ms + offsetAt(zone, ms);
  return local - Math.floor(local / DAY_MS) * DAY_MS;
}

/**
 * The instants at which the wall clock of that day shows the time: one, two where the clock is set back, and
 * where it is set forward over the time, the first instant after the gap.
 */
export function instantsAt(zone: string, day: number, timeMs: number): number[] {
  const wall = day * DAY_MS + timeMs;
  const table = tableOf(zone);
  if (!table) throw new Error(`not a time zone: ${zone}`);
  const first = spanAt(table, wall - DAY_MS);
  const last = spanAt(table, wall + DAY_MS);
  const found: number[] = [];
  for (let span = first; span <= last; span += 1) {
    const instant = wall - table.offsets[span];
    const end = table.starts[span + 1] ?? Number.POSITIVE_INFINITY;
    if (instant >= table.starts[span] && instant < end) found.push(instant);
  }
  if (found.length > 0) return found;
  return [table.starts[last]];
}

/** The instants between two at which the zone's clocks are put forward or back. */
export function shiftsBetween(zone: string, from: number, to: number): number[] {
  const table = tableOf(zone);
  if (!table) throw new Error(`not a time zone: ${zone}`);
  return table.starts.slice(spanAt(table, from) + 1, spanAt(table, to) + 1);
}

/** The first instant of a local day. */
export const startOfDay = (zone: string, day: number) => instantsAt(zone, day, 0)[0];

/** An instant as `YYYY-MM-DDTHH:MM:SSZ`, with milliseconds only where there are any. */
export function instantText(ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  const inDay = ms - day * DAY_MS;
  const rest = inDay % 1000 ? `.${String(inDay % 1000).padStart(3, "0")}` : "";
  const hours = twoDigits(Math.floor(inDay / 3_600_000));
  const minutes = twoDigits(Math.floor(inDay / 60_000) % 60);
  const seconds = twoDigits(Math.floor(inDay / 1000) % 60);
  return `${dateOf(day)}T${hours}:${minutes}:${seconds}${rest}Z`;
}

/** An instant given as a date object or as ISO 8601 text with its zone; null for anything else, a bare date too. */
export function parseInstant(value: Date | string): number | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.getTime();
  const found = instants.get(value);
  if (found !== undefined) return found;
  const read = readInstant(value);
  if (instants.size >= MOST_INSTANTS) instants.clear();
  instants.set(value, read);
  return read;
}

/** One decision reads the same few moments again and again. */
const instants = new Map<string, number | null>();
const MOST_INSTANTS = 10_000;

function readInstant(value: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(value)) return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}
