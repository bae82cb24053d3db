import { expect, test } from "vitest";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { isReplay } from "#app/domain/timeline/replay.ts";

const recordedAt = new Date("2026-03-02T10:00:00Z");
const event = {
  type: "payment",
  occurredAt: recordedAt,
  recordedAt,
  actorUserId: "ada",
  payload: { act: { direction: "in" }, evidenceIds: ["receipt"], refs: { amount: 5_000 }, facts: {} },
} as Partial<TimelineEvent> as TimelineEvent;

const again = {
  type: event.type,
  occurredAt: new Date("2026-03-02T10:00:03Z"),
  payload: { refs: { amount: 5_000 }, evidenceIds: ["receipt"], act: { direction: "in" as const } },
  by: "ada",
  now: new Date("2026-03-02T10:00:03Z"),
};
const day = (at: Date) => at.toISOString().slice(0, 10);

test("the same words of the same person just now are one telling", () => {
  expect(isReplay([event], again, day)).toBe(true);
});

test("another amount, proof, day, person or kind is another telling, and so are the same words later", () => {
  const { payload } = again;
  for (const other of [
    { payload: { ...payload, refs: { amount: 5_001 } } },
    { payload: { ...payload, evidenceIds: ["another"] } },
    { payload: { ...payload, act: { direction: "out" as const } } },
    { occurredAt: new Date("2026-03-01T10:00:00Z") },
    { by: "bob" },
    { type: "reply" as const },
    { now: new Date("2026-03-02T10:10:00Z") },
  ]) {
    expect(isReplay([event], { ...again, ...other }, day), JSON.stringify(other)).toBe(false);
  }
  expect(isReplay([], again, day)).toBe(false);
});

test("where the hour counts, another minute is another act", () => {
  expect(isReplay([event], again, (at) => at.toISOString())).toBe(false);
});
