import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, addYears, dateOf, dayOf, parseDay, weekdayOf } from "#app/domain/law/calendar/civil.ts";
import { federalHolidays, isCourtDay } from "#app/domain/law/calendar/us-holidays.ts";
import { isWorkday } from "#app/domain/law/calendar/workdays.ts";
import { instantsAt, instantText, localDay, startOfDay } from "#app/domain/law/calendar/zones.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { ask, blocking, but, call, called, cnFacts, creditor, lawyer, spoke, usFacts } from "./cases.ts";

test("civil dates are the calendar's, leap days included, and impossible ones are none", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const date = new Date(day * 86_400_000);
      expect(dateOf(day)).toBe(date.toISOString().slice(0, 10).padStart(10, "0"));
      expect(weekdayOf(day)).toBe(date.getUTCDay());
      expect(parseDay(dateOf(day))).toBe(day);
    }),
  );
  for (const wrong of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-1", ""])
    expect(parseDay(wrong)).toBeNull();
  expect(dateOf(addYears(dayOf("2024-02-29"), 3))).toBe("2027-02-28");
  expect(dateOf(addMonths(dayOf("2026-08-31"), 6))).toBe("2027-02-28");
});

test("a wall-clock time that is skipped opens after the gap, one that comes twice opens twice", () => {
  const at = (day: string, hours: number) =>
    instantsAt("America/New_York", dayOf(day), hours * 3_600_000).map(instantText);
  expect(at("2026-03-08", 2.5)).toEqual(["2026-03-08T07:00:00Z"]);
  expect(at("2026-11-01", 1.5)).toEqual(["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"]);
  expect(instantText(startOfDay("America/New_York", dayOf("2026-03-09")))).toBe("2026-03-09T04:00:00Z");
  expect(dateOf(localDay("Pacific/Honolulu", Date.parse("2026-01-01T09:59:59Z")))).toBe("2025-12-31");
});

test("eight in the morning is the debtor's, before and after the clocks change", () => {
  expect(ask({ action: call, at: "2026-03-07T12:59:59Z" }).earliest).toBe("2026-03-07T13:00:00Z");
  expect(ask({ action: call, at: "2026-03-08T11:59:59Z" }).earliest).toBe("2026-03-08T12:00:00Z");
});

