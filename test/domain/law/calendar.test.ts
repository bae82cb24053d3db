import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  addMonths,
  addYears,
  dateOf,
  dayNumber,
  dayOf,
  dayOrNull,
  daysInMonth,
  isLeapYear,
  isWeekend,
  parseDay,
  partsOf,
  weekdayOf,
} from "#app/domain/law/calendar/civil.ts";
import {
  instantsAt,
  instantText,
  isZone,
  localDay,
  localTime,
  offsetAt,
  parseInstant,
  shiftsBetween,
  startOfDay,
} from "#app/domain/law/calendar/zones.ts";
import { runs } from "./runs.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ms = (moment: string) => Date.parse(moment);
const someDay = fc.integer({ min: -800_000, max: 2_500_000 });
const temporal = (day: number) => Temporal.PlainDate.from("1970-01-01").add({ days: day });

test("a day number is the same day that the platform's own calendar finds, before 1970 and after 2400 too", () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const date = temporal(day);
      expect(partsOf(day)).toEqual({ year: date.year, month: date.month, day: date.day });
      expect(dayNumber(date.year, date.month, date.day)).toBe(day);
      expect(weekdayOf(day)).toBe(date.dayOfWeek % 7);
      expect(isWeekend(day)).toBe(date.dayOfWeek > 5);
      expect(isLeapYear(date.year)).toBe(date.inLeapYear);
      expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
    }),
    runs(),
  );
  for (const year of [1600, 1700, 1999, 2000, 2024, 2100, 2400])
    for (const [month, day] of [
      [1, 1],
      [2, 28],
      [3, 1],
      [12, 31],
    ])
      expect(dateOf(dayNumber(year, month, day))).toBe(
        new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10),
      );
});

test("the last day of February closes four centuries, and is in leap years only", () => {
  for (const year of [1600, 2000, 2024, 2400]) {
    expect(partsOf(dayNumber(year, 2, 29))).toEqual({ year, month: 2, day: 29 });
    expect(isLeapYear(year)).toBe(true);
  }
  for (const year of [1700, 1900, 2023, 2100]) expect(isLeapYear(year)).toBe(false);
});

test("months later is the same day of the month, or its last", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -500, max: 500 }), (day, months) => {
      const date = temporal(day).add({ months });
      expect(partsOf(addMonths(day, months))).toEqual({ year: date.year, month: date.month, day: date.day });
    }),
    runs(),
  );
  expect(dateOf(addYears(dayOf("2024-02-29"), 1))).toBe("2025-02-28");
  expect(dateOf(addYears(dayOf("2024-02-29"), -4))).toBe("2020-02-29");
});

test("text is a date only where the calendar has it, and again when asked again", () => {
  for (const good of ["2026-01-01", "2026-12-31", "2024-02-29", "2026-04-30", "0001-01-01"]) {
    expect(dateOf(parseDay(good)!)).toBe(good);
    expect(dateOf(dayOf(good))).toBe(good);
  }
  const wrong = [
    "2026-00-01",
    "2026-13-01",
    "2026-01-00",
    "2026-01-32",
    "2025-02-29",
    "2026-04-31",
    "2026-1-1",
    "x2026-01-01",
    "2026-01-01x",
    "",
  ];
  for (const each of [...wrong, ...wrong]) expect(parseDay(each), each).toBeNull();
  expect(() => dayOf("2025-02-29")).toThrow("not a civil date: 2025-02-29");
  expect([dayOrNull("2026-01-01"), dayOrNull(5), dayOrNull(null), dayOrNull("soon")]).toEqual([
    dayOf("2026-01-01"),
    null,
    null,
    null,
  ]);
});

test("ten thousand dates later a date is still the same", () => {
  for (let day = 0; day < 10_500; day += 1) expect(parseDay(dateOf(day))).toBe(day);
  expect(dayOf("1970-01-02")).toBe(1);
});

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Asia/Shanghai",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "UTC",
];

