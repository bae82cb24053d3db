import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { bureauReportReady, undisputed } from "#app/domain/law/named/de/bureau-report.ts";
import { assertedInText, firstAssertionComplete } from "#app/domain/law/named/de/first-assertion.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, event, said } from "./scenes.ts";

type Asked = {
  facts?: Facts;
  events?: HistoryEvent[];
  action?: Partial<ActionInput>;
  actor?: ActorInput;
  holds?: Hold[];
};
const asked = (check: Check, at: string, { action, ...given }: Asked = {}) =>
  said(check, aScene(at, { kind: "procedure", action: { type: "letter", ...action }, ...given }));
const block = { values: {}, next: null, effect: "block" };

const all = [
  "clientNameAddress",
  "reasonAndContractDate",
  "interestCalculation",
  "aboveStatutoryRate",
  "costsKindAmountBasis",
  "vatStatement",
  "addressSource",
  "supervisor",
];
const carried = (...names: string[]) => Object.fromEntries(names.map((name) => [name, true]));

test("DE-NOTICE-01: the first assertion carries all eight items, told by name where it does not", () => {
  const first = (items?: ActionInput["items"], over: Asked = {}) =>
    asked(firstAssertionComplete, "2026-03-10", { ...over, action: { items, ...over.action } });
  const named = (...names: string[]) => names.map((name) => `law.fact.action.items.${name}`).join("|");
  expect(first(carried(...all))).toBeNull();
  expect(first()).toEqual({
    values: { items: named(...all), fact: named(...all), evidence: named(...all) },
    next: null,
    requires: all.map((name) => `action.items.${name}`),
    effect: "require",
  });
  for (const name of all) {
    const others = all.filter((each) => each !== name);
    expect(first(carried(...others)), name).toMatchObject({
      requires: [`action.items.${name}`],
      effect: "require",
    });
    expect(first({ ...carried(...others), [name]: false }), name).toMatchObject({ effect: "block" });
  }
  const noVat = carried(...all.filter((name) => name !== "vatStatement"));
  expect(first(noVat, { action: { vatClaimed: false } })).toBeNull();
  expect(first({ ...noVat, supervisor: "unknown" }, { action: { vatClaimed: false } })).toMatchObject({
    requires: ["action.items.supervisor"],
  });
});

test("DE-ESC-05: nobody asserts by voice what the same collector has not asserted in text before", () => {
  const before = (
    over: Partial<HistoryEvent>,
    type: HistoryEvent["type"] = "letter",
    given: Asked = { actor: { id: "A1" } },
  ) =>
    asked(assertedInText, "2026-03-10", {
      ...given,
      events: [event(type, "2026-03-02", { actorKind: "agency", actorId: "A1", ...over })],
    });
  const missing = { values: {}, next: null, requires: ["history.textForm"] };
  for (const type of ["reminder", "email", "sms", "letter", "demand_payment", "lawyer_letter"] as const)
    expect(before({}, type), type).toBeNull();
  expect(before({}, "call")).toEqual(missing);
  for (const actorKind of ["lawyer", "law_firm", "agency_licensed", "agency_employee"] as const)
    expect(before({ actorKind }), actorKind).toBeNull();
  expect(before({ actorKind: "creditor_self" })).toEqual(missing);
  expect(before({ actorKind: undefined })).toEqual(missing);
  expect(before({ direction: "in" })).toEqual(missing);
  expect(before({ actorId: "A2" })).toEqual(missing);
  expect(before({ actorId: undefined })).toEqual(missing);
  expect(before({ actorId: undefined }, "letter", {})).toEqual(missing);
  expect(before({}, "letter", { action: { actorId: "A1" } })).toBeNull();
  expect(
    asked(firstAssertionComplete, "2026-03-10", {
      actor: { id: "A1" },
      events: [event("letter", "2026-03-02", { actorKind: "agency", actorId: "A1" })],
    }),
  ).toBeNull();
});

test("DE-ESC-22: two reminders after maturity, the first four weeks old, and the debtor told no earlier than it", () => {
  const ready = (at: string, notices: Facts["notices"], over: Asked = {}) =>
    asked(bureauReportReady, at, {
      facts: { debt: { dueDate: "2026-02-01" }, notices, ...over.facts },
      events: over.events,
    });
  const told = { remindersOn: ["2026-02-10", "2026-02-20"], priorInformationOn: "2026-02-10" };
  const wait = (date: string) => ({
    values: { date, reason: "law.wait.de_report" },
    next: { day: dayOf(date) },
    message: "waiting_period",
  });
  expect(ready("2026-03-10", told)).toBeNull();
  expect(ready("2026-03-09", told)).toEqual(wait("2026-03-10"));
  expect(ready("2026-03-09", { ...told, priorInformationOn: "2026-03-12" })).toEqual(wait("2026-03-12"));
  expect(ready("2026-03-10", { ...told, priorInformationOn: "2026-02-09" })).toEqual({
    values: { date: "2026-02-09" },
    next: null,
    effect: "block",
    message: "de_informed_too_early",
  });
  expect(ready("2026-03-10", { ...told, remindersOn: ["2026-02-01", "2026-02-20"] })).toEqual(
    asks("notices.remindersOn"),
  );
  expect(ready("2026-03-10", { ...told, remindersOn: ["2026-02-20", "2026-02-20"] })).toEqual(
    asks("notices.remindersOn"),
  );
  expect(ready("2026-02-19", told)).toEqual(asks("notices.remindersOn"));
  expect(ready("2026-03-10", { ...told, remindersOn: "unknown" })).toEqual(asks("notices.remindersOn"));
  expect(ready("2026-03-10", { remindersOn: told.remindersOn })).toEqual(asks("notices.priorInformationOn"));
  expect(ready("2026-03-10", told, { facts: { debt: {} } })).toEqual(asks("debt.dueDate"));
  expect(ready("2026-03-10", {}, { facts: { debt: {} } })).toEqual(
    asks("debt.dueDate", "notices.remindersOn", "notices.priorInformationOn"),
  );
  expect(
    ready(
      "2026-03-10",
      { remindersOn: ["2026-02-10"], priorInformationOn: "2026-02-10" },
      { events: [event("reminder", "2026-02-20")] },
    ),
  ).toBeNull();
});

test("a claim that is or ever was disputed is not reported; a part of a record must say so", () => {
  const told = (disputed: boolean | string | undefined, over: Asked = {}) =>
    asked(undisputed, "2026-03-10", { facts: { notices: { disputed } }, ...over });
  expect([told(false), told("no"), told(undefined), told("unknown")]).toEqual([null, null, null, null]);
  expect([told(true), told("in part")]).toEqual([block, block]);
  expect(
    told(false, { holds: [{ type: "dispute", startedAt: "2026-03-01", endsAt: "2026-03-02" }] }),
  ).toEqual(block);
  expect(told(false, { holds: [{ type: "complaint", startedAt: "2026-03-01" }] })).toBeNull();
  expect(told(false, { events: [event("dispute", "2026-03-01")] })).toEqual(block);
  const excerpt = (disputed?: boolean) =>
    said(undisputed, {
      ...aScene("2026-03-10", { facts: { notices: { disputed } } }),
      history: historyOf([], { excerpt: true }),
    });
  expect(excerpt()).toEqual(asks("notices.disputed"));
  expect(excerpt(false)).toBeNull();
});
