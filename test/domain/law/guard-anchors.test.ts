import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { compileDeadline } from "#app/domain/law/guards/deadline.ts";
import { compileWait } from "#app/domain/law/guards/wait.ts";
import type { Anchor, Guard } from "#app/domain/law/pack.ts";
import { aScene, event, said } from "./scenes.ts";

type Of<Kind extends Guard["kind"]> = Extract<Guard, { kind: Kind }>;

const letters: Anchor = { events: { types: ["letter"] }, pick: "first", asks: "history.letter" };
const dayLater = (after: Anchor, over: Partial<Of<"wait">> = {}) =>
  compileWait({ kind: "wait", after, hours: 24, orElse: "require", reason: "law.wait.answer", ...over });
const untilHour = (moment: string) => ({ next: { ms: Date.parse(moment) } });

test("hours run from the instant of the first event, and from no hour where only its day is known", () => {
  const instant = [event("letter", "2026-03-01T10:00:00Z"), event("letter", "2026-03-02T10:00:00Z")];
  expect(said(dayLater(letters), aScene("2026-03-02T09:59:59Z", { events: instant }))).toMatchObject(
    untilHour("2026-03-02T10:00:00Z"),
  );
  expect(said(dayLater(letters), aScene("2026-03-02T10:00:00Z", { events: instant }))).toBeNull();
  const dated = [event("letter", "2026-03-01")];
  expect(said(dayLater(letters), aScene("2026-03-01T10:00:00Z", { events: dated }))).toBeNull();
});

test("a fact of the event's own day does not take its hour away", () => {
  const both = (pick: "first" | "last"): Anchor => ({ ...letters, facts: ["debt.dueDate"], pick });
  const given = {
    events: [event("letter", "2026-03-01T10:00:00Z")],
    facts: { debt: { dueDate: "2026-03-01" } },
  };
  for (const pick of ["first", "last"] as const)
    expect(said(dayLater(both(pick)), aScene("2026-03-01T12:00:00Z", given)), pick).toMatchObject(
      untilHour("2026-03-02T10:00:00Z"),
    );
});

test("a deadline runs from the last event however long ago it was", () => {
  const check = compileDeadline({
    kind: "deadline",
    after: { ...letters, pick: "last" },
    days: 14,
    reason: "law.wait.answer",
  });
  const events = [event("letter", "2025-03-01T10:00:00Z")];
  expect(said(check, aScene("2026-03-02T10:00:00Z", { events }))).toMatchObject({
    values: { date: "2025-03-15" },
  });
  expect(said(check, aScene("2025-03-15T10:00:00Z", { events }))).toBeNull();
});

test("where no zone is known, an event has the day of the place", () => {
  const check = compileWait({
    kind: "wait",
    after: letters,
    days: 7,
    orElse: "require",
    reason: "law.wait.answer",
  });
  const events = [event("letter", "2026-03-01T10:00:00Z")];
  expect(said(check, aScene("2026-03-07T10:00:00Z", { events, zones: [] }))).toMatchObject({
    next: { day: dayOf("2026-03-08") },
  });
});
