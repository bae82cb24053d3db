import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { letterPostedInTime, noticeOfIntentionOver } from "#app/domain/law/named/gb/protocol.ts";
import { answerTimeOver } from "#app/domain/law/named/ladder-waits.ts";
import { named } from "#app/domain/law/named/named.ts";
import { answerPeriodOver, inPreferredLanguage, serviceRateCapped } from "#app/domain/law/named/us-acts.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, event, said } from "./scenes.ts";

type Asked = { facts?: Facts; events?: HistoryEvent[]; action?: Partial<ActionInput> };
const asked = (check: Check, place: string, { action, ...given }: Asked = {}) =>
  said(
    check,
    aScene("2026-03-10", { place, kind: "procedure", action: { type: "letter", ...action }, ...given }),
  );

test("every rule answers, whatever the place, when nothing at all is known", () => {
  for (const place of ["CN", "US", "US-NY", "GB-EW", "DE"]) {
    for (const [name, check] of Object.entries(named))
      expect(() => asked(check, place), `${name} ${place}`).not.toThrow();
  }
});

test("a rule asks for what it needs, or has nothing to say", () => {
  const answers: [string, keyof typeof named, ReturnType<Check>][] = [
    ["CN", "objectionFails", null],
    ["CN", "dueOrDemanded", asks("debt.dueDate", "notices.demandDeliveredOn")],
    ["CN", "answerTimeOver", asks("notices.demandDeliveredOn")],
    ["DE", "bureauReportReady", asks("debt.dueDate", "notices.remindersOn", "notices.priorInformationOn")],
    ["DE", "undisputed", null],
    ["DE", "remindedAfterInvoice", { values: {}, next: null, effect: "block" }],
    ["DE", "objectionPeriodOver", asks("notices.orderServedOn")],
    ["DE", "noObjection", null],
    ["DE", "paymentOrderAlive", null],
    ["DE", "disputeOnFile", null],
    ["GB-EW", "sevenClearDays", asks("notices.enforcementNoticeOn")],
    ["GB-EW", "documentsProvided", null],
    ["GB-EW", "replyTimeOver", null],
    ["GB-EW", "letterPostedInTime", asks("notices.postedOn", "notices.channel")],
    ["US", "inPreferredLanguage", null],
  ];
  for (const [place, name, answer] of answers) expect(asked(named[name], place), name).toEqual(answer);
});

test("what the record alone tells is enough to go by", () => {
  const emailed = event("demand_payment", "2026-03-02", { channel: "email" });
  expect(asked(letterPostedInTime, "GB-EW", { events: [emailed] })).toMatchObject({ effect: "block" });
  expect(asked(noticeOfIntentionOver, "GB-EW", { events: [event("reply", "2026-03-02")] })).toEqual(
    asks("notices.fourteenDayNoticeOn"),
  );
  expect(asked(answerTimeOver, "CN", { events: [event("lawyer_letter", "2026-02-02")] })).toBeNull();
});

test("a debt of no stated rate is above no cap, and a debtor of no known residence answers where the suit is brought", () => {
  const action = { interestRate: "9", language: "en" };
  expect(
    asked(serviceRateCapped, "US", { facts: { service: { startedOn: "2026-01-10" } }, action }),
  ).toBeNull();
  expect(asked(inPreferredLanguage, "US", { action })).toBeNull();
  const facts: Facts = { debtor: {}, proceeding: { claimServedOn: "2026-03-02" } };
  expect(asked(answerPeriodOver, "US", { facts, action: { forumState: "TX" } })).toMatchObject({
    values: { reason: "law.wait.summons" },
  });
  expect(asked(answerPeriodOver, "US", { facts, action: { forumState: "OH" } })).toMatchObject({
    requires: ["action.forumState"],
  });
});

test("GB-ESC-07: a lawyer is pressed by a period that nobody has counted yet", () => {
  const pressed = (dueDate: string) =>
    said(
      noticeOfIntentionOver,
      aScene("2026-04-01", {
        place: "GB-EW",
        kind: "procedure",
        facts: { debt: { dueDate }, notices: { replyReceivedOn: "2026-03-10" } },
        actor: { kind: "lawyer" },
        action: { type: "file_suit", protectiveReason: "limitation" },
      }),
    );
  expect([pressed("2020-05-01"), pressed("2020-05-02")]).toEqual([null, asks("notices.fourteenDayNoticeOn")]);
});
