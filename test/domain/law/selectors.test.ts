import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { compileCounter } from "#app/domain/law/guards/counter.ts";
import { historyOf } from "#app/domain/law/history.ts";
import type { EventSelector } from "#app/domain/law/pack.ts";
import { reader } from "#app/domain/law/paths.ts";
import { accepts, isConversation, isPlain, momentOf, underConsent } from "#app/domain/law/selectors.ts";
import { aScene, said } from "./scenes.ts";

const event = (type: HistoryEvent["type"], startedAt: string, over: Partial<HistoryEvent> = {}) =>
  ({ type, startedAt, ...over }) as HistoryEvent;
const ms = (moment: string) => Date.parse(moment);

const indexed = (over: Partial<HistoryEvent>) =>
  historyOf([event(over.type ?? "call", "2026-03-02T10:00:00Z", over)]).lanes.get(over.type ?? "call")!
    .items[0];

test("a conversation is a call in which somebody was spoken to", () => {
  expect(isConversation(indexed({ outcome: "conversation" }))).toBe(true);
  expect(isConversation(indexed({ connected: true }))).toBe(true);
  expect(isConversation(indexed({}))).toBe(false);
  expect(isConversation(indexed({ connected: "unknown" }))).toBe(false);
  expect(isConversation(indexed({ outcome: "voicemail", connected: true }))).toBe(false);
  expect(isConversation(indexed({ type: "sms", outcome: "conversation" }))).toBe(false);
});

type Case = [selector: Omit<EventSelector, "types">, over: Partial<HistoryEvent>, accepted: boolean];
const cases: Case[] = [
  [{}, {}, true],
  [{ direction: "out" }, {}, true],
  [{ direction: "out" }, { direction: "out" }, true],
  [{ direction: "out" }, { direction: "in" }, false],
  [{ direction: "in" }, { direction: "in" }, true],
  [{ direction: "in" }, { direction: "out" }, false],
  [{ direction: "in" }, {}, false],
  [{ outcomes: ["conversation"] }, { outcome: "conversation" }, true],
  [{ outcomes: ["conversation"] }, { outcome: "busy" }, false],
  [{ outcomes: ["conversation"] }, { connected: true }, true],
  [{ outcomes: ["conversation"] }, {}, false],
  [{ notOutcomes: ["busy"] }, { outcome: "busy" }, false],
  [{ notOutcomes: ["busy"] }, { outcome: "conversation" }, true],
  [{ notOutcomes: ["busy"] }, {}, true],
  [{ connected: true }, { connected: true }, true],
  [{ connected: true }, { connected: false }, false],
  [{ connected: false }, { connected: false }, true],
  [{ connected: true }, {}, true],
  ...(["no_answer", "busy", "not_connected", "voicemail"] as const).map(
    (outcome): Case => [{ connected: true }, { outcome }, false],
  ),
  [{ connected: true }, { outcome: "conversation", connected: "unknown" }, true],
  [{ atWork: true }, { employerAddress: true }, true],
  [{ atWork: true }, {}, false],
  [{ atWork: false }, { employerAddress: true }, false],
  [{ atWork: false }, { employerAddress: "unknown" }, true],
  [{ recipientRole: "debtor" }, { recipientRole: "debtor" }, true],
  [{ recipientRole: "debtor" }, { recipientRole: "spouse" }, false],
  [{ recipientRole: "debtor" }, {}, true],
  [{ recipientRole: "debtor" }, { recipientRole: "spouse", direction: "in" }, true],
  [{}, { recipientRole: "spouse" }, true],
  [{ same: "debt" }, { debtId: "D1" }, true],
  [{ same: "debt" }, { debtId: "D2" }, false],
  [{ same: "debt" }, {}, true],
  [{ same: "number" }, { number: "1" }, true],
  [{ same: "number" }, { number: "2" }, false],
  [{ same: "number" }, {}, true],
  [{ same: "contact" }, { contactId: "P1" }, true],
  [{ same: "contact" }, { contactId: "P2" }, false],
  [{ same: "contact" }, {}, false],
];