test("federal holidays fall where the statute puts them, courts close on the observed day", () => {
  expect(federalHolidays(2026).map(dateOf)).toEqual([
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
  expect([isCourtDay(dayOf("2026-07-03")), isCourtDay(dayOf("2021-12-31"))]).toEqual([false, false]);
  expect(federalHolidays(2020)).toHaveLength(10);
});

test("a make-up Saturday is a working day, and a year that was not announced is not guessed", () => {
  const works = (date: string) => isWorkday(publishedSeries, ["CN"], dayOf(date));
  expect([works("2026-02-14"), works("2026-02-16"), works("2026-02-28"), works("2027-01-04")]).toEqual([
    true,
    false,
    true,
    null,
  ]);
});

test("X-06: a register check holds for thirty days to the second, a licence until the instant it expires", () => {
  const history: HistoryEvent[] = [{ type: "demand_payment", startedAt: "2026-01-05" }];
  const letter = { type: "lawyer_letter", attorneyReview: true, threatensSuit: false } as const;
  const on = (at: string, over: object) =>
    blocking(ask({ history, action: letter, actor: lawyer(over), at }));
  const checked = { verifiedAt: "2026-02-08T16:00:00Z" };
  expect(on("2026-03-10T16:00:00Z", checked)).toEqual([]);
  expect(on("2026-03-10T16:00:01Z", checked)).toEqual(["X-06"]);
  expect(on("2026-03-10T16:00:00Z", { verifiedAt: "2026-03-10T16:00:01Z" })).toEqual(["X-06"]);
  const term = { expiresAt: "2026-03-10T16:00:00Z" };
  expect(on("2026-03-10T15:59:59Z", term)).toEqual([]);
  expect(on("2026-03-10T16:00:00Z", term)).toEqual(["US-ACTOR-01"]);
  expect(on("2026-03-10T16:00:00Z", { expiresAt: null })).toEqual(["US-ACTOR-01"]);
  expect(on("2026-03-10T16:00:00Z", { expiresAt: "never" })).toEqual([]);
  expect(on("2026-03-10T16:00:00Z", { status: "revoked" })).toEqual(["US-ACTOR-01"]);
});

test("a hold is over at the instant it ends", () => {
  const facts = but(usFacts, {
    holds: [{ type: "payment_plan", startedAt: "2026-01-01T00:00:00Z", endsAt: "2026-03-10T16:00:00Z" }],
  });
  expect(ask({ facts, action: call, at: "2026-03-10T15:59:59Z" }).earliest).toBe("2026-03-10T16:00:00Z");
  expect(ask({ facts, action: call, at: "2026-03-10T16:00:00Z" }).allowed).toBe(true);
});

test("X-04: no hold stops an answer, a mandatory notice or the record of a payment", () => {
  const facts = but(usFacts, { holds: [{ type: "dispute", startedAt: "2025-07-10T00:00:00Z" }] });
  const reply = {
    type: "email",
    direction: "out",
    purpose: "reply_to_debtor",
    emailBasis: "consumer_used",
  } as const;
  expect(ask({ facts, action: reply, at: "2026-03-10T16:00:00Z" }).allowed).toBe(true);
  for (const type of ["payment", "reply", "dispute", "verification_sent", "acknowledgment"] as const) {
    expect(ask({ facts, action: { type }, at: "2026-03-10T16:00:00Z" }).allowed).toBe(true);
  }
});

test("X-04: a lawyer may file under a hold so that limitation does not run out, and must say why", () => {
  const facts = but(usFacts, { holds: [{ type: "payment_plan", startedAt: "2026-01-01T00:00:00Z" }] });
  const history: HistoryEvent[] = [{ type: "demand_payment", startedAt: "2026-01-05" }];
  const file = (protectiveReason: string) =>
    ask({
      facts,
      history,
      action: { type: "file_suit", forumState: "NY", protectiveReason },
      actor: lawyer(),
      at: "2026-03-10",
    });
  expect(blocking(file(" "))).toEqual(["US-HOLD-08"]);
  expect(file("limitation ends on 12 March").allowed).toBe(true);
});

test("a dispute in the record freezes the ladder at once, and the verification thaws it", () => {
  const dispute: HistoryEvent = { type: "dispute", startedAt: "2026-03-10T15:00:00Z", direction: "in" };
  const at = (instant: string, ...more: HistoryEvent[]) =>
    blocking(ask({ facts: cnFacts, history: [dispute, ...more], action: call, at: instant }));
  expect(at("2026-04-08T02:00:00Z")).toEqual(["CN-HOLD-01"]);
  expect(
    at("2026-04-08T02:00:00Z", { type: "verification_sent", startedAt: "2026-04-01T02:00:00Z" }),
  ).toEqual([]);
});

test("POL-LADDER-07: a lawyer's statement with evidence heals a time bar, nobody else's does", () => {
  const facts = but(usFacts, { limitation: { lastDay: "2026-01-01" } });
  const demand: HistoryEvent = { type: "demand_payment", startedAt: "2025-10-01" };
  const statement = (over: Partial<HistoryEvent>): HistoryEvent => ({
    type: "limitation_statement",
    startedAt: "2026-03-01T15:00:00Z",
    actorKind: "lawyer",
    evidenceId: "E1",
    ...over,
  });
  const sue = (over: Partial<HistoryEvent>) =>
    blocking(
      ask({
        facts,
        history: [demand, statement(over)],
        action: { type: "file_suit", forumState: "NY" },
        actor: lawyer(),
        at: "2026-03-10",
      }),
    );
  expect(sue({})).toEqual([]);
  expect(sue({ actorKind: "agency" })).toEqual(["US-ESC-05", "POL-LADDER-07"]);
  expect(sue({ evidenceId: undefined })).toEqual(["US-ESC-05", "POL-LADDER-07"]);
  expect(sue({ lastDay: "2026-03-10" })).toEqual([]);
  expect(sue({ lastDay: "2026-03-09" })).toEqual(["US-ESC-05", "POL-LADDER-07"]);
});

test("an unknown kind of contract takes the shortest period, and is asked for only where it matters", () => {
  const facts = but(usFacts, {
    case: { jurisdiction: "US-IL" },
    debt: { limitationKind: "unknown", dueDate: "2020-06-01" },
    debtor: { residence: { state: "IL", city: "Chicago", tz: "America/Chicago" } },
  });
  expect(limitationOf({ jurisdiction: "US-IL", facts })).toMatchObject({
    refused: true,
    requires: ["debt.limitationKind"],
  });
  expect(limitationOf({ jurisdiction: "US-IL", facts, reading: "shortest" })).toMatchObject({
    last: "2024-06-01",
  });
  const history: HistoryEvent[] = [{ type: "demand_payment", startedAt: "2026-01-05" }];
  const decision = ask({
    facts,
    history,
    action: { type: "file_suit", forumState: "IL" },
    actor: lawyer({ territory: "IL" }),
    at: "2026-03-10",
  });
  expect(decision.findings[0]).toMatchObject({
    rule: "US-ESC-05",
    effect: "require",
    requires: ["debt.limitationKind"],
  });
});

test("a call under the debtor's own consent is neither counted nor held back, until a conversation uses the consent up", () => {
  const consent: HistoryEvent = {
    type: "consent",
    startedAt: "2026-03-08T15:00:00Z",
    debtId: "D1",
    givenTo: "collector",
  };
  const history = [spoke("2026-03-06T15:00:00Z"), consent];
  expect(ask({ history, action: call, at: "2026-03-10T16:00:00Z" }).allowed).toBe(true);
  expect(
    ask({ history, action: call, at: "2026-03-15T03:59:59Z" }).findings.map(({ rule }) => rule),
  ).not.toContain("US-CONTACT-03");
  const used = [...history, spoke("2026-03-09T15:00:00Z")];
  expect(blocking(ask({ history: used, action: call, at: "2026-03-10T16:00:00Z" }))).toEqual([
    "US-CONTACT-03",
  ]);
  const revoked: HistoryEvent[] = [
    ...history,
    { type: "refusal", startedAt: "2026-03-09T15:00:00Z", debtId: "D1" },
  ];
  expect(blocking(ask({ history: revoked, action: call, at: "2026-03-10T16:00:00Z" }))).toEqual([
    "US-CONTACT-03",
  ]);
});

test("a consent and a refusal told with the same moment are a refusal, in whichever order they are told", () => {
  const both = (["consent", "refusal"] as const).map(
    (type): HistoryEvent => ({ type, startedAt: "2026-03-08T15:00:00Z", debtId: "D1", givenTo: "collector" }),
  );
  for (const told of [both, both.toReversed()]) {
    const history = [spoke("2026-03-06T15:00:00Z"), ...told];
    expect(blocking(ask({ history, action: call, at: "2026-03-10T16:00:00Z" }))).toEqual(["US-CONTACT-03"]);
  }
});

test("US-COV-03: California protects small business debts of natural persons from July 2025, and not those of companies", () => {
  const facts = but(usFacts, {
    case: { jurisdiction: "US-CA" },
    debt: { purpose: "commercial", principal: 500_000_00, dueDate: "2025-01-10" },
    debtor: { kind: "sole_trader", residence: { state: "CA", tz: "America/Los_Angeles" } },
  });
  const history = [spoke("2026-03-09T17:00:00Z")];
  const on = (over: object) =>
    blocking(ask({ facts: but(facts, over), history, action: call, at: "2026-03-10T17:00:00Z" }));
  expect(on({})).toEqual(["US-CONTACT-03"]);
  expect(on({ debt: { principal: 500_000_01 } })).toEqual([]);
  expect(on({ debtor: { kind: "company" } })).toEqual([]);
});

test("a rule applies from its first day to its last, by the day of the act", () => {
  const facts = but(usFacts, { debtor: { residence: { city: "Queens" } } });
  const texts = (month: string) =>
    ["01", "02"].map((day) =>
      called(`2026-${month}-${day}T15:00:00Z`, { type: "sms", channel: "sms", outcome: "delivered" }),
    );
  const on = (month: string, day: string) =>
    blocking(ask({ facts, history: texts(month), action: call, at: `2026-${month}-${day}T15:00:00Z` }));
  expect(on("08", "03")).toEqual(["US-CONTACT-07"]);
  expect(on("09", "03")).toEqual([]);
});

test("a state without encoded law goes no further than federal rules: no licence, no limitation, no step", () => {
  const facts = but(usFacts, {
    case: { jurisdiction: "US-OH" },
    debtor: { residence: { state: "OH", city: "Columbus", tz: "America/New_York" } },
  });
  const history: HistoryEvent[] = [{ type: "demand_payment", startedAt: "2026-01-05" }];
  const suit = ask({
    facts,
    history,
    action: { type: "file_suit", forumState: "OH" },
    actor: lawyer({ territory: "OH" }),
    at: "2026-03-10",
  });
  expect(suit.findings[0]).toMatchObject({ rule: "US-ESC-05", requires: ["limitation.lastDay"] });
  const agency = ask({
    facts,
    action: call,
    actor: { kind: "agency", credentials: [] },
    at: "2026-03-10T16:00:00Z",
  });
  expect(blocking(agency)).toEqual(["US-ACTOR-03"]);
  expect(ask({ facts, action: call, actor: creditor, at: "2026-03-10T16:00:00Z" }).allowed).toBe(true);
});

test("a step the pack does not know is refused", () => {
  expect(ask({ action: { type: "payment_order" }, at: "2026-03-10" }).findings).toMatchObject([
    { rule: "X-09", effect: "block" },
  ]);
  expect(ask({ facts: cnFacts, action: { type: "validation_notice" }, at: "2026-03-10" }).allowed).toBe(
    false,
  );
});

test("contact without an hour asks for the hour", () => {
  expect(ask({ action: call, at: "2026-03-10" }).findings).toContainEqual(
    expect.objectContaining({ requires: ["at"] }),
  );
});
