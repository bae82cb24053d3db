import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import {
  furnishingNotified,
  noticeAddsUp,
  textBasis,
  venueAllowed,
} from "#app/domain/law/named/us-contact.ts";
import {
  disputeAnswered,
  validationEnd,
  validationNoticeSent,
  validationPeriodOver,
} from "#app/domain/law/named/validation.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, event, said } from "./scenes.ts";

type Asked = {
  facts?: Facts;
  events?: HistoryEvent[];
  action?: Partial<ActionInput>;
  holds?: Hold[];
  states?: string[];
};
const asked = (check: Check, at: string, { action, ...given }: Asked = {}) =>
  said(
    check,
    aScene(at, { place: "US", zones: ["America/New_York"], action: { type: "call", ...action }, ...given }),
  );
const sentOn = (day: string, complete?: boolean): Facts => ({
  notices: { validation: { sentOn: day, complete } },
});

test("US-ESC-01: the notice goes out within five days of the first word, and then before anything else", () => {
  const missing = {
    values: { notice: "law.notice.validation", items: "law.notice.validation_items", date: "2026-03-07" },
    next: null,
    requires: ["notices.validation.sentOn"],
    effect: "block",
  };
  const first = (over: Partial<HistoryEvent> = {}, type: HistoryEvent["type"] = "call") => ({
    events: [event(type, "2026-03-02T15:00:00Z", over)],
  });
  expect(asked(validationNoticeSent, "2026-03-07", first())).toBeNull();
  expect(asked(validationNoticeSent, "2026-03-08", first())).toEqual(missing);
  for (const type of [
    "email",
    "sms",
    "letter",
    "visit",
    "reminder",
    "demand_payment",
    "lawyer_letter",
  ] as const)
    expect(asked(validationNoticeSent, "2026-03-08", first({}, type)), type).toEqual(missing);
  for (const outcome of [
    "no_answer",
    "busy",
    "not_connected",
    "not_in_service",
    "number_invalid",
    "limited_content",
  ])
    expect(asked(validationNoticeSent, "2026-03-08", first({ outcome })), outcome).toBeNull();
  expect(asked(validationNoticeSent, "2026-03-08", first({ outcome: "conversation" }))).toEqual(missing);
  expect(asked(validationNoticeSent, "2026-03-08", first({ direction: "in" }))).toBeNull();
  expect(asked(validationNoticeSent, "2026-03-08")).toBeNull();
  expect(
    asked(validationNoticeSent, "2026-03-08", {
      facts: { notices: { initialCommunicationOn: "2026-03-02" } },
    }),
  ).toEqual(missing);
  const noticed = (startedAt: string, over: Partial<HistoryEvent> = {}) => ({
    events: [...first().events, event("validation_notice", startedAt, over)],
  });
  expect(asked(validationNoticeSent, "2026-03-20", noticed("2026-03-04"))).toBeNull();
  expect(asked(validationNoticeSent, "2026-03-20", noticed("2026-03-04", { direction: "in" }))).toEqual(
    missing,
  );
  expect(asked(validationNoticeSent, "2026-03-20", noticed("2026-03-21T15:00:00Z"))).toEqual(missing);
  expect(asked(validationNoticeSent, "2026-03-20", { facts: sentOn("2026-03-20") })).toBeNull();
  expect(asked(validationNoticeSent, "2026-03-20", { ...first(), facts: sentOn("2026-03-21") })).toEqual(
    missing,
  );
  const { date: _, ...undated } = missing.values;
  expect(asked(validationNoticeSent, "2026-03-20", { facts: sentOn("2026-03-20", false) })).toEqual({
    ...missing,
    values: undated,
    requires: ["notices.validation.complete"],
  });
  expect(
    asked(validationNoticeSent, "2026-03-20", { facts: { notices: { validation: "unknown" } } }),
  ).toBeNull();
});

test("US-ESC-03: the period of a notice is the law's or a longer one that it gives, from the last notice sent", () => {
  const end = (given: Pick<Asked, "facts" | "events">) =>
    validationEnd(aScene("2026-06-01", { place: "US", zones: ["America/New_York"], ...given }));
  const law = end({ facts: sentOn("2026-03-02") })!;
  const given = (validationEndsOn: string, facts = sentOn("2026-03-02")) =>
    end({ facts: { notices: { ...facts.notices, validationEndsOn } } });
  expect(given("2026-03-03")).toBe(law);
  expect(given("2026-05-20")).toBe(dayOf("2026-05-20"));
  expect(given("2026-05-20", {})).toBe(dayOf("2026-05-20"));
  expect(end({})).toBeNull();
  expect(
    end({ events: [event("validation_notice", "2026-02-01"), event("validation_notice", "2026-03-02")] }),
  ).toBe(law);
  const over = (at: string) =>
    asked(validationPeriodOver, at, { facts: { notices: { validationEndsOn: "2026-04-10" } } });
  expect(over("2026-04-11")).toBeNull();
  expect(over("2026-04-10")).toEqual({
    values: { date: "2026-04-10", reason: "law.wait.validation" },
    next: { day: dayOf("2026-04-11") },
  });
  expect(asked(validationPeriodOver, "2026-04-11")).toEqual(asks("notices.validation.sentOn"));
});

