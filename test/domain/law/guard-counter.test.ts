import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { compileCounter } from "#app/domain/law/guards/counter.ts";
import { aScene, event, said } from "./scenes.ts";

const once = compileCounter({
  kind: "counter",
  counts: { types: ["call"], outcomes: ["conversation"] },
  limit: 1,
  days: 7,
  window: "law.window.seven_days",
});
const talk = (startedAt: string) => event("call", startedAt, { outcome: "conversation" });
const freeOn = (at: string, zones: string[], events: ReturnType<typeof talk>[]) => {
  const unmet = said(once, aScene(at, { events, zones }));
  return unmet?.next ?? unmet;
};

test("what does not count does not hide what does", () => {
  const events = [talk("2026-03-08T10:00:00Z"), event("call", "2026-03-09T10:00:00Z", { outcome: "busy" })];
  expect(freeOn("2026-03-10T10:00:00Z", ["Europe/Berlin"], events)).toEqual({ day: dayOf("2026-03-15") });
});

test("where the debtor may be in two zones, the limit is free again when it is so in both", () => {
  const [berlin, york] = ["Europe/Berlin", "America/New_York"];
  const night = [talk("2026-03-10T02:00:00Z")];
  for (const zones of [
    [berlin, york],
    [york, berlin],
  ])
    expect(freeOn("2026-03-12T10:00:00Z", zones, night), zones[0]).toEqual({ day: dayOf("2026-03-17") });
  for (const zones of [
    [berlin, york],
    [york, berlin],
  ])
    expect(freeOn("2026-03-16T12:00:00Z", zones, night), zones[0]).toEqual({ day: dayOf("2026-03-17") });
});
