import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import {
  documentsProvided,
  lateReplyAwaited,
  letterGoesOutInTime,
  letterPostedInTime,
  noticeOfIntentionOver,
  replyTimeOver,
  responseTimeOver,
} from "#app/domain/law/named/gb/protocol.ts";
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
  said(
    check,
    aScene(at, {
      place: "GB-EW",
      zones: ["Europe/London"],
      kind: "procedure",
      action: { type: "file_suit", ...action },
      ...given,
    }),
  );
const until = (date: string, reason: string) => ({
  values: { date, reason },
  next: { day: dayOf(date) },
});
const noted = (notices: Facts["notices"]) => ({ facts: { notices } });
const letter = { letterDate: "2026-03-02", postedOn: "2026-03-03", channel: "post" };

test("GB-ESC-02: a letter of claim goes out by post on its date or the next day", () => {
  const posted = (over: object = {}, events: HistoryEvent[] = []) =>
    asked(letterPostedInTime, "2026-04-10", { ...noted({ ...letter, ...over }), events });
  const late = { values: { date: "2026-03-02" }, next: null, effect: "block" };
  expect(posted()).toBeNull();
  expect(posted({ postedOn: "2026-03-02" })).toBeNull();
  expect(posted({ postedOn: "2026-03-04" })).toEqual(late);
  expect(posted({ postedOn: "2026-03-01" })).toEqual(late);
  expect(posted({ channel: "email" })).toEqual(late);
  expect(posted({ channel: "email", emailAskedFor: true })).toBeNull();
  expect(posted({ channel: "sms", emailAskedFor: true })).toEqual(late);
  expect(posted({ channel: "unknown" })).toEqual(asks("notices.channel"));
  expect(posted({ postedOn: "unknown" })).toEqual(asks("notices.postedOn"));
  expect(posted({ postedOn: undefined, channel: undefined })).toEqual(
    asks("notices.postedOn", "notices.channel"),
  );
  expect(posted({ postedOn: undefined, channel: "sms" })).toEqual(late);
  expect(posted({ channel: "unknown", replyReceivedOn: "2026-03-20" })).toBeNull();
  expect(posted({ channel: "sms", replyReceivedOn: "2026-03-20" })).toEqual(late);
  expect(asked(letterPostedInTime, "2026-04-10")).toEqual(asks("notices.postedOn", "notices.channel"));
  expect(asked(letterPostedInTime, "2026-04-10", noted({ postedOn: "2026-03-03" }))).toEqual(
    asks("notices.channel"),
  );
  const sent = (startedAt: string, over: Partial<HistoryEvent> = {}) => [
    event("demand_payment", startedAt, { channel: "post", ...over }),
  ];
  expect(asked(letterPostedInTime, "2026-04-10", { events: sent("2026-03-03") })).toBeNull();
  expect(
    asked(letterPostedInTime, "2026-04-10", { events: sent("2026-03-03", { letterDate: "2026-03-01" }) }),
  ).toMatchObject({ values: { date: "2026-03-01" } });
  expect(
    asked(letterPostedInTime, "2026-04-10", { events: sent("2026-03-03", { channel: undefined }) }),
  ).toEqual(asks("notices.channel"));
  expect(asked(letterPostedInTime, "2026-04-10", { events: sent("2026-04-11T10:00:00Z") })).toEqual(
    asks("notices.postedOn", "notices.channel"),
  );
  expect(posted({ channel: "sms" }, sent("2026-03-09"))).toBeNull();
  expect(posted({ channel: "sms" }, sent("2026-03-09", { channel: "sms" }))).toMatchObject({
    values: { date: "2026-03-09" },
  });
});

test("GB-ESC-02: a letter that goes out now bears today's date or yesterday's", () => {
  const goes = (letterDate?: string) => asked(letterGoesOutInTime, "2026-03-03", { action: { letterDate } });
  expect([goes("2026-03-03"), goes("2026-03-02")]).toEqual([null, null]);
  expect(goes("2026-03-01")).toEqual({ values: { date: "2026-03-01" }, next: null, effect: "block" });
  expect(goes("2026-03-04")).toMatchObject({ effect: "block" });
  expect(goes()).toEqual(asks("action.letterDate"));
});

test("GB-ESC-03, -04: thirty days from the letter, from the reply and from the documents, each to its end", () => {
  const over = (at: string, notices: Facts["notices"], events: HistoryEvent[] = []) =>
    asked(responseTimeOver, at, { ...noted(notices), events });
  expect(over("2026-04-01", letter)).toEqual(until("2026-04-02", "law.wait.gb_response"));
  expect(over("2026-04-02", letter)).toBeNull();
  expect(over("2026-04-01", {})).toEqual(asks("notices.letterDate"));
  expect(over("2026-04-01", { replyReceivedOn: "2026-03-20" })).toBeNull();
  const reply = (at: string, notices: Facts["notices"], events: HistoryEvent[] = []) =>
    asked(replyTimeOver, at, { ...noted(notices), events });
  expect(reply("2026-04-01", {})).toBeNull();
  expect(reply("2026-04-01", { replyReceivedOn: "2026-03-02" })).toEqual(
    until("2026-04-02", "law.wait.gb_reply"),
  );
  expect(reply("2026-04-02", { replyReceivedOn: "2026-03-02" })).toBeNull();
  expect(reply("2026-04-02", { replyReceivedOn: "2026-03-02", documentsProvidedOn: "2026-03-10" })).toEqual(
    until("2026-04-10", "law.wait.gb_reply"),
  );
  expect(reply("2026-04-02", { replyReceivedOn: "2026-03-12", documentsProvidedOn: "2026-03-10" })).toEqual(
    until("2026-04-12", "law.wait.gb_reply"),
  );
  const answered = [event("reply", "2026-03-01"), event("reply", "2026-03-10"), event("reply", "2026-03-15")];
  expect(reply("2026-04-02", {}, answered)).toBeNull();
  expect(reply("2026-04-02", letter, answered)).toEqual(until("2026-04-10", "law.wait.gb_reply"));
  expect(reply("2026-03-20", letter, [event("reply", "2026-03-21T10:00:00Z")])).toBeNull();
  expect(reply("2026-03-20", letter, [event("reply", "2026-03-02")])).toEqual(
    until("2026-04-02", "law.wait.gb_reply"),
  );
});

