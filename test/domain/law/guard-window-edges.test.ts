import { expect, test } from "vitest";
import { compileWindow, nextInside, type Window } from "#app/domain/law/guards/window.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import { aScene, said } from "./scenes.ts";

const HOUR = 3_600_000;
const ms = (moment: string) => Date.parse(moment);
const window = (from: number, to: number, weekdays: number[] | null = null): Window => ({
  from: from * HOUR,
  to: to * HOUR,
  weekdays,
});
const opens = (windows: Window[], zones: string[], at: string) => {
  const next = nextInside(windows, zones, ms(at));
  return next === null ? null : new Date(next).toISOString();
};
const check = (over: Partial<Extract<Guard, { kind: "window" }>>) =>
  compileWindow({ kind: "window", from: "08:00", to: "21:00", ...over });

test("the hour that comes twice opens a window twice, and the hour that is left out opens it at its end", () => {
  expect(opens([window(1, 2.5)], ["Europe/Berlin"], "2026-10-25T00:45:00Z")).toBe("2026-10-25T01:00:00.000Z");
  expect(opens([window(2.5, 4)], ["Europe/Berlin"], "2026-03-29T00:45:00Z")).toBe("2026-03-29T01:00:00.000Z");
});

test("a window from a time to the same time is the whole day, from midnight on where it names days", () => {
  expect(opens([window(8, 8)], ["Europe/Berlin"], "2026-03-10T03:00:00Z")).toBe("2026-03-10T07:00:00.000Z");
  expect(opens([window(8, 8, [1])], ["Europe/Berlin"], "2026-03-07T12:00:00Z")).toBe(
    "2026-03-08T23:00:00.000Z",
  );
});

test("an opening of the day after tomorrow in one zone comes before a later one of tomorrow in another", () => {
  const windows = [window(0.5, 4, [4]), window(20, 23.98), window(21, 23)];
  const zones = ["America/Los_Angeles", "Pacific/Auckland"];
  expect(opens(windows, zones, "2026-03-11T06:30:00Z")).toBe("2026-03-12T07:30:00.000Z");
});

test("without a zone the row of the zone speaks, and not the one of the hours", () => {
  expect(said(check({}), aScene("2026-03-10", { zones: [] }))).toBeNull();
});

test("calendars that end are all named", () => {
  const unmet = said(check({ closed: ["DE", "GB"] }), aScene("2090-03-10T10:00:00Z"));
  expect(JSON.stringify(unmet)).toContain("DE, GB");
});

test("a pack without calendars of rest has no day of rest of its own", () => {
  const newYork = { place: "US", zones: ["America/New_York"], states: ["NY"] };
  expect(said(check({ holidays: true }), aScene("2026-12-25T15:00:00Z", newYork))).toBeNull();
});