test("US-ESC-04: a dispute in time stops collection till it is answered, a late one for thirty days", () => {
  const dispute = (over: Partial<Hold> = {}): Hold => ({
    type: "dispute",
    startedAt: "2026-04-20T15:00:00Z",
    ...over,
  });
  const facts: Facts = { notices: { validationEndsOn: "2026-04-10" } };
  const at = (moment: string, ...holds: Hold[]) => asked(disputeAnswered, moment, { facts, holds });
  const values = { hold: "law.hold.dispute", date: "2026-04-20", unblock: "law.holdEnd.dispute" };
  expect(at("2026-04-25", dispute({ sentOn: "2026-04-10" }))).toEqual({ values, next: null });
  expect(at("2026-04-25", dispute({ sentOn: "2026-04-11" }))).toEqual({
    values,
    next: { day: dayOf("2026-05-20") },
  });
  expect(at("2026-05-19", dispute({ sentOn: "2026-04-11" }))).not.toBeNull();
  expect(at("2026-05-20", dispute({ sentOn: "2026-04-11" }))).toBeNull();
  expect(at("2026-04-25", dispute())).toEqual({
    values,
    next: null,
    requires: ["holds[].sentOn"],
    effect: "block",
  });
  expect(at("2026-04-25", dispute({ startedAt: "2026-04-10T15:00:00Z" }))).toEqual({
    values: { ...values, date: "2026-04-10" },
    next: null,
  });
  expect(at("2026-04-25", dispute({ startedAt: "unknown" }))).toMatchObject({ next: null });
  expect(at("2026-04-25", dispute({ startedAt: "unknown", sentOn: "2026-04-11" }))).toMatchObject({
    next: null,
  });
  expect(asked(disputeAnswered, "2026-04-25", { holds: [dispute()] })).toEqual({ values, next: null });
  expect(at("2026-04-25", dispute({ sentOn: "2026-04-01", endsAt: "2026-04-28" }))).toEqual({
    values,
    next: { ms: Date.parse("2026-04-28") },
  });
  expect(at("2026-04-25", dispute({ sentOn: "2026-04-01", verificationSentOn: "2026-04-22" }))).toBeNull();
  expect(at("2026-04-25", { type: "complaint", startedAt: "2026-04-20" })).toBeNull();
  const late = dispute({ sentOn: "2026-04-11" });
  const open = dispute({ sentOn: "2026-04-01", startedAt: "2026-04-21T15:00:00Z" });
  for (const holds of [
    [late, open],
    [open, late],
  ])
    expect(at("2026-04-25", ...holds)).toEqual({ values: { ...values, date: "2026-04-21" }, next: null });
  const later = dispute({ sentOn: "2026-04-12", startedAt: "2026-04-22T15:00:00Z" });
  expect(at("2026-04-25", late, later)).toMatchObject({ values: { date: "2026-04-20" } });
  expect(
    asked(disputeAnswered, "2026-04-25", {
      facts,
      holds: [open],
      action: { type: "letter", purpose: "verification" },
    }),
  ).toBeNull();
});

test("US-ESC-07: suit where the consumer lives or signed, else refused with the places that may be", () => {
  const venue = (
    forumState: string | undefined,
    debt: Facts["debt"] = {},
    state?: string,
    states: string[] = [],
  ) =>
    asked(venueAllowed, "2026-03-02", {
      facts: { debt, debtor: { residence: { state } } },
      action: { forumState },
      states,
    });
  expect(venue("US-NY", {}, "NY")).toBeNull();
  expect(venue("ny", {}, "US-NY")).toBeNull();
  expect(venue("us-ny", {}, "NY")).toBeNull();
  expect(venue("TX", { signedInState: "US-TX" }, "NY")).toBeNull();
  expect(venue("NY", {}, undefined, ["NY"])).toBeNull();
  expect(venue(undefined, {}, "NY")).toEqual(asks("action.forumState"));
  const refused = { next: null, effect: "block" };
  expect(venue("CA", { signedInState: "TX" }, "NY")).toEqual({
    ...refused,
    values: { court: "CA", list: "NY, TX" },
    requires: [],
  });
  expect(venue("CA", { signedInState: "NY" }, "NY")).toMatchObject({ values: { list: "NY" } });
  expect(venue("CA", {}, "NY")).toMatchObject({ values: { list: "NY" }, requires: ["debt.signedInState"] });
  expect(venue("CA", { signedInState: "TX" })).toMatchObject({
    values: { list: "TX" },
    requires: ["debtor.residence.state"],
  });
});

