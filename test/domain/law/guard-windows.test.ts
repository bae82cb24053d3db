import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import {
  compileWindow,
  knownZone,
  nextInside,
  preferredHours,
  timeOfDay,
  windowOf,
} from "#app/domain/law/guards/window.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import { aScene, said } from "./scenes.ts";

const HOUR = 3_600_000;
const ms = (moment: string) => Date.parse(moment);
type WindowGuard = Extract<Guard, { kind: "window" }>;
const hours = (over: Partial<WindowGuard> = {}) =>
  compileWindow({ kind: "window", from: "08:00", to: "21:00", ...over });

/** The next instant told, null where none is, "open" where the act is. */
function next(check: ReturnType<typeof hours>, at: string, given: Parameters<typeof aScene>[1] = {}) {
  const unmet = said(check, aScene(at, given));
  if (!unmet) return "open";
  return unmet.next && "ms" in unmet.next ? new Date(unmet.next.ms).toISOString() : unmet.next;
}

test("a time of day is hours, minutes and perhaps seconds, up to midnight, and nothing else", () => {
  expect(timeOfDay("08:30")).toBe(8.5 * HOUR);
  expect(timeOfDay("08:30:15")).toBe(8.5 * HOUR + 15_000);
  expect(timeOfDay("00:00")).toBe(0);
  expect(timeOfDay("24:00")).toBe(24 * HOUR);
  for (const other of ["24:01", "08:60", "8:30", "08:30:1", "x08:30", "08:30x", "", null, undefined, 8])
    expect(timeOfDay(other), String(other)).toBeNull();
});

test("hours that are told must be two different times", () => {
  expect(windowOf({ from: "09:00", to: "17:00" })).toEqual({ from: 9 * HOUR, to: 17 * HOUR, weekdays: null });
  for (const other of [
    null,
    "unknown",
    undefined,
    {},
    { from: "09:00" },
    { to: "17:00" },
    { from: "09:00", to: "09:00" },
  ] as const)
    expect(windowOf(other)).toBeNull();
});

test("a window is half-open, and the next opening is told exactly", () => {
  expect(next(hours(), "2026-03-10T07:00:00Z")).toBe("open");
  expect(next(hours(), "2026-03-10T19:59:59.999Z")).toBe("open");
  expect(next(hours(), "2026-03-10T06:59:59.999Z")).toBe("2026-03-10T07:00:00.000Z");
  expect(next(hours(), "2026-03-10T20:00:00Z")).toBe("2026-03-11T07:00:00.000Z");
  const unmet = said(hours(), aScene("2026-03-10T20:00:00Z"));
  expect(unmet).toEqual({
    values: {},
    next: { ms: ms("2026-03-11T07:00:00Z") },
  });
});

test("a window over midnight is open on both sides of it", () => {
  const night = hours({ from: "22:00", to: "06:00" });
  expect(next(night, "2026-03-10T21:00:00Z")).toBe("open");
  expect(next(night, "2026-03-10T23:30:00Z")).toBe("open");
  expect(next(night, "2026-03-11T04:59:59Z")).toBe("open");
  expect(next(night, "2026-03-11T05:00:00Z")).toBe("2026-03-11T21:00:00.000Z");
});

test("weekdays count by the debtor's own calendar, from midnight where the window goes over it", () => {
  const weekdays = hours({ weekdays: [1, 2, 3, 4, 5] });
  expect(next(weekdays, "2026-03-13T12:00:00Z")).toBe("open");
  expect(next(weekdays, "2026-03-14T12:00:00Z")).toBe("2026-03-16T07:00:00.000Z");
  const saturdays = hours({
    weekdays: [1, 2, 3, 4, 5],
    also: [{ from: "10:00", to: "12:00", weekdays: [6] }],
  });
  expect(next(saturdays, "2026-03-14T09:30:00Z")).toBe("open");
  expect(next(saturdays, "2026-03-14T08:30:00Z")).toBe("2026-03-14T09:00:00.000Z");
  const night = hours({ from: "22:00", to: "06:00", weekdays: [1] });
  expect(next(night, "2026-03-15T12:00:00Z")).toBe("2026-03-15T23:00:00.000Z");
  expect(next(night, "2026-03-15T22:30:00Z")).toBe("2026-03-15T23:00:00.000Z");
});

test("a window must be open in every zone where the debtor may be", () => {
  const zones = ["Europe/Berlin", "America/New_York"];
  expect(next(hours(), "2026-03-10T13:00:00Z", { zones })).toBe("open");
  expect(next(hours(), "2026-03-10T11:00:00Z", { zones })).toBe("2026-03-10T12:00:00.000Z");
  expect(next(hours(), "2026-03-10T20:30:00Z", { zones })).toBe("2026-03-11T12:00:00.000Z");
  expect(next(hours({ zone: "America/New_York" }), "2026-03-10T11:00:00Z")).toBe("2026-03-10T12:00:00.000Z");
  expect(next(hours({ from: "08:00", to: "09:00" }), "2026-03-10T11:00:00Z", { zones })).toBeNull();
  const none = said(hours({ from: "08:00", to: "09:00" }), aScene("2026-03-10T11:00:00Z", { zones }));
  expect(none).toEqual({ values: { next: "" }, next: null });
});

