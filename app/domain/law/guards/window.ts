import { partsOf, weekdayOf } from "#app/domain/law/calendar/civil.ts";
import { calendarEnd } from "#app/domain/law/calendar/workdays.ts";
import { instantsAt, localDay, localTime, shiftsBetween } from "#app/domain/law/calendar/zones.ts";
import { type Hours, isKnown, type Known } from "#app/domain/law/facts.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import { staleCalendar } from "#app/domain/law/named/stale-calendar.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import type { Check, Scene, Unmet } from "#app/domain/law/scene.ts";
import { holidaysOf, type Series } from "#app/domain/law/series/series.ts";

const DAY_MS = 86_400_000;

/** A daily window of the wall clock, half-open, over midnight where `from` is after `to`. */
export type Window = { from: number; to: number; weekdays: readonly number[] | null };

/** `08:00` in milliseconds since midnight; `24:00` is allowed; null for anything else. */
export function timeOfDay(text: unknown): number | null {
  if (typeof text !== "string") return null;
  const match = /^(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return null;
  const ms = (Number(match[1]) * 60 + Number(match[2])) * 60_000 + Number(match[3] ?? 0) * 1000;
  return Number(match[2]) < 60 && ms <= DAY_MS ? ms : null;
}

function isInside(window: Window, zone: string, ms: number): boolean {
  const time = localTime(zone, ms);
  const open =
    window.from < window.to
      ? time >= window.from && time < window.to
      : time >= window.from || time < window.to;
  return open && (window.weekdays === null || window.weekdays.includes(weekdayOf(localDay(zone, ms))));
}

const allInside = (windows: readonly Window[], zones: readonly string[], ms: number) =>
  zones.every((zone) => windows.some((window) => isInside(window, zone, ms)));

/** Every instant of the coming days at which a window may open, oldest first. */
function openings(windows: readonly Window[], zones: readonly string[], ms: number, days: number): number[] {
  const found: number[] = [];
  for (const zone of zones) {
    const today = localDay(zone, ms);
    found.push(...shiftsBetween(zone, ms, ms + days * DAY_MS));
    for (let day = today; day <= today + days; day += 1) {
      for (const window of windows) {
        found.push(...instantsAt(zone, day, window.from));
        if (window.weekdays && window.from >= window.to) found.push(...instantsAt(zone, day, 0));
      }
    }
  }
  return found.sort((a, b) => a - b);
}

/** The openings of today and tomorrow are complete for this long in every zone, a day being at least so long. */
const SOON_MS = 23 * 3_600_000;
const SOON_DAYS = 1;
const REACH_DAYS = 9;

/** The next instant that lies in a window in every zone at once; null where no such instant comes within nine days. */
export function nextInside(windows: readonly Window[], zones: readonly string[], ms: number): number | null {
  for (const days of [SOON_DAYS, REACH_DAYS]) {
    const next = openings(windows, zones, ms, days).find(
      (opening) => opening > ms && allInside(windows, zones, opening),
    );
    if (days === REACH_DAYS) return next ?? null;
    if (next !== undefined && next - ms < SOON_MS) return next;
  }
  return null;
}

export function windowOf(hours: Known<Hours>): Window | null {
  if (!isKnown(hours)) return null;
  const from = timeOfDay(hours.from);
  const to = timeOfDay(hours.to);
  return from === null || to === null || from === to ? null : { from, to, weekdays: null };
}

/** What a rule lets open: daily windows, and calendars on whose days off it lets nothing open, with the name they are asked for by. */
type Open = { windows: readonly Window[]; closed: readonly string[]; calendar?: string };

/** Whether an instant is on a day off in one of the zones; null where its year is not on file. */
function isDayOff({ closed }: Open, zones: readonly string[], ms: number, series: Series): boolean | null {
  let off = false;
  for (const zone of zones) {
    const day = localDay(zone, ms);
    for (const id of closed) {
      const days = holidaysOf(series, id, partsOf(day).year);
      if (!days) return null;
      off ||= days.off.has(day);
    }
  }
  return off;
}

/** The next instant that is open; null where none comes soon, or where the calendar ends before it. */
function nextOpen(open: Open, zones: readonly string[], { from, pack }: Scene): number | null {
  let at = nextInside(open.windows, zones, from);
  while (at !== null && isDayOff(open, zones, at, pack.series) === true)
    at = nextInside(open.windows, zones, at);
  return at !== null && isDayOff(open, zones, at, pack.series) === null ? null : at;
}

function outside(open: Open, zones: readonly string[], scene: Scene): Unmet | null {
  // A posted letter has no hour; without a zone the row that asks for one has spoken.
  if (zones.length === 0 || scene.kind === "procedure") return null;
  if (scene.from !== scene.to) {
    return {
      values: { fact: "law.fact.at", evidence: "law.fact.at" },
      next: null,
      requires: ["at"],
      message: "fact_unknown",
    };
  }
  const { series } = scene.pack;
  const off = isDayOff(open, zones, scene.from, series);
  if (off === null) {
    return staleCalendar(open.calendar ?? open.closed.join(", "), calendarEnd(series, open.closed));
  }
  if (!off && allInside(open.windows, zones, scene.from)) return null;
  const next = nextOpen(open, zones, scene);
  return next === null ? { values: { next: "" }, next } : { values: {}, next: { ms: next } };
}

const windowFrom = (hours: { from: string; to: string; weekdays?: readonly number[] }): Window => ({
  from: timeOfDay(hours.from) ?? 0,
  to: timeOfDay(hours.to) ?? 0,
  weekdays: hours.weekdays ?? null,
});

/** The calendars of the places where the debtor may be; a day that is off only where the debtor may not live asks for the place. */
function outsideWorkingHours(
  windows: readonly Window[],
  zones: readonly string[],
  scene: Scene,
): Unmet | null {
  const { id, series, restCalendars } = scene.pack;
  const closed = restCalendars?.(scene.states, series) ?? [];
  const unmet = outside({ windows, closed, calendar: id }, zones, scene);
  if (!unmet || unmet.requires || scene.states.length > 0) return unmet;
  return outside({ windows, closed: [id] }, zones, scene)
    ? unmet
    : { ...unmet, requires: ["debtor.residence.land"] };
}

/** Contact only within local hours, in every zone where the debtor may be. */
export function compileWindow(guard: Extract<Guard, { kind: "window" }>): Check {
  const windows = [windowFrom(guard), ...(guard.also ?? []).map(windowFrom)];
  const own: Open = { windows, closed: guard.closed ?? [] };
  return (scene) => {
    const zones = guard.zone ? [...scene.zones, guard.zone] : scene.zones;
    if (guard.holidays) return outsideWorkingHours(windows, zones, scene);
    const hours = guard.widened ? scene.facts.debtor?.consentedHours : null;
    const agreed = isKnown(hours) && isKnown(hours.evidenceId) ? windowOf(hours) : null;
    return outside(agreed ? { ...own, windows: [...windows, agreed] } : own, zones, scene);
  };
}

/** Hours the debtor asked for are honoured, whatever the law would allow. */
export const preferredHours: Check = (scene) => {
  const hours = scene.facts.debtor?.preferredHours;
  if (!isKnown(hours)) return null;
  const asked = windowOf(hours);
  // That the debtor asked is known, and what for is not: it is found out first.
  return asked
    ? outside({ windows: [asked], closed: [] }, scene.zones, scene)
    : asking("debtor.preferredHours");
};

/** Without a place there is no local time, and without a local time no contact. */
export const knownZone: Check = (scene) =>
  scene.zones.length > 0
    ? null
    : {
        values: { fact: "law.fact.debtor.residence.tz", evidence: "law.fact.debtor.residence.tz" },
        next: null,
        requires: ["debtor.residence.tz"],
        message: "fact_unknown",
      };
