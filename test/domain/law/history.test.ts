import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import {
  dayOfEvent,
  extend,
  firstOf,
  hasAny,
  hasSome,
  historyOf,
  type Indexed,
  walkBack,
} from "#app/domain/law/history.ts";

const event = (type: HistoryEvent["type"], startedAt: string, over: Partial<HistoryEvent> = {}) =>
  ({ type, startedAt, ...over }) as HistoryEvent;
const ms = (moment: string) => Date.parse(moment);
const at = ({ event: { startedAt } }: Indexed) => startedAt;

function walked(events: HistoryEvent[], types: string[], until: string, stopAt?: string): string[] {
  const seen: string[] = [];
  walkBack(historyOf(events), types, ms(until), (item) => {
    seen.push(at(item));
    return at(item) === stopAt;
  });
  return seen;
}

const mixed = [
  event("call", "2026-03-04T10:00:00Z"),
  event("sms", "2026-03-03T10:00:00Z"),
  event("call", "2026-03-02T10:00:00Z"),
  event("email", "2026-03-05T10:00:00Z"),
  event("sms", "2026-03-01T10:00:00Z"),
];

test("a walk goes from the newest to the oldest, over the kinds asked for and no later than asked", () => {
  const all = [
    "2026-03-04T10:00:00Z",
    "2026-03-03T10:00:00Z",
    "2026-03-02T10:00:00Z",
    "2026-03-01T10:00:00Z",
  ];
  expect(walked(mixed, ["call", "sms"], "2026-03-09T00:00:00Z")).toEqual(all);
  expect(walked(mixed, ["call", "sms"], "2026-03-04T10:00:00Z")).toEqual(all);
  expect(walked(mixed, ["call", "sms"], "2026-03-04T09:59:59Z")).toEqual(all.slice(1));
  expect(walked(mixed, ["call", "sms"], "2026-03-09T00:00:00Z", all[1])).toEqual(all.slice(0, 2));
  expect(walked(mixed, ["call"], "2026-03-09T00:00:00Z")).toEqual([all[0], all[2]]);
  expect(walked(mixed, ["call"], "2026-03-04T10:00:00Z")).toEqual([all[0], all[2]]);
  expect(walked(mixed, ["call"], "2026-03-04T09:59:59Z")).toEqual([all[2]]);
  expect(walked(mixed, ["call"], "2026-03-09T00:00:00Z", all[0])).toEqual([all[0]]);
  expect(walked(mixed, ["visit"], "2026-03-09T00:00:00Z")).toEqual([]);
  expect(walked(mixed, ["visit", "letter"], "2026-03-09T00:00:00Z")).toEqual([]);
});

test("the first of several kinds is the oldest that is accepted, no later than asked", () => {
  const first = (types: string[], until: string, test = (_: Indexed) => true) => {
    const found = firstOf(historyOf(mixed), types, ms(until), test);
    return found && at(found);
  };
  expect(first(["call", "sms"], "2026-03-09T00:00:00Z")).toBe("2026-03-01T10:00:00Z");
  expect(first(["sms", "call"], "2026-03-09T00:00:00Z")).toBe("2026-03-01T10:00:00Z");
  expect(first(["email", "call"], "2026-03-09T00:00:00Z")).toBe("2026-03-02T10:00:00Z");
  expect(first(["call"], "2026-03-02T10:00:00Z")).toBe("2026-03-02T10:00:00Z");
  expect(first(["call"], "2026-03-02T09:59:59Z")).toBeNull();
  expect(first(["call"], "2026-03-09T00:00:00Z", (item) => at(item).startsWith("2026-03-04"))).toBe(
    "2026-03-04T10:00:00Z",
  );
  expect(first(["visit"], "2026-03-09T00:00:00Z")).toBeNull();
});

test("whether something happened counts what is no later than asked", () => {
  const history = historyOf(mixed);
  expect(hasAny(history, ["visit", "call"], ms("2026-03-02T10:00:00Z"))).toBe(true);
  expect(hasAny(history, ["visit", "call"], ms("2026-03-02T09:59:59Z"))).toBe(false);
  expect(hasAny(history, ["visit"], ms("2026-03-09T00:00:00Z"))).toBe(false);
  const oldest = (item: Indexed) => at(item) === "2026-03-02T10:00:00Z";
  expect(hasSome(history, ["visit", "call"], ms("2026-03-02T10:00:00Z"), oldest)).toBe(true);
  expect(hasSome(history, ["visit", "call"], ms("2026-03-02T09:59:59Z"), oldest)).toBe(false);
  expect(hasSome(history, ["sms"], ms("2026-03-09T00:00:00Z"), oldest)).toBe(false);
});