test("an event counts where it is of the kind that a row names; what the record does not say counts against the sender", () => {
  const action = { type: "call", debtId: "D1", number: "1", contactId: "P1" } as const;
  const scene = aScene("2026-03-03", { action });
  for (const [selector, over, accepted] of cases)
    expect(
      accepts({ types: ["call"], ...selector }, indexed(over), scene),
      JSON.stringify([selector, over]),
    ).toBe(accepted);
  const unnamed = aScene("2026-03-03", { facts: { debt: { id: "D1" } } });
  expect(accepts({ types: ["call"], same: "debt" }, indexed({ debtId: "D2" }), unnamed)).toBe(false);
  expect(accepts({ types: ["call"], same: "debt" }, indexed({ debtId: "D2" }), aScene("2026-03-03"))).toBe(
    true,
  );
  expect(accepts({ types: ["call"], same: "number" }, indexed({ number: "2" }), unnamed)).toBe(true);
});

test("US-CONTACT-04: a call within the debtor's consent does not count where the row says so", () => {
  const events = [
    { type: "consent", startedAt: "2026-03-02T08:00:00Z" },
    { type: "call", startedAt: "2026-03-02T10:00:00Z" },
  ] as HistoryEvent[];
  const scene = aScene("2026-03-03", { events });
  const [call] = scene.history.lanes.get("call")!.items;
  expect(accepts({ types: ["call"], withoutConsent: true }, call, scene)).toBe(false);
  expect(accepts({ types: ["call"] }, call, scene)).toBe(true);
});

test("a selector of types alone is plain", () => {
  expect(isPlain({ types: ["call"] })).toBe(true);
  expect(isPlain({ types: ["call"], direction: "out" })).toBe(false);
});

test("a moment is an instant, or the first of a day in UTC", () => {
  expect(momentOf("2026-03-02T10:00:00Z")).toBe(ms("2026-03-02T10:00:00Z"));
  expect(momentOf("2026-03-02")).toBe(ms("2026-03-02T00:00:00Z"));
  for (const other of [undefined, null, 5, "soon", "2026-03-02x", "x2026-03-02", "12026-03-02"])
    expect(momentOf(other)).toBeNull();
});

const consent = (over: Partial<HistoryEvent> = {}, startedAt = "2026-03-02T10:00:00Z") =>
  event("consent", startedAt, over);

test("US-CONTACT-04: consent covers its own day and six more, and what ends it or is not given to the collector for calls does not cover", () => {
  const covered = (
    events: HistoryEvent[],
    moment = "2026-03-03T10:00:00Z",
    debtId?: string,
    zones = ["Europe/Berlin"],
  ) => underConsent(aScene(moment, { events, zones }), ms(moment), debtId);
  expect(covered([])).toBe(false);
  expect(covered([consent()])).toBe(true);
  expect(covered([consent()], "2026-03-02T10:00:00Z")).toBe(false);
  expect(covered([consent()], "2026-03-08T22:59:59Z")).toBe(true);
  expect(covered([consent()], "2026-03-08T23:00:00Z")).toBe(false);
  expect(covered([consent()], "2026-03-08T23:30:00Z", undefined, ["Europe/London"])).toBe(true);
  expect(covered([consent()], "2026-03-08T23:30:00Z", undefined, ["Europe/London", "Europe/Berlin"])).toBe(
    false,
  );
  expect(covered([consent()], "2026-03-03T10:00:00Z", undefined, [])).toBe(true);
  expect(covered([consent()], "2026-03-08T23:30:00Z", undefined, [])).toBe(false);
  const fresh = consent({}, "2026-03-01T10:00:00Z");
  expect(covered([fresh, consent({ givenTo: "creditor" })])).toBe(true);
  expect(covered([fresh, consent({ channel: "sms" })])).toBe(true);
  expect(covered([consent({}, "2026-02-24T10:00:00Z"), consent()], "2026-03-04T10:00:00Z")).toBe(true);
  expect(covered([consent({ givenTo: "creditor" })])).toBe(false);
  expect(covered([consent({ givenTo: "collector" })])).toBe(true);
  expect(covered([consent({ channel: "sms" })])).toBe(false);
  expect(covered([consent({ channel: "voice" })])).toBe(true);
  expect(covered([consent({ debtId: "D2" })], undefined, "D1")).toBe(false);
  expect(covered([consent({ debtId: "D1" })], undefined, "D1")).toBe(true);
  expect(covered([consent({ debtId: "D2" })])).toBe(true);
  expect(covered([consent()], undefined, "D1")).toBe(true);
  for (const type of ["refusal", "cease_contact"] as const)
    expect(covered([consent(), event(type, "2026-03-02T12:00:00Z")]), type).toBe(false);
  expect(covered([consent(), event("call", "2026-03-02T12:00:00Z", { outcome: "conversation" })])).toBe(
    false,
  );
  expect(covered([consent(), event("call", "2026-03-02T12:00:00Z", { outcome: "no_answer" })])).toBe(true);
  const other = event("call", "2026-03-02T12:00:00Z", { outcome: "conversation", debtId: "D2" });
  expect(covered([consent(), other], undefined, "D1")).toBe(true);
});

