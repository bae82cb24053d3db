import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { compileCap } from "#app/domain/law/guards/cap.ts";
import { compileDeadline } from "#app/domain/law/guards/deadline.ts";
import { compileOrder } from "#app/domain/law/guards/order.ts";
import { compileWait } from "#app/domain/law/guards/wait.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import { aScene, said } from "./scenes.ts";

type Of<Kind extends Guard["kind"]> = Extract<Guard, { kind: Kind }>;

const due = { facts: ["debt.dueDate"], pick: "first", asks: "debt.dueDate" } as const;
const dueOn = (dueDate: string) => ({ facts: { debt: { dueDate } } });
const wait = (over: Partial<Of<"wait">> = {}) =>
  compileWait({ kind: "wait", after: due, days: 14, orElse: "require", reason: "law.wait.answer", ...over });
const deadline = (over: Partial<Of<"deadline">> = {}) =>
  compileDeadline({ kind: "deadline", after: due, days: 14, reason: "law.wait.answer", ...over });

const call = (startedAt: string, over: Partial<HistoryEvent> = {}): HistoryEvent => ({
  type: "call",
  startedAt,
  outcome: "conversation",
  ...over,
});
const lastCall = {
  events: { types: ["call"], outcomes: ["conversation"] },
  pick: "last",
  asks: "events.call",
} as const;

test("a wait of days is over on the day that follows them, and says so until then", () => {
  const told = { date: "2026-03-15", reason: "law.wait.answer" };
  expect(said(wait(), aScene("2026-03-14", dueOn("2026-03-01")))).toEqual({
    values: told,
    next: { day: dayOf("2026-03-15") },
  });
  expect(said(wait(), aScene("2026-03-15", dueOn("2026-03-01")))).toBeNull();
});

test("a wait of months ends on the same day of a later month, days on top of it", () => {
  const check = wait({ months: 1, days: undefined });
  expect(said(check, aScene("2026-02-27", dueOn("2026-01-31")))).toMatchObject({
    next: { day: dayOf("2026-02-28") },
  });
  expect(said(check, aScene("2026-02-28", dueOn("2026-01-31")))).toBeNull();
  expect(said(wait({ months: 1, days: 2 }), aScene("2026-03-01", dueOn("2026-01-31")))).toMatchObject({
    next: { day: dayOf("2026-03-02") },
  });
});

test("a wait whose start is unknown asks for it, or passes, as the row says", () => {
  expect(said(wait(), aScene("2026-03-14"))).toEqual({
    message: "fact_unknown",
    values: { fact: "law.fact.debt.dueDate", evidence: "law.fact.debt.dueDate" },
    next: null,
    requires: ["debt.dueDate"],
  });
  expect(said(wait({ orElse: "pass" }), aScene("2026-03-14"))).toBeNull();
});

test("a wait over a calendar ends on a working day, the act is open on the day after, and no calendar is guessed", () => {
  const check = wait({ calendar: "DE" });
  // Day 14 is Saturday the 14th; the period ends on Monday the 16th.
  const period = dueOn("2026-02-28");
  expect(said(check, aScene("2026-03-16", period))).toMatchObject({
    next: { day: dayOf("2026-03-17") },
    values: { date: "2026-03-17" },
  });
  expect(said(check, aScene("2026-03-17", period))).toBeNull();
  expect(said(check, aScene("2099-03-17", dueOn("2099-02-28")))).toMatchObject({
    message: "stale_calendar",
    next: null,
    requires: ["calendar.DE"],
  });
});

test("a wait of hours runs from the instant; where only the day is on record, the days count", () => {
  const check = wait({ after: lastCall, hours: 6, days: 1, orElse: "pass" });
  const at = (moment: string, startedAt: string) =>
    said(check, aScene(moment, { events: [call(startedAt)] }));
  expect(at("2026-03-10T13:59:59Z", "2026-03-10T08:00:00Z")).toEqual({
    values: { date: "2026-03-10T14:00:00Z", reason: "law.wait.answer" },
    next: { ms: Date.parse("2026-03-10T14:00:00Z") },
  });
  expect(at("2026-03-10T14:00:00Z", "2026-03-10T08:00:00Z")).toBeNull();
  expect(at("2026-03-10T14:00:00Z", "2026-03-10")).toMatchObject({ next: { day: dayOf("2026-03-11") } });
  expect(at("2026-03-10T23:00:00Z", "2026-03-10")).toBeNull();
});

