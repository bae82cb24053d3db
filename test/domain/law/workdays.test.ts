import { expect, test } from "vitest";
import { dateOf, dayOf as day } from "#app/domain/law/calendar/civil.ts";
import { deCalendars, endOfPeriod, laender, landOf } from "#app/domain/law/calendar/de.ts";
import {
  federalHolidays,
  isCourtDay,
  isFederalHoliday,
  rollToCourtDay,
} from "#app/domain/law/calendar/us-holidays.ts";
import { addWorkdays, calendarEnd, isWorkday, rollForward } from "#app/domain/law/calendar/workdays.ts";
import { publishedSeries as series } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

test("courts and offices work on no weekend and no day off, but on a make-up day, and beyond the calendar nobody knows", () => {
  expect(isWorkday(series, ["DE"], day("2026-04-30"))).toBe(true);
  expect(isWorkday(series, ["DE"], day("2026-05-01"))).toBe(false);
  expect(isWorkday(series, ["DE"], day("2026-05-02"))).toBe(false);
  expect(isWorkday(series, [], day("2026-05-01"))).toBe(true);
  expect(isWorkday(series, ["DE"], day("2098-05-05"))).toBeNull();
  expect(isWorkday(series, ["CN"], day("2026-01-04"))).toBe(true);
  expect(rollForward(series, ["DE"], day("2026-05-01"))).toEqual({
    refused: false,
    raw: day("2026-05-01"),
    last: day("2026-05-04"),
  });
  expect(rollForward(series, ["DE"], day("2098-05-01"))).toMatchObject({
    refused: true,
    raw: day("2098-05-01"),
  });
  expect(addWorkdays(series, ["DE"], { from: day("2026-04-30"), days: 2 })).toEqual({
    refused: false,
    raw: day("2026-05-05"),
    last: day("2026-05-05"),
  });
  expect(addWorkdays(series, ["DE"], { from: day("2026-04-30"), days: 0 })).toMatchObject({
    last: day("2026-04-30"),
  });
  expect(addWorkdays(series, ["DE"], { from: day("2098-04-30"), days: 1 })).toMatchObject({
    refused: true,
    raw: day("2098-05-01"),
  });
});

test("calendars end together with the one that ends first", () => {
  const years = (...list: number[]) => ({
    years: Object.fromEntries(list.map((year) => [year, { off: [], source: "test" }])),
  });
  const made: Series = { ...series, holidays: { A: years(2025, 2027, 2026), B: years(2026) } };
  expect(calendarEnd(made, ["A"])).toBe("2027-12-31");
  expect(calendarEnd(made, ["A", "B"])).toBe("2026-12-31");
  expect(calendarEnd(made, ["A", "NONE"])).toBe("0000-12-31");
});

test("a Land is known by its code and by its names, and nothing else is one", () => {
  expect(laender).toHaveLength(16);
  const named: Record<string, string> = {
    "baden-württemberg": "BW",
    "baden-wuerttemberg": "BW",
    bayern: "BY",
    bavaria: "BY",
    Berlin: "BE",
    brandenburg: "BB",
    Bremen: "HB",
    hamburg: "HH",
    hessen: "HE",
    hesse: "HE",
    "mecklenburg-vorpommern": "MV",
    "mecklenburg-western pomerania": "MV",
    niedersachsen: "NI",
    "Lower Saxony": "NI",
    "nordrhein-westfalen": "NW",
    "north rhine-westphalia": "NW",
    "rheinland-pfalz": "RP",
    "rhineland-palatinate": "RP",
    saarland: "SL",
    sachsen: "SN",
    saxony: "SN",
    "sachsen-anhalt": "ST",
    "saxony-anhalt": "ST",
    "schleswig-holstein": "SH",
    thüringen: "TH",
    thueringen: "TH",
    thuringia: "TH",
    " DE-BE ": "BE",
    by: "BY",
  };
  for (const [text, land] of Object.entries(named)) expect(landOf(text), text).toBe(land);
  for (const land of laender) expect(landOf(`DE-${land}`)).toBe(land);
  for (const other of ["", "DE", "BE-DE-BE", "BDE-E", "x", null, 5]) expect(landOf(other)).toBeNull();
});