test("US-CONTACT-10: the number was used by the debtor, or checked, within sixty days", () => {
  const now = "2026-05-01T15:00:00Z";
  const texted = (startedAt: string, over: Partial<HistoryEvent> = {}) => [
    event("sms", startedAt, { direction: "in", ...over }),
  ];
  const text = (given: Asked) => asked(textBasis, now, given);
  expect(text({})).toEqual(asks("action.numberCheckedAt"));
  expect(text({ action: { numberCheckedAt: "2026-03-02T15:00:00Z" } })).toBeNull();
  expect(text({ action: { numberCheckedAt: "2026-03-02T14:59:59Z" } })).not.toBeNull();
  expect(text({ action: { numberCheckedAt: now } })).toBeNull();
  expect(text({ action: { numberCheckedAt: "2026-05-01T15:00:01Z" } })).not.toBeNull();
  expect(text({ events: texted("2026-03-02T15:00:00Z") })).toBeNull();
  expect(text({ events: texted("2026-03-02T14:59:59Z") })).not.toBeNull();
  expect(text({ events: texted("2026-04-02T15:00:00Z", { direction: "out" }) })).not.toBeNull();
  const action = { number: "1" };
  expect(text({ events: texted("2026-04-02T15:00:00Z", { number: "1" }), action })).toBeNull();
  expect(text({ events: texted("2026-04-02T15:00:00Z", { number: "2" }), action })).not.toBeNull();
  expect(text({ events: texted("2026-04-02T15:00:00Z"), action })).toBeNull();
  expect(text({ events: texted("2026-04-02T15:00:00Z", { number: "2" }) })).toBeNull();
  expect(
    text({
      events: [
        ...texted("2026-04-02T15:00:00Z", { number: "1" }),
        ...texted("2026-04-03T15:00:00Z", { number: "2" }),
      ],
      action,
    }),
  ).toBeNull();
});

test("US-ESC-09: no report before the debtor was spoken to, or written to and the letter had time to come back", () => {
  const report = (at: string, ...events: HistoryEvent[]) => asked(furnishingNotified, at, { events });
  const until = (from: string) => ({
    values: { date: from, reason: "law.wait.returned_letter" },
    next: { day: dayOf(from) },
  });
  expect(report("2026-03-02")).toEqual(asks("notices.validation.sentOn"));
  expect(report("2026-03-02", event("call", "2026-03-01", { outcome: "conversation" }))).toBeNull();
  expect(report("2026-03-02", event("call", "2026-03-01", { outcome: "voicemail" }))).toEqual(
    asks("notices.validation.sentOn"),
  );
  for (const type of ["letter", "email", "validation_notice", "demand_payment", "lawyer_letter"] as const) {
    expect(report("2026-03-14", event(type, "2026-03-01")), type).toEqual(until("2026-03-15"));
    expect(report("2026-03-15", event(type, "2026-03-01")), type).toBeNull();
    expect(report("2026-03-15", event(type, "2026-03-01", { direction: "in" })), type).toEqual(
      asks("notices.validation.sentOn"),
    );
  }
  expect(report("2026-03-14", event("letter", "2026-03-01"), event("email", "2026-03-10"))).toEqual(
    until("2026-03-15"),
  );
  const noticed = (events: HistoryEvent[]) =>
    asked(furnishingNotified, "2026-03-10", { facts: sentOn("2026-03-01"), events });
  expect(noticed([])).toEqual(until("2026-03-15"));
  expect(noticed([event("letter", "2026-03-05")])).toEqual(until("2026-03-15"));
  expect(noticed([event("letter", "2026-02-27")])).toEqual(until("2026-03-13"));
  const told = asked(furnishingNotified, "2026-03-10", {
    events: [event("call", "2026-03-02", { outcome: "conversation" }), event("letter", "2026-03-09")],
  });
  expect(told).toBeNull();
});

test("US-NOTICE-01: the amounts of a notice add up, each of them told", () => {
  const amounts = { itemized: 100, interest: 20, fees: 5, payments: 10, credits: 1, current: 114 };
  const adds = (over: object = {}) =>
    asked(noticeAddsUp, "2026-03-02", { action: { amounts: { ...amounts, ...over } } });
  expect(adds()).toBeNull();
  expect(adds({ current: 115 })).toEqual({ values: { claimed: 115, expected: 114 }, next: null });
  for (const name of Object.keys(amounts)) {
    expect(adds({ [name]: "unknown" }), name).toEqual(asks(`action.amounts.${name}`));
    expect(adds({ [name]: 1_000 }), name).toMatchObject({ next: null });
  }
  expect(asked(noticeAddsUp, "2026-03-02")).toEqual(
    asks(...Object.keys(amounts).map((name) => `action.amounts.${name}`)),
  );
});