test("a snapshot never changes: what is added later, or comes in late, is in the new one only", () => {
  const early = historyOf(mixed.slice(2, 3));
  const later = extend(early, mixed[0]);
  const other = extend(early, event("call", "2026-03-03T00:00:00Z"));
  const between = extend(later, event("call", "2026-03-03T12:00:00Z"));
  const calls = (history: typeof early) => {
    const seen: string[] = [];
    walkBack(history, ["call"], Number.POSITIVE_INFINITY, (item) => {
      seen.push(at(item));
      return false;
    });
    return seen;
  };
  expect(calls(early)).toEqual(["2026-03-02T10:00:00Z"]);
  expect(calls(later)).toEqual(["2026-03-04T10:00:00Z", "2026-03-02T10:00:00Z"]);
  expect(calls(other)).toEqual(["2026-03-03T00:00:00Z", "2026-03-02T10:00:00Z"]);
  expect(calls(between)).toEqual(["2026-03-04T10:00:00Z", "2026-03-03T12:00:00Z", "2026-03-02T10:00:00Z"]);
  const oldest = extend(between, event("call", "2026-03-01T00:00:00Z"));
  expect(calls(oldest).at(-1)).toBe("2026-03-01T00:00:00Z");
  const same = event("call", "2026-03-03T12:00:00Z", { number: "2" });
  expect(
    extend(between, same)
      .lanes.get("call")
      ?.items.map((each) => each.event.number),
  ).toEqual([undefined, undefined, "2", undefined]);
  expect(later.lanes.get("call")?.items).toBe(early.lanes.get("call")?.items);
  expect(extend(historyOf([], { excerpt: true }), mixed[0]).excerpt).toBe(true);
  expect(historyOf([]).excerpt).toBe(false);
});

test("an event of a day counts from that day's first moment anywhere on earth, and is of that day everywhere", () => {
  const [item] = historyOf([event("call", "2026-03-02")]).lanes.get("call")!.items;
  expect(item.ms).toBe(ms("2026-03-01T12:00:00Z"));
  expect(dayOfEvent(item, "Asia/Shanghai")).toBe(dayOf("2026-03-02"));
  const [exact] = historyOf([event("call", "2026-03-02T20:00:00Z")]).lanes.get("call")!.items;
  expect(dayOfEvent(exact, "Asia/Shanghai")).toBe(dayOf("2026-03-03"));
  expect(exact.civil).toBeNull();
  expect(() => historyOf([event("call", "soon")])).toThrow("history event without a readable moment: soon");
});

test("a pause that a record opens carries what the record says, and a record ends only what is still open", () => {
  const dispute = event("dispute", "2026-03-02T10:00:00Z", { sentOn: "2026-03-01", evidenceId: "E1" });
  expect(historyOf([dispute]).holds).toStrictEqual([
    { type: "dispute", startedAt: dispute.startedAt, sentOn: "2026-03-01", evidenceId: "E1" },
  ]);
  const sent = event("verification_sent", "2026-03-05T10:00:00Z");
  expect(historyOf([dispute, sent]).holds).toMatchObject([
    { type: "dispute", endsAt: sent.startedAt, verificationSentOn: "2026-03-05" },
  ]);
  const stop = event("channel_optout", "2026-03-02T10:00:00Z", { channel: "sms" });
  expect(historyOf([stop]).holds).toStrictEqual([
    { type: "channel_optout", startedAt: stop.startedAt, channel: "sms" },
  ]);
  const asked = event("validation_requested", "2026-03-03T10:00:00Z");
  expect(historyOf([asked, sent]).holds).toStrictEqual([
    { type: "validation", startedAt: asked.startedAt, endsAt: sent.startedAt },
  ]);
  const talked = event("call", "2026-03-05T10:00:00Z", { hold: "validation" });
  expect(historyOf([asked, talked]).holds[0]).not.toHaveProperty("endsAt");
  const again = event("verification_sent", "2026-03-08T10:00:00Z");
  expect(historyOf([dispute, sent, again]).holds).toMatchObject([{ endsAt: sent.startedAt }]);
});

test("a plan with a last day can be broken before it, and not after", () => {
  const plan = (endsAt?: string) =>
    event("plan_agreed", "2026-03-02T10:00:00Z", endsAt === undefined ? {} : { endsAt });
  const opened = historyOf([plan("2026-06-01T00:00:00Z")]).holds[0];
  expect(opened).toMatchObject({ type: "payment_plan", endsAt: "2026-06-01T00:00:00Z" });
  const ended = (endsAt: string | undefined, startedAt: string) =>
    historyOf([plan(endsAt), event("plan_ended", startedAt)]).holds[0].endsAt;
  expect(ended("2026-06-01T00:00:00Z", "2026-05-01T00:00:00Z")).toBe("2026-05-01T00:00:00Z");
  expect(ended("2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z")).toBe("2026-06-01T00:00:00Z");
  expect(ended("2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z")).toBe("2026-06-01T00:00:00Z");
  expect(ended("2026-06-01T00:00:00Z", "2026-06-01T02:00:00+02:00")).toBe("2026-06-01T00:00:00Z");
  expect(ended("2026-06-01T00:00:00Z", "2026-05-01")).toBe("2026-05-01");
  expect(ended("unknown", "2026-07-01T00:00:00Z")).toBe("2026-07-01T00:00:00Z");
  expect(ended(undefined, "2026-07-01T00:00:00Z")).toBe("2026-07-01T00:00:00Z");
  expect(historyOf([plan(), event("hold_ended", "2026-07-01T00:00:00Z")]).holds[0]).not.toHaveProperty(
    "endsAt",
  );
});