test("a counter holds within its days, counts today, and tells the day on which it is free", () => {
  const counter = (over: object = {}) =>
    compileCounter({
      kind: "counter",
      counts: { types: ["call"] },
      limit: 2,
      days: 7,
      window: "law.window.week",
      ...over,
    });
  const called = (...days: string[]) => days.map((day) => event("call", `${day}T10:00:00Z`));
  const noon = "2026-03-10T12:00:00Z";
  expect(said(counter(), aScene(noon, { events: called("2026-03-10") }))).toBeNull();
  expect(said(counter(), aScene(noon, { events: called("2026-03-03", "2026-03-10") }))).toBeNull();
  expect(said(counter(), aScene(noon, { events: called("2026-03-04", "2026-03-10") }))).toEqual({
    values: { used: 2, limit: 2, window: "law.window.week" },
    next: { day: dayOf("2026-03-11") },
  });
  expect(
    said(counter(), aScene(noon, { events: called("2026-03-04", "2026-03-09", "2026-03-10") })),
  ).toMatchObject({
    next: { day: dayOf("2026-03-16") },
  });
  const late = [event("call", "2026-03-03T23:30:00Z"), ...called("2026-03-10")];
  expect(said(counter(), aScene(noon, { events: late }))).toMatchObject({
    next: { day: dayOf("2026-03-11") },
  });
  const both = ["Europe/London", "Europe/Berlin"];
  expect(said(counter(), aScene(noon, { events: late, zones: ["Europe/London"] }))).toBeNull();
  expect(said(counter(), aScene(noon, { events: late, zones: both }))).toMatchObject({
    next: { day: dayOf("2026-03-11") },
  });
  expect(said(counter(), aScene(noon, { events: late, zones: both.toReversed() }))).toMatchObject({
    next: { day: dayOf("2026-03-11") },
  });
  const outgoing = counter({ counts: { types: ["call"], direction: "out" }, limit: 1 });
  expect(
    said(outgoing, aScene(noon, { events: [event("call", "2026-03-10T10:00:00Z", { direction: "in" })] })),
  ).toBeNull();
  const consented = counter({ counts: { types: ["call"], withoutConsent: true }, limit: 1 });
  const events = [...called("2026-03-09"), consent({}, "2026-03-09T12:00:00Z")];
  expect(said(consented, aScene(noon, { events }))).toBeNull();
  expect(said(counter({ limit: 1 }), aScene(noon, { events }))).not.toBeNull();
});

test("a path reads the facts, the action or the actor, and what is unknown is not there", () => {
  const scene = aScene("2026-03-03", {
    facts: { debt: { purpose: "consumer", principal: null, currency: "unknown" } },
    actor: { kind: "lawyer" },
  });
  expect(reader("debt.purpose")(scene)).toBe("consumer");
  expect(reader("action.type")(scene)).toBe("call");
  expect(reader("actor.kind")(scene)).toBe("lawyer");
  for (const path of [
    "debt.principal",
    "debt.currency",
    "debt.id",
    "debtor.kind",
    "debt.purpose.length",
    "type",
    "kind",
  ])
    expect(reader(path)(scene), path).toBeUndefined();
  const open = aScene("2026-03-03", { facts: { notices: { validation: null } } });
  expect(reader("notices.validation.sentOn")(open)).toBeUndefined();
});
