import { Temporal } from "temporal-polyfill";

/** When a person wants to hear of things; minutes and hours are local to `timeZone`. */
export type NoticeHours = {
  timeZone: string;
  /** Null: no digest. */
  digestHour: number | null;
  quietFrom: number | null;
  quietTo: number | null;
};

export const defaultDigestHour = 8;

export const defaultHours = (timeZone: string): NoticeHours => ({
  timeZone,
  digestHour: defaultDigestHour,
  quietFrom: null,
  quietTo: null,
});

export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/** The local day and hour somewhere: a digest is due from its hour on, once a local day, whatever the clocks did in between. */
export function localHour(timeZone: string, at: Date): { day: string; hour: number } {
  const local = zoned(timeZone, at);
  return { day: local.toPlainDate().toString(), hour: local.hour };
}

/**
 * The end of the quiet hours that `at` lies in; null outside of them. They begin and end by the local clock: an end that the clocks
 * skip is the moment after the gap, and of an hour that comes twice the second one still is quiet.
 */
export function quietUntil({ timeZone, quietFrom, quietTo }: NoticeHours, at: Date): Date | null {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return null;
  const local = zoned(timeZone, at);
  const minute = local.hour * 60 + local.minute;
  const overnight = quietFrom > quietTo;
  const quiet = overnight ? minute >= quietFrom || minute < quietTo : minute >= quietFrom && minute < quietTo;
  if (!quiet) return null;
  const day = local.toPlainDate().add({ days: overnight && minute >= quietFrom ? 1 : 0 });
  const time = Temporal.PlainTime.from({ hour: Math.floor(quietTo / 60), minute: quietTo % 60 });
  const ends = ["earlier", "later"].map((disambiguation) =>
    day
      .toPlainDateTime(time)
      .toZonedDateTime(timeZone, { disambiguation: disambiguation as "earlier" | "later" }),
  );
  const end = ends.find(({ epochMilliseconds }) => epochMilliseconds > at.getTime());
  return end ? new Date(end.epochMilliseconds) : null;
}

const zoned = (timeZone: string, at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

/** `22:30` as minutes of the day; null for what is no time. */
export function minutesOf(text: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
