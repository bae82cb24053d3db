import { expect, test } from "vitest";
import { callScripts } from "#app/domain/contact/call-scripts.data.ts";
import { saidsOf, scriptsOf } from "#app/domain/contact/scripts.ts";
import { mustSay, outlookOf } from "#app/domain/contact/spoken.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { packIds } from "#app/domain/law/pack.ts";
import type { Court, JudgedAct } from "#app/domain/timeline/judge.ts";
import { aCourtIn, type Place, places } from "#test/support/contact-law.ts";

const aCall = (at: string): JudgedAct => ({
  type: "call",
  occurredAt: new Date(at),
  action: { direction: "out", channel: "voice", recipientRole: "debtor", voice: "human" },
  act: {
    direction: "out",
    channel: "voice",
    recipientRole: "debtor",
    outcome: "no_answer",
    connected: false,
  },
});
const outlook = (place: Place, at: string, elsewhere: HistoryEvent[] = [], court = aCourtIn(place, at)) =>
  outlookOf(court, aCall(at), { elsewhere, zone: places[place].zone, channel: "voice" });

const called = (court: Court, at: string): Court => ({
  ...court,
  events: [
    ...court.events,
    {
      ...court.events[0],
      ...{ id: at, type: "call", occurredAt: new Date(at) },
      payload: { act: { direction: "out", channel: "voice", recipientRole: "debtor", outcome: "no_answer" } },
    },
  ],
});

test("the hours are the debtor's own, exact at their ends, and agree with the decision on both sides of them", () => {
  const [morning] = outlook("GB-EW", "2026-03-04T12:00:00Z").hours;
  expect(morning).toEqual({ from: "08:00", to: expect.any(String) });
  for (const place of ["US-NY", "GB-EW", "DE-BE", "CN"] as const) {
    const { zone } = places[place];
    const { hours } = outlook(place, "2026-03-04T12:00:00Z");
    expect(hours.length, zone).toBeGreaterThan(0);
    for (const { from, to } of hours) expect(from < to, `${zone} ${from}-${to}`).toBe(true);
  }
});

test("outside the hours the answer names the next lawful moment, which lies in the hours of its day", () => {
  const { decision } = outlook("US-NY", "2026-03-04T04:30:00Z");
  expect(decision.allowed).toBe(false);
  expect(decision.findings.map(({ message }) => message.key)).toContain("outside_hours");
});

test("calls of every collector of the debt are counted, and each takes one of those that are left", () => {
  const at = "2026-03-04T15:00:00Z";
  const fresh = aCourtIn("GB-EW", at);
  const before = outlook("GB-EW", at, [], fresh);
  const after = outlook("GB-EW", at, [], called(fresh, "2026-03-04T13:00:00Z"));
  expect([before.used, after.used]).toEqual([0, 1]);
  expect(before.left).not.toBeNull();
  expect(after.left).toBe((before.left ?? 0) - 1);
});

test("a disclosure is asked for where the law of the case refuses a call without it, and nowhere else", () => {
  const at = "2026-03-04T15:00:00Z";
  const asked = (place: Place, court = aCourtIn(place, at)) =>
    mustSay(court, aCall(at), saidsOf(court.pack.id, "voice"));
  expect(asked("US-NY")).toContain("collectorDisclosure");
  expect(asked("CN")).toEqual(expect.arrayContaining(["identifiesSender", "record"]));
  expect(asked("GB-EW")).toEqual([]);
  const court = aCourtIn("US-NY", at);
  const business = { debtor: { ...court.events[0].payload.facts?.debtor, kind: "company" as const } };
  const facts = { ...court.events[0].payload.facts, ...business };
  const debt = { ...facts.debt, purpose: "commercial" as const };
  const commercial = { ...court, events: [{ ...court.events[0], payload: { facts: { ...facts, debt } } }] };
  expect(asked("US-NY", commercial)).not.toContain("collectorDisclosure");
});

test("every law has a script in its own language, and what is said before the debtor is known gives nothing away", () => {
  const own = { US: "en", "GB-EW": "en", DE: "de", CN: "zh" } as Record<string, string>;
  for (const pack of packIds) expect(scriptsOf(pack, "voice")[0]?.language, pack).toBe(own[pack]);
  for (const { pack, language, first, others } of callScripts) {
    const words = [...first, ...others].join("\n");
    expect(words, `${pack} ${language}`).not.toMatch(/\{(?:creditor|collector|caseCode)\}/);
    expect(words, `${pack} ${language}`).not.toMatch(
      /debt\b|owe|overdue|payment|collect|Forderung|Rechnung|Inkasso|Schuld|欠|债|款|催收|付款/i,
    );
  }
});
