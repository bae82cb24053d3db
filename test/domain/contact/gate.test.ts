import { expect, test } from "vitest";
import { decideContact } from "#app/domain/contact/gate.ts";
import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { aCourtIn, anAct, contactOn, places } from "#test/support/contact-law.ts";

const decide = (
  place: keyof typeof places,
  step: StepType,
  at: string,
  elsewhere: HistoryEvent[] = [],
  channel: ContactChannel = "email",
) =>
  decideContact(aCourtIn(place, at), anAct(place, step, at, channel), {
    ...{ elsewhere, zone: places[place].zone, channel },
  });
const outside = (place: keyof typeof places, step: StepType, at: string) => {
  const { allowed, findings, earliest } = decide(place, step, at);
  const keys = findings.filter(({ effect }) => effect !== "warn").map(({ message }) => message.key);
  return { allowed, keys, earliest };
};

/** The first and the last second of the day's hours, and the seconds beside them, at the debtor's place. */
const edges = {
  // Regulation F: 08:00 to 21:00. A notice by e-mail keeps the hours of e-mails.
  "US-NY": {
    step: "validation_notice",
    on: "2026-03-10",
    offset: "-04:00",
    opens: "08:00:00",
    lastSecond: "20:59:59",
  },
  // CONC 7.9 as the platform reads it: 08:00 to 20:00 on weekdays.
  "GB-EW": {
    step: "reminder",
    on: "2026-03-10",
    offset: "+00:00",
    opens: "08:00:00",
    lastSecond: "19:59:59",
  },
  "DE-BE": {
    step: "reminder",
    on: "2026-03-10",
    offset: "+01:00",
    opens: "08:00:00",
    lastSecond: "19:59:59",
  },
  // GB/T 45251-2025: 08:00 to 22:00.
  CN: { step: "reminder", on: "2026-03-10", offset: "+08:00", opens: "08:00:00", lastSecond: "21:59:59" },
} as const;

test("the hours are exact to the second in all four laws: closed at 07:59:59, open at 08:00:00 and until the last second, closed on the stroke", () => {
  for (const [name, { step, on, offset, opens, lastSecond }] of Object.entries(edges)) {
    const place = name as keyof typeof places;
    const at = (time: string) => `${on}T${time}${offset}`;
    const before = outside(place, step, at("07:59:59"));
    expect(before.keys, name).toContain("outside_hours");
    expect(before.earliest && Date.parse(before.earliest), name).toBe(Date.parse(at(opens)));
    expect(outside(place, step, at(opens)), name).toEqual({ allowed: true, keys: [], earliest: null });
    expect(outside(place, step, at(lastSecond)).allowed, name).toBe(true);
    const closes = new Date(Date.parse(at(lastSecond)) + 1_000).toISOString();
    const after = outside(place, step, closes);
    expect(after.keys, name).toContain("outside_hours");
    expect(after.earliest && Date.parse(after.earliest), name).toBe(Date.parse(at(opens)) + 24 * 3_600_000);
  }
});

test("a night on which the clocks change opens at eight by the new time, not twelve hours after it closed", () => {
  // New York: 8 March 2026, 02:00 becomes 03:00; 1 November 2026, 02:00 becomes 01:00.
  expect(outside("US-NY", "validation_notice", "2026-03-07T21:00:00-05:00").earliest).toBe(
    "2026-03-08T12:00:00.000Z",
  );
  expect(outside("US-NY", "validation_notice", "2026-03-08T07:59:59-04:00").allowed).toBe(false);
  expect(outside("US-NY", "validation_notice", "2026-03-08T08:00:00-04:00").allowed).toBe(true);
  expect(outside("US-NY", "validation_notice", "2026-10-31T21:00:00-04:00").earliest).toBe(
    "2026-11-01T13:00:00.000Z",
  );
  // London and Berlin: 29 March 2026 is a Sunday, so that Monday is the first day open.
  expect(outside("GB-EW", "reminder", "2026-03-28T17:00:00Z").earliest).toBe("2026-03-30T07:00:00.000Z");
  expect(outside("GB-EW", "reminder", "2026-03-30T06:59:59Z").allowed).toBe(false);
  expect(outside("DE-BE", "reminder", "2026-03-28T20:00:00+01:00").earliest).toBe("2026-03-30T06:00:00.000Z");
  expect(outside("DE-BE", "reminder", "2026-10-24T20:00:00+02:00").earliest).toBe("2026-10-26T07:00:00.000Z");
  // China has one time and no summer.
  expect(outside("CN", "reminder", "2026-03-28T22:00:00+08:00").earliest).toBe("2026-03-29T00:00:00.000Z");
});

test("a reminder by e-mail is an e-mail: it counts for the cap, and the cap stops it", () => {
  const at = "2026-03-10T12:00:00+08:00";
  const one = contactOn("2026-03-10T09:00:00+08:00", "reminder");
  const two = contactOn("2026-03-10T10:00:00+08:00", "email");
  expect(decide("CN", "reminder", at, [one]).allowed).toBe(true);
  const capped = decide("CN", "reminder", at, [one, two]);
  expect(capped.allowed).toBe(false);
  expect(capped.findings.map(({ rule }) => rule)).toContain("CN-CONTACT-09");
  expect(capped.earliest).toBe("2026-03-11T00:00:00.000Z");
});

test("what reached the person about another debt counts for the caps and opens no rung of this one", () => {
  const at = "2026-03-20T12:00:00+00:00";
  const reminded = contactOn("2026-03-02T09:00:00+00:00", "reminder");
  const decision = decide("GB-EW", "email", at, [reminded]);
  expect(decision.allowed).toBe(false);
  expect(decision.findings.map(({ rule }) => rule)).toContain("POL-LADDER-02");
});

test("an answer is never earlier than the law: the moment it names is allowed and the second before is not", () => {
  for (const name of Object.keys(places)) {
    const place = name as keyof typeof places;
    const { step } = edges[place as keyof typeof edges] ?? { step: "reminder" };
    for (let hour = 0; hour < 24 * 9; hour += 5) {
      const at = new Date(Date.parse("2026-03-26T00:30:00Z") + hour * 3_600_000).toISOString();
      const { allowed, earliest } = decide(place, step, at);
      if (allowed || !earliest) continue;
      expect(decide(place, step, earliest).allowed, `${name} ${at}`).toBe(true);
      const before = new Date(Date.parse(earliest) - 1_000).toISOString();
      expect(decide(place, step, before).allowed, `${name} ${at}`).toBe(false);
    }
  }
});

test("a complete first notice may be printed for the post at any hour in all four laws, where an e-mail keeps the hours", () => {
  for (const [name, { step, on, offset }] of Object.entries(edges)) {
    const place = name as keyof typeof places;
    for (const time of ["03:00:00", "12:00:00", "23:30:00"]) {
      const at = `${on}T${time}${offset}`;
      expect(decide(place, step, at, [], "post").allowed, `${name} ${time}`).toBe(true);
    }
    expect(decide(place, step, `${on}T03:00:00${offset}`).allowed, name).toBe(false);
  }
});

test("what the log tells later of a message is no second message: only steps count against a cap", () => {
  const noon = "2026-03-10T12:00:00+08:00";
  const before = "2026-03-10T09:00:00+08:00";
  const told = { ...contactOn(before, "email"), type: "fact_added" } as const;
  expect(decide("CN", "reminder", noon, [contactOn(before, "email"), told]).allowed).toBe(true);
  const twice = [contactOn(before, "email"), contactOn(before, "email")];
  expect(decide("CN", "reminder", noon, twice).allowed).toBe(false);
});
