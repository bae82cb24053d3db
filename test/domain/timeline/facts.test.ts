import fc from "fast-check";
import { expect, test } from "vitest";
import type { EventType } from "#app/domain/law/types.ts";
import type { EventPayload, TimelineEvent } from "#app/domain/timeline/events.ts";
import { addedFact, factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";

const anEvent = (
  type: EventType,
  { at = "2026-03-02T10:00:00Z", ...payload }: EventPayload & { at?: string } = {},
): TimelineEvent => ({
  caseId: "case",
  seq: 1,
  id: "id",
  type,
  stageBefore: "intake",
  stageAfter: "intake",
  occurredAt: new Date(at),
  recordedAt: new Date("2026-06-01T00:00:00Z"),
  actorUserId: "user",
  actorOrgId: "org",
  actorRole: "lawyer",
  packId: "US",
  packVersion: "1",
  hash: "",
  prevHash: "",
  payload,
  decision: { allowed: true, findings: [], earliest: null, pack: { id: "US", version: "1" } },
});

const someFacts = fc.record(
  {
    debt: fc.record(
      { principal: fc.nat(), dueDate: fc.constantFrom("2026-01-01", null) },
      { requiredKeys: [] },
    ),
    debtor: fc.record({ ageYears: fc.nat(120), objectsOnline: fc.boolean() }, { requiredKeys: [] }),
    limitation: fc.record({
      interruptions: fc.array(fc.record({ type: fc.constant("demand"), on: fc.constant("2026-02-02") })),
    }),
    arbitrationAgreement: fc.constantFrom(true, false, "unknown" as const),
  },
  { requiredKeys: [] },
);

test("replaying a log in two parts gives what replaying it at once gives", () => {
  fc.assert(
    fc.property(fc.array(someFacts, { maxLength: 8 }), fc.nat(8), (each, cut) => {
      const events = each.map((facts) => anEvent("fact_added", { facts }));
      const before = { payload: { facts: factsOf(events.slice(0, cut)) } };
      expect(factsOf([before, ...events.slice(cut)])).toEqual(factsOf(events));
    }),
  );
});

test("a replay changes none of the events it reads", () => {
  fc.assert(
    fc.property(fc.array(someFacts, { maxLength: 5 }), (each) => {
      const events = each.map((facts) => anEvent("fact_added", { facts }));
      const before = structuredClone(events);
      factsOf(events);
      historyEventsOf(events);
      expect(events).toEqual(before);
    }),
  );
});

test("a later fact stands over an earlier one member by member, a list as a whole", () => {
  const facts = factsOf([
    anEvent("posted", {
      facts: {
        debt: { principal: 100, dueDate: "2026-01-01" },
        limitation: { interruptions: [{ type: "demand", on: "2026-01-05" }] },
      },
    }),
    anEvent("reply"),
    anEvent("edited", {
      facts: { debt: { principal: 90 }, limitation: { interruptions: [] }, debtor: { ageYears: 44 } },
    }),
  ]);
  expect(facts).toEqual({
    debt: { principal: 90, dueDate: "2026-01-01" },
    limitation: { interruptions: [] },
    debtor: { ageYears: 44 },
  });
});

test("a fact named like a member of every object reaches no other object", () => {
  const facts = JSON.parse('{"__proto__": {"polluted": true}}');
  factsOf([anEvent("posted", { facts: { debt: {} } }), anEvent("fact_added", { facts })]);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("a refused attempt is no act: it neither counts nor waits, and opens no hold", () => {
  const events = [
    anEvent("attempt_blocked", { attempted: "call", act: { startedAt: "2026-03-02T09:00:00Z" } }),
    anEvent("posted"),
    anEvent("closed_paid"),
    anEvent("call"),
  ];
  expect(historyEventsOf(events).map(({ type }) => type)).toEqual(["call"]);
});

test("the law's history is in the order of the acts and not of their recording, and names who did what", () => {
  const events = [
    anEvent("demand_payment", {
      at: "2026-03-09T10:00:00Z",
      act: { answerBy: "2026-03-30" },
      actorKind: "lawyer",
    }),
    anEvent("dispute", { at: "2026-03-02T10:00:00Z", evidenceIds: ["letter", "more"] }),
    anEvent("engaged", { at: "2026-03-01T10:00:00Z" }),
  ];
  expect(historyEventsOf(events)).toMatchObject([
    { type: "engaged" },
    { type: "dispute", evidenceId: "letter", debtId: "case" },
    { type: "demand_payment", actorId: "org", actorKind: "lawyer", answerBy: "2026-03-30" },
  ]);
});

test("an added fact is told by the law's own name, however deep it lies; what adds none or several has no such name", () => {
  const added = (facts: object) => addedFact({ type: "fact_added", payload: { facts } });
  expect(added({ courtLand: "BE" })).toBe("courtLand");
  expect(added({ notices: { orderServedOn: "2026-11-19" } })).toBe("notices.orderServedOn");
  expect(added({ debtor: { residence: { land: "BE" } } })).toBe("debtor.residence.land");
  expect(added({ debt: { id: "1" }, debtor: {} })).toBeNull();
  expect(addedFact({ type: "posted", payload: { facts: { courtLand: "BE" } } })).toBeNull();
});
