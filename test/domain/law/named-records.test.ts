import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { bureauReportReady } from "#app/domain/law/named/de/bureau-report.ts";
import { inDefault } from "#app/domain/law/named/de/default.ts";
import {
  letterPostedInTime,
  noticeOfIntentionOver,
  replyTimeOver,
  responseTimeOver,
} from "#app/domain/law/named/gb/protocol.ts";
import { answerTimeOver } from "#app/domain/law/named/ladder-waits.ts";
import { notTimeBarred } from "#app/domain/law/named/not-time-barred.ts";
import { thirdPartyOnlyForLocation, thirdPartyUnreachable } from "#app/domain/law/named/third-party.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, event, said } from "./scenes.ts";

type Asked = { facts?: Facts; events?: HistoryEvent[]; action?: Partial<ActionInput> };
const asked = (check: Check, place: string, at: string, { action, ...given }: Asked = {}) =>
  said(
    check,
    aScene(at, { place, zones: ["UTC"], kind: "procedure", action: { type: "letter", ...action }, ...given }),
  );
const next = (date: string) => ({ next: { day: dayOf(date) } });

test("what happens at the very moment has happened", () => {
  const now = "2026-04-10T10:00:00Z";
  const uk = (check: Check, happens: HistoryEvent, facts: Facts = {}) =>
    asked(check, "GB-EW", now, { events: [happens], facts });
  expect(uk(letterPostedInTime, event("demand_payment", now, { channel: "post" }))).toBeNull();
  expect(uk(replyTimeOver, event("reply", now))).toMatchObject(next("2026-05-11"));
  const replied: Facts = { notices: { replyReceivedOn: "2026-03-10" } };
  expect(uk(noticeOfIntentionOver, event("notice_of_intention", now), replied)).toMatchObject(
    next("2026-04-25"),
  );
  expect(uk(answerTimeOver, event("lawyer_letter", now))).toMatchObject(next("2026-04-25"));
  const statement = event("limitation_statement", now, { actorKind: "lawyer", evidenceId: "E1" });
  expect(uk(notTimeBarred, statement, { limitation: { lastDay: "2026-04-09" } })).toBeNull();
});

test("GB-ESC-02, -03: the first letter in due form counts, whatever was sent after it", () => {
  const events = [
    event("demand_payment", "2026-03-02", { channel: "post" }),
    event("demand_payment", "2026-03-20", { channel: "sms" }),
  ];
  expect(asked(letterPostedInTime, "GB-EW", "2026-04-02", { events })).toBeNull();
  expect(asked(responseTimeOver, "GB-EW", "2026-04-02", { events })).toBeNull();
});

test("GB-ESC-02: a letter whose date nobody tells is no letter yet", () => {
  const facts: Facts = { notices: { channel: "sms" } };
  expect(asked(letterPostedInTime, "GB-EW", "2026-04-02", { facts })).toEqual(asks("notices.postedOn"));
  const posted: Facts = { notices: { channel: "post", postedOn: "2026-03-02" } };
  expect(asked(letterPostedInTime, "GB-EW", "2026-04-02", { facts: posted })).toEqual(
    asks("notices.letterDate"),
  );
});

test("GB-ESC-04: a reply from before the letter answers nothing", () => {
  const facts: Facts = { notices: { letterDate: "2026-03-02" } };
  const events = [event("reply", "2026-03-01")];
  expect(asked(replyTimeOver, "GB-EW", "2026-03-20", { facts, events })).toBeNull();
});

test("POL-LADDER-06: a lawyer's letter on record lets a stated delivery count", () => {
  const facts: Facts = { notices: { demandDeliveredOn: "2026-02-20" } };
  const events = [event("lawyer_letter", "2026-03-04")];
  const over = (at: string) => asked(answerTimeOver, "CN", at, { facts, events });
  expect(over("2026-03-06")).toMatchObject(next("2026-03-07"));
  expect(over("2026-03-07")).toBeNull();
  expect(asked(answerTimeOver, "CN", "2026-03-01", { facts, events: [] })).toEqual(
    asked(answerTimeOver, "CN", "2026-03-01", { facts, events }),
  );
});

test("DE-ESC-01, -22: every reminder of a readable day counts, one of the day itself too", () => {
  const events = ["2026-02-10", "2026-03-10"].map((day) => event("reminder", day));
  const facts: Facts = {
    debt: { kind: "goods", purpose: "consumer", dueDate: "2026-02-01" },
    notices: { priorInformationOn: "2026-02-10" },
  };
  expect(asked(bureauReportReady, "DE", "2026-03-10", { facts, events })).toBeNull();
  const stated: Facts = {
    ...facts,
    notices: { ...facts.notices, remindersOn: ["soon", "2026-02-10", "2026-03-10"] },
  };
  expect(asked(bureauReportReady, "DE", "2026-03-10", { facts: stated })).toBeNull();
  expect(asked(inDefault, "DE", "2026-03-10", { facts, events })).toBeNull();
});

test("US-CONTACT-13: who was asked where the debtor is stays asked, though the debtor was called since", () => {
  const events = [
    event("call", "2026-03-02", { recipientRole: "neighbour" }),
    event("call", "2026-03-05", { recipientRole: "debtor" }),
  ];
  const action = { disclosesDebt: false };
  expect(asked(thirdPartyOnlyForLocation, "US", "2026-03-10", { events, action })).not.toBeNull();
});

test("CN-CONTACT-06: three failures in a row by message or mail leave the debtor out of reach as three calls do", () => {
  const action = { disclosesDebt: false };
  for (const type of ["call", "sms", "email"] as const) {
    const failures = ["2026-03-01", "2026-03-02", "2026-03-03"].map((day) =>
      event(type, day, { outcome: "undeliverable" }),
    );
    expect(asked(thirdPartyUnreachable, "CN", "2026-03-10", { events: failures, action }), type).toBeNull();
  }
});