test("an opening is found within nine days, the clock's own change included", () => {
  const daily = [{ from: 8 * HOUR, to: 9 * HOUR, weekdays: null }];
  expect(nextInside(daily, ["Europe/Berlin"], ms("2026-03-28T08:00:00Z"))).toBe(ms("2026-03-29T06:00:00Z"));
  expect(nextInside(daily, ["Europe/Berlin"], ms("2026-03-10T07:00:00Z"))).toBe(ms("2026-03-11T07:00:00Z"));
  const skipped = [{ from: 2.5 * HOUR, to: 3.5 * HOUR, weekdays: null }];
  expect(nextInside(skipped, ["Europe/Berlin"], ms("2026-03-28T22:00:00Z"))).toBe(ms("2026-03-29T01:00:00Z"));
  const sundays = [{ from: 8 * HOUR, to: 9 * HOUR, weekdays: [0] }];
  expect(nextInside(sundays, ["Europe/Berlin"], ms("2026-03-15T09:00:00Z"))).toBe(ms("2026-03-22T07:00:00Z"));
  expect(nextInside([], ["Europe/Berlin"], ms("2026-03-10T07:00:00Z"))).toBeNull();
});

test("without an instant the hour is asked for; without a zone, and by letter, no hour matters", () => {
  expect(said(hours(), aScene("2026-03-10"))).toEqual({
    values: { fact: "law.fact.at", evidence: "law.fact.at" },
    next: null,
    requires: ["at"],
    message: "fact_unknown",
  });
  expect(next(hours(), "2026-03-10T23:00:00Z", { zones: [] })).toBe("open");
  expect(next(hours(), "2026-03-10T23:00:00Z", { kind: "procedure" })).toBe("open");
});

test("on the days off of a named calendar nothing opens, and beyond it nothing is told", () => {
  const closed = hours({ closed: ["DE"] });
  expect(next(closed, "2026-05-01T10:00:00Z")).toBe("2026-05-02T06:00:00.000Z");
  expect(next(closed, "2026-04-30T20:00:00Z")).toBe("2026-05-02T06:00:00.000Z");
  expect(next(closed, "2026-04-30T10:00:00Z")).toBe("open");
  expect(next(closed, "2026-12-31T22:00:00Z")).toBeNull();
  expect(said(closed, aScene("2098-05-01T10:00:00Z"))).toMatchObject({
    next: null,
    requires: ["calendar.DE"],
    invariant: "X-10",
  });
  expect(next(hours(), "2098-05-01T10:00:00Z")).toBe("open");
});

test("a holiday of some Länder only asks for the Land where it is unknown", () => {
  const working = hours({ holidays: true });
  const epiphany = "2026-01-06T10:00:00Z";
  expect(said(working, aScene(epiphany))).toMatchObject({ requires: ["debtor.residence.land"] });
  expect(next(working, epiphany, { states: ["BE"] })).toBe("open");
  expect(next(working, epiphany, { states: ["BY"] })).toBe("2026-01-07T07:00:00.000Z");
  expect(said(working, aScene(epiphany, { states: ["BY"] }))).not.toHaveProperty("requires");
  expect(said(working, aScene("2026-05-01T10:00:00Z"))).not.toHaveProperty("requires");
  expect(said(working, aScene("2026-05-04T10:00:00Z"))).toBeNull();
  expect(said(working, aScene("2098-05-04T10:00:00Z"))).toMatchObject({ requires: ["calendar.DE"] });
});

test("hours the debtor agreed to with evidence stand beside the rule's own, where the rule lets them", () => {
  const agreed = (evidenceId?: string): { facts: Facts } => ({
    facts: { debtor: { consentedHours: { from: "21:00", to: "22:00", evidenceId } } },
  });
  const late = "2026-03-10T20:30:00Z";
  expect(next(hours({ widened: true }), late, agreed("E1"))).toBe("open");
  expect(next(hours({ widened: true }), "2026-03-10T10:00:00Z", agreed("E1"))).toBe("open");
  expect(next(hours({ widened: true }), late, agreed())).toBe("2026-03-11T07:00:00.000Z");
  expect(next(hours(), late, agreed("E1"))).toBe("2026-03-11T07:00:00.000Z");
  expect(next(hours({ widened: true }), late)).toBe("2026-03-11T07:00:00.000Z");
  const unreadable = {
    facts: { debtor: { consentedHours: { from: "late", to: "22:00", evidenceId: "E1" } } },
  };
  expect(next(hours({ widened: true }), late, unreadable)).toBe("2026-03-11T07:00:00.000Z");
});

test("hours the debtor asked for are honoured, and asked for where they cannot be read", () => {
  const asked = (preferredHours: NonNullable<Facts["debtor"]>["preferredHours"]) => ({
    facts: { debtor: { preferredHours } },
  });
  const evening = asked({ from: "18:00", to: "19:00" });
  expect(next(preferredHours, "2026-03-10T17:30:00Z", evening)).toBe("open");
  expect(next(preferredHours, "2026-03-10T10:00:00Z", evening)).toBe("2026-03-10T17:00:00.000Z");
  expect(next(preferredHours, "2098-03-10T17:30:00Z", evening)).toBe("open");
  expect(next(preferredHours, "2026-03-10T10:00:00Z", asked("unknown"))).toBe("open");
  expect(next(preferredHours, "2026-03-10T10:00:00Z")).toBe("open");
  expect(said(preferredHours, aScene("2026-03-10T10:00:00Z", asked({ from: "evening" })))).toMatchObject({
    requires: ["debtor.preferredHours"],
  });
});

test("without a place there is no local time, and it is asked for", () => {
  expect(said(knownZone, aScene("2026-03-10T10:00:00Z"))).toBeNull();
  expect(said(knownZone, aScene("2026-03-10T10:00:00Z", { zones: [] }))).toEqual({
    values: { fact: "law.fact.debtor.residence.tz", evidence: "law.fact.debtor.residence.tz" },
    next: null,
    requires: ["debtor.residence.tz"],
    message: "fact_unknown",
  });
});
