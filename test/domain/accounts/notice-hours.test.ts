import fc from "fast-check";
import { expect, test } from "vitest";
import {
  defaultHours,
  isTimeZone,
  localHour,
  minutesOf,
  type NoticeHours,
  quietUntil,
  timeOf,
} from "#app/domain/accounts/notice-hours.ts";

const night: NoticeHours = { ...defaultHours("Europe/Berlin"), quietFrom: 22 * 60, quietTo: 7 * 60 };
const until = (at: string, hours = night) => quietUntil(hours, new Date(at))?.toISOString() ?? null;

test("quiet hours over midnight end the next morning, and the end itself is not quiet", () => {
  expect(until("2026-01-10T20:59:59Z")).toBeNull();
  expect(until("2026-01-10T21:00:00Z")).toBe("2026-01-11T06:00:00.000Z");
  expect(until("2026-01-11T05:59:59Z")).toBe("2026-01-11T06:00:00.000Z");
  expect(until("2026-01-11T06:00:00Z")).toBeNull();
});

test("the night in which the clocks go forward is an hour shorter, and the one in which they go back an hour longer", () => {
  expect(until("2026-03-28T21:30:00Z")).toBe("2026-03-29T05:00:00.000Z");
  expect(until("2026-10-24T20:30:00Z")).toBe("2026-10-25T06:00:00.000Z");
});

test("an end that the clocks skip is the moment after the gap; of an hour that comes twice both are quiet", () => {
  const early = { ...night, quietTo: 2 * 60 + 30 };
  expect(until("2026-03-29T00:30:00Z", early)).toBe("2026-03-29T01:30:00.000Z");
  expect(until("2026-10-25T00:10:00Z", early)).toBe("2026-10-25T00:30:00.000Z");
  expect(until("2026-10-25T01:10:00Z", early)).toBe("2026-10-25T01:30:00.000Z");
});

test("without both ends, or with equal ones, nothing is quiet", () => {
  expect(until("2026-01-10T23:00:00Z", { ...night, quietFrom: null, quietTo: null })).toBeNull();
  expect(until("2026-01-10T23:00:00Z", { ...night, quietFrom: 60, quietTo: 60 })).toBeNull();
});

test("whatever the hours and the moment, a mail waits less than a day and two hours, and never into the past", () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const moment = fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe");
  fc.assert(
    fc.property(minute, minute, moment, zone, (quietFrom, quietTo, at, timeZone) => {
      const end = quietUntil({ timeZone, digestHour: null, quietFrom, quietTo }, at);
      if (!end) return;
      const waits = end.getTime() - at.getTime();
      expect(waits).toBeGreaterThan(0);
      expect(waits).toBeLessThan(26 * 3_600_000);
    }),
  );
});

test("a local day has each of its hours once or twice, and the day is the place's", () => {
  expect(localHour("Europe/Berlin", new Date("2026-03-29T01:00:00Z"))).toEqual({
    day: "2026-03-29",
    hour: 3,
  });
  expect(localHour("Asia/Shanghai", new Date("2026-03-28T16:00:00Z"))).toEqual({
    day: "2026-03-29",
    hour: 0,
  });
});

test("a time zone is a name of the register, and a time is a time", () => {
  expect(["Europe/Berlin", "UTC", "Mars/Base", "+02:00", ""].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(["07:30", "23:59", "24:00", "7:30", "x"].map(minutesOf)).toEqual([450, 1439, null, null, null]);
  expect(timeOf(450)).toBe("07:30");
});