test("GB-ESC-06: documents that were asked for are given, or it is said why not, after they were asked for", () => {
  const given = (notices: Facts["notices"]) => asked(documentsProvided, "2026-04-02", noted(notices));
  const requested = { documentsRequestedOn: "2026-03-10" };
  expect(given({})).toBeNull();
  expect(given(requested)).toEqual(asks("notices.documentsProvidedOn"));
  expect(given({ ...requested, documentsProvidedOn: "2026-03-10" })).toBeNull();
  expect(given({ ...requested, documentsProvidedOn: "2026-03-09" })).toEqual(
    asks("notices.documentsProvidedOn"),
  );
  expect(given({ ...requested, documentsExplainedOn: "2026-03-11" })).toBeNull();
});

test("GB-ESC-07: fourteen days' notice after the reply, unless a lawyer says why limitation does not allow it", () => {
  const notice = (at: string, notices: Facts["notices"], over: Asked = {}) =>
    asked(noticeOfIntentionOver, at, {
      ...over,
      facts: { notices: { replyReceivedOn: "2026-03-10", ...notices }, ...over.facts },
    });
  expect(notice("2026-04-20", { replyReceivedOn: undefined })).toBeNull();
  expect(notice("2026-04-20", {})).toEqual(asks("notices.fourteenDayNoticeOn"));
  expect(notice("2026-04-24", { fourteenDayNoticeOn: "2026-04-10" })).toEqual(
    until("2026-04-25", "law.wait.gb_notice"),
  );
  expect(notice("2026-04-25", { fourteenDayNoticeOn: "2026-04-10" })).toBeNull();
  expect(notice("2026-04-25", { fourteenDayNoticeOn: "2026-03-09" })).toEqual(
    asks("notices.fourteenDayNoticeOn"),
  );
  expect(notice("2026-04-25", { fourteenDayNoticeOn: "2026-03-10" })).toBeNull();
  const told = [
    event("notice_of_intention", "2026-03-09"),
    event("notice_of_intention", "2026-03-10"),
    event("notice_of_intention", "2026-04-20"),
  ];
  expect(notice("2026-03-24", {}, { events: told })).toEqual(until("2026-03-25", "law.wait.gb_notice"));
  expect(notice("2026-04-19", {}, { events: [told[0]] })).toEqual(asks("notices.fourteenDayNoticeOn"));
  expect(
    notice("2026-04-10", {}, { events: [event("notice_of_intention", "2026-04-11T10:00:00Z")] }),
  ).toEqual(asks("notices.fourteenDayNoticeOn"));
  const pressed = (
    lastDay: string | undefined,
    kind: ActorInput["kind"] = "lawyer",
    protectiveReason: string | undefined = "limitation",
    facts: Facts = {},
  ) =>
    notice(
      "2026-04-01",
      {},
      {
        actor: { kind },
        action: { protectiveReason },
        facts: { ...facts, limitation: { ...facts.limitation, lastDay } },
      },
    );
  expect(pressed("2026-05-01")).toBeNull();
  expect(pressed("2026-05-02")).toEqual(asks("notices.fourteenDayNoticeOn"));
  expect(pressed("2026-05-01", "law_firm")).toBeNull();
  expect(pressed("2026-05-01", "creditor_self")).not.toBeNull();
  expect(pressed("2026-05-01", "lawyer", " ")).not.toBeNull();
  expect(pressed("2026-05-01", "lawyer", "unknown")).not.toBeNull();
  expect(pressed(undefined)).not.toBeNull();
  expect(pressed(undefined, "lawyer", "limitation", { debt: { dueDate: "2020-05-01" } })).toBeNull();
  expect(pressed(undefined, "lawyer", "limitation", { debt: { dueDate: "2020-05-02" } })).not.toBeNull();
});

test("GB-ESC-03: a reply posted late may still be under way, for five working days", () => {
  const wait = (at: string, notices: Facts["notices"]) => asked(lateReplyAwaited, at, noted(notices));
  const sent = { ...letter, letterDate: "2026-05-01", postedOn: "2026-05-01" };
  expect(wait("2026-06-07", sent)).toEqual(until("2026-06-08", "law.wait.gb_late_post"));
  expect(wait("2026-06-08", sent)).toBeNull();
  expect(wait("2026-06-07", { ...sent, replyReceivedOn: "2026-05-20" })).toBeNull();
  expect(wait("2026-06-07", {})).toBeNull();
  expect(wait("2098-06-07", { ...sent, letterDate: "2098-05-01" })).toMatchObject({
    message: "stale_calendar",
    requires: ["calendar.GB-EW"],
    invariant: "X-10",
  });
});