test("the wall clock of a zone is the platform's own, at any instant of a lifetime", () => {
  const instant = fc.integer({ min: ms("1990-01-01T00:00:00Z"), max: ms("2074-12-31T00:00:00Z") });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      expect(offsetAt(zone, at)).toBe(local.offsetNanoseconds / 1_000_000);
      expect(dateOf(localDay(zone, at))).toBe(local.toPlainDate().toString());
      const { hour, minute, second, millisecond } = local;
      expect(localTime(zone, at)).toBe(hour * HOUR + minute * 60_000 + second * 1000 + millisecond);
      const day = localDay(zone, at);
      expect(startOfDay(zone, day)).toBe(local.startOfDay().epochMilliseconds);
      expect(instantsAt(zone, day, localTime(zone, at))).toContain(at);
    }),
    runs(),
  );
});

test("outside the years on file the nearest known offset stands", () => {
  expect(offsetAt("Europe/Berlin", ms("1950-07-01T00:00:00Z"))).toBe(HOUR);
  expect(offsetAt("Europe/Berlin", ms("2090-07-01T00:00:00Z"))).toBe(HOUR);
  expect(offsetAt("Europe/Berlin", ms("2074-07-01T00:00:00Z"))).toBe(2 * HOUR);
});

test("a name that is no zone is none, and no time is told in it", () => {
  expect(isZone("Europe/Berlin")).toBe(true);
  for (const name of ["Europe/Atlantis", "Europe/Atlantis", ""]) expect(isZone(name)).toBe(false);
  const message = "not a time zone: Europe/Atlantis";
  expect(() => offsetAt("Europe/Atlantis", 0)).toThrow(message);
  expect(() => instantsAt("Europe/Atlantis", 0, 0)).toThrow(message);
  expect(() => shiftsBetween("Europe/Atlantis", 0, 1)).toThrow(message);
});

test("where the clock is set back a time comes twice, where it is set forward it comes after the gap", () => {
  const berlin = (date: string, hour: number) =>
    instantsAt("Europe/Berlin", dayOf(date), hour * HOUR).map((at) => new Date(at).toISOString());
  expect(berlin("2026-10-25", 2.5)).toEqual(["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"]);
  expect(berlin("2026-10-25", 2)).toEqual(["2026-10-25T00:00:00.000Z", "2026-10-25T01:00:00.000Z"]);
  expect(berlin("2026-10-25", 3)).toEqual(["2026-10-25T02:00:00.000Z"]);
  expect(berlin("2026-03-29", 2)).toEqual(["2026-03-29T01:00:00.000Z"]);
  expect(berlin("2026-03-29", 2.5)).toEqual(["2026-03-29T01:00:00.000Z"]);
  expect(berlin("2026-03-29", 3)).toEqual(["2026-03-29T01:00:00.000Z"]);
  expect(berlin("2090-03-29", 3)).toEqual(["2090-03-29T02:00:00.000Z"]);
});

test("the shifts between two instants are those after the first and up to the second", () => {
  const shift = ms("2026-03-29T01:00:00Z");
  expect(shiftsBetween("Europe/Berlin", shift - 1, shift)).toEqual([shift]);
  expect(shiftsBetween("Europe/Berlin", shift, shift + DAY)).toEqual([]);
  expect(shiftsBetween("Europe/Berlin", shift - 2, shift - 1)).toEqual([]);
  expect(shiftsBetween("Asia/Shanghai", shift - DAY, shift + DAY)).toEqual([]);
});

test("an instant is written in whole seconds where it has them, and read only with its zone", () => {
  for (const text of [
    "2026-03-02T10:20:30Z",
    "2026-03-02T00:00:00Z",
    "1969-12-31T23:59:59Z",
    "2026-03-02T10:20:30.045Z",
  ])
    expect(instantText(ms(text))).toBe(text);
  for (const zone of ["+01:00", "+0100"])
    expect(parseInstant(`2026-03-02T11:20:30${zone}`)).toBe(ms("2026-03-02T10:20:30Z"));
  expect(parseInstant(new Date(5))).toBe(5);
  expect(parseInstant(new Date(Number.NaN))).toBeNull();
  const wrong = [
    "2026-03-02",
    "2026-03-02T10:20:30",
    "x2026-03-02T10:20:30Z",
    "2026-03-02T10:20:30Zx",
    "2026-03-02 10:20:30Z",
    "2026-13-02T10:20:30Z",
    "",
  ];
  for (const each of [...wrong, ...wrong]) expect(parseInstant(each), each).toBeNull();
  for (let at = 0; at < 10_500; at += 1)
    expect(parseInstant(new Date(at * 1000).toISOString())).toBe(at * 1000);
});