test("a wait after a conversation names the day of the conversation and not its own end", () => {
  const check = wait({ after: lastCall, days: 7, reason: "law.wait.conversation" });
  const scene = aScene("2026-03-12T10:00:00Z", { events: [call("2026-03-10T08:00:00Z")] });
  expect(said(check, scene)).toMatchObject({
    values: { date: "2026-03-10" },
    next: { day: dayOf("2026-03-17") },
  });
});

test("the debtor's own consent lifts a wait only where the row lets it", () => {
  const events = [
    call("2026-03-10T08:00:00Z"),
    { type: "consent", startedAt: "2026-03-11T08:00:00Z" } as const,
  ];
  const scene = aScene("2026-03-12T10:00:00Z", { events });
  expect(said(wait({ after: lastCall, days: 7, unlessConsent: true }), scene)).toBeNull();
  expect(said(wait({ after: lastCall, days: 7 }), scene)).not.toBeNull();
  expect(
    said(
      wait({ after: lastCall, days: 7, unlessConsent: true }),
      aScene("2026-03-12T10:00:00Z", { events: events.slice(0, 1) }),
    ),
  ).not.toBeNull();
});

test("the last of several days counts where the row says last, the first where it says first", () => {
  const facts = { notices: { remindersOn: ["2026-03-03", "2026-03-09", "2026-03-05"] } };
  const picked = (pick: "first" | "last") =>
    said(
      wait({ after: { facts: ["notices.remindersOn"], pick, asks: "notices.remindersOn" }, days: 30 }),
      aScene("2026-03-10", { facts }),
    );
  expect(picked("first")).toMatchObject({ next: { day: dayOf("2026-04-02") } });
  expect(picked("last")).toMatchObject({ next: { day: dayOf("2026-04-08") } });
});

test("of a fact and an event the one that the row picks counts, and events it does not accept do not", () => {
  const after = (pick: "first" | "last") => ({ ...lastCall, facts: ["notices.demandDeliveredOn"], pick });
  const events = [call("2026-03-02"), call("2026-03-06"), call("2026-03-08", { outcome: "no_answer" })];
  const from = (pick: "first" | "last", demandDeliveredOn: string) =>
    said(
      wait({ after: after(pick), days: 30 }),
      aScene("2026-03-10", { events, facts: { notices: { demandDeliveredOn } } }),
    );
  expect(from("last", "2026-03-04")).toMatchObject({ next: { day: dayOf("2026-04-05") } });
  expect(from("last", "2026-03-07")).toMatchObject({ next: { day: dayOf("2026-04-06") } });
  expect(from("first", "2026-03-04")).toMatchObject({ next: { day: dayOf("2026-04-01") } });
  expect(from("first", "2026-03-01")).toMatchObject({ next: { day: dayOf("2026-03-31") } });
});

test("contact waits in every zone where the debtor may be, procedure in the forum's", () => {
  const zones = ["America/New_York", "Europe/Berlin"];
  const events = [call("2026-03-10T02:00:00Z")];
  const check = wait({ after: lastCall, days: 5 });
  const contact = aScene("2026-03-11T12:00:00Z", { zones, events });
  expect(said(check, contact)).toMatchObject({ next: { day: dayOf("2026-03-15") } });
  const procedure = aScene("2026-03-11", { zones, events, kind: "procedure" });
  expect(said(check, procedure)).toMatchObject({ next: { day: dayOf("2026-03-14") } });
  const first = { ...lastCall, pick: "first" } as const;
  expect(said(wait({ after: first, days: 5 }), contact)).toMatchObject({
    next: { day: dayOf("2026-03-15") },
  });
});

test("what happens after the moment asked about starts no wait", () => {
  const events = [call("2026-03-10T08:00:00Z")];
  for (const pick of ["first", "last"] as const) {
    const check = wait({ after: { ...lastCall, pick }, orElse: "pass" });
    expect(said(check, aScene("2026-03-10T07:59:59Z", { events }))).toBeNull();
    expect(said(check, aScene("2026-03-10T08:00:00Z", { events }))).not.toBeNull();
  }
});