test("DE-CAL-04: whose period runs decides which calendars count, and an unknown Land asks only where it would move the day", () => {
  expect(deCalendars(series, "BE", "creditor")).toEqual(["DE", "DE-BE"]);
  expect(deCalendars(series, null, "creditor")).toEqual(["DE"]);
  expect(deCalendars({ ...series, holidays: {} }, "BE", "debtor")).toEqual(["DE", "DE-BE"]);
  expect(deCalendars(series, null, "debtor")).toEqual(
    expect.arrayContaining(laender.map((land) => `DE-${land}`)),
  );
  for (const id of deCalendars(series, null, "debtor")) expect(series.holidays[id], id).toBeDefined();
  expect(deCalendars(series, null, "debtor").some((id) => id.endsWith("-LOCAL"))).toBe(true);
  const epiphany = day("2026-01-06");
  const end = (land: string | null, side: "debtor" | "creditor") =>
    endOfPeriod(series, epiphany, { land, side });
  expect(end("BE", "debtor")).toEqual({
    refused: false,
    raw: epiphany,
    last: epiphany,
    least: epiphany,
    landMatters: false,
  });
  expect(end("BY", "debtor")).toMatchObject({ last: epiphany + 1, landMatters: false });
  expect(end(null, "debtor")).toMatchObject({ last: epiphany + 1, least: epiphany, landMatters: true });
  expect(end(null, "creditor")).toMatchObject({ last: epiphany, least: epiphany, landMatters: true });
  expect(endOfPeriod(series, epiphany + 1, { land: null, side: "debtor" })).toMatchObject({
    landMatters: false,
  });
  expect(endOfPeriod(series, day("2098-01-07"), { land: null, side: "debtor" })).toMatchObject({
    refused: true,
  });
  expect(endOfPeriod(series, day("2098-01-07"), { land: "BE", side: "debtor" })).toMatchObject({
    refused: true,
  });
});

test("5 USC 6103(a): the federal holidays of a year, Juneteenth since 2021", () => {
  const dates = (year: number) => federalHolidays(year).map(dateOf);
  expect(dates(2026)).toEqual([
    "2026-01-01",
    "2026-01-19",
    "2026-02-16",
    "2026-05-25",
    "2026-06-19",
    "2026-07-04",
    "2026-09-07",
    "2026-10-12",
    "2026-11-11",
    "2026-11-26",
    "2026-12-25",
  ]);
  expect(dates(2020)).toEqual([
    "2020-01-01",
    "2020-01-20",
    "2020-02-17",
    "2020-05-25",
    "2020-07-04",
    "2020-09-07",
    "2020-10-12",
    "2020-11-11",
    "2020-11-26",
    "2020-12-25",
  ]);
  expect(dates(2021)).toContain("2021-06-19");
  expect(dates(2021)).toContain("2021-05-31");
  expect(isFederalHoliday(day("2026-11-26"))).toBe(true);
  expect(isFederalHoliday(day("2026-11-27"))).toBe(false);
});

test("a holiday on a Saturday closes the courts on Friday, one on a Sunday on Monday, New Year's in the old year", () => {
  const open = (date: string) => isCourtDay(day(date));
  expect([open("2026-07-03"), open("2026-07-06")]).toEqual([false, true]);
  expect([open("2027-07-05"), open("2027-07-02")]).toEqual([false, true]);
  expect([open("2021-12-31"), open("2021-12-30"), open("2022-01-03")]).toEqual([false, true, true]);
  expect([open("2026-12-25"), open("2026-12-26"), open("2026-12-28")]).toEqual([false, false, true]);
  expect(dateOf(rollToCourtDay(day("2026-12-25")))).toBe("2026-12-28");
  expect(dateOf(rollToCourtDay(day("2026-12-28")))).toBe("2026-12-28");
});

test("DE-CAL-04: a period is not told where a Land that may count has no calendar on file", () => {
  const { "DE-BY": _, ...holidays } = series.holidays;
  expect(
    endOfPeriod({ ...series, holidays }, day("2026-01-06"), { land: null, side: "creditor" }),
  ).toMatchObject({ refused: true });
});