test("a fact is a day as a date or as an instant in the zone, and nothing else is one", () => {
  expect(dayOfFact("2026-03-10", "Europe/Berlin")).toBe(dayOf("2026-03-10"));
  expect(dayOfFact("2026-03-10T23:30:00Z", "Europe/Berlin")).toBe(dayOf("2026-03-11"));
  for (const other of [undefined, null, 20_522, "soon", "2026-02-30"])
    expect(dayOfFact(other, "Europe/Berlin")).toBeNull();
});

test("a deadline is kept on its last day and missed on the next, for good", () => {
  expect(said(deadline(), aScene("2026-03-15", dueOn("2026-03-01")))).toBeNull();
  expect(said(deadline(), aScene("2026-03-16", dueOn("2026-03-01")))).toEqual({
    values: { date: "2026-03-15", reason: "law.wait.answer" },
    next: null,
  });
  const months = deadline({ months: 1, days: undefined });
  expect(said(months, aScene("2026-02-28", dueOn("2026-01-31")))).toBeNull();
  expect(said(months, aScene("2026-03-01", dueOn("2026-01-31")))).toMatchObject({
    values: { date: "2026-02-28" },
  });
});

test("a deadline moves to a working day, and asks for no calendar before it could matter", () => {
  const check = deadline({ calendar: "DE" });
  const period = dueOn("2026-02-28");
  expect(said(check, aScene("2026-03-16", period))).toBeNull();
  expect(said(check, aScene("2026-03-17", period))).toMatchObject({ values: { date: "2026-03-16" } });
  expect(said(check, aScene("2099-03-14", dueOn("2099-02-28")))).toBeNull();
  expect(said(check, aScene("2099-03-15", dueOn("2099-02-28")))).toMatchObject({
    message: "stale_calendar",
    requires: ["calendar.DE"],
  });
});

test("a deadline whose start is unknown is asked for only where the row says so", () => {
  expect(said(deadline(), aScene("2026-03-16"))).toBeNull();
  expect(said(deadline({ orElse: "require" }), aScene("2026-03-16"))).toMatchObject({
    requires: ["debt.dueDate"],
  });
});

test("a cap holds back what is above it and nothing that is not claimed", () => {
  const check = compileCap({ kind: "cap", amount: "action.amounts.fees", cap: 4_000 });
  const claimed = (fees: number | undefined) =>
    said(check, aScene("2026-03-10", { action: { type: "call", amounts: { fees } } }));
  expect(claimed(4_001)).toEqual({ values: { claimed: 4_001, cap: 4_000, rule: "TEST-01" }, next: null });
  expect(claimed(4_000)).toBeNull();
  expect(claimed(undefined)).toBeNull();
});

test("an order is kept by a step of ours that was taken, or by a fact that says so", () => {
  const check = compileOrder({
    kind: "order",
    after: ["demand_payment"],
    direction: "out",
    orFacts: ["notices.demandDeliveredOn", "effectiveInstrument"],
    asks: "demand",
  });
  const demand = (over: Partial<HistoryEvent> = {}) => [
    { type: "demand_payment", startedAt: "2026-03-09T10:00:00Z", ...over } as HistoryEvent,
  ];
  expect(said(check, aScene("2026-03-10", { events: demand() }))).toBeNull();
  expect(said(check, aScene("2026-03-10", { events: demand({ direction: "out" }) }))).toBeNull();
  expect(said(check, aScene("2026-03-10", { facts: { effectiveInstrument: true } }))).toBeNull();
  const step = "law.stage.demand";
  const values = { notice: step, items: step, fact: step, evidence: step };
  expect(said(check, aScene("2026-03-10", { events: demand({ direction: "in" }) }))).toEqual({
    values,
    next: null,
    requires: ["demand", "notices.demandDeliveredOn", "effectiveInstrument"],
  });
  expect(said(check, aScene("2026-03-10", { facts: { effectiveInstrument: false } }))).toMatchObject({
    requires: ["demand", "notices.demandDeliveredOn"],
  });
  expect(said(check, aScene("2026-03-09T09:59:59Z", { events: demand() }))).not.toBeNull();
});
