import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import type { LimitationFacts } from "#app/domain/law/limitation-facts.ts";
import { bureauReportReady } from "#app/domain/law/named/de/bureau-report.ts";
import { noticeOfIntentionOver, replyTimeOver } from "#app/domain/law/named/gb/protocol.ts";
import { serviceRateCapped } from "#app/domain/law/named/us-acts.ts";
import { calculate } from "./calculators.ts";
import { lastDay } from "./limitation-cases.ts";
import { aScene, asks, event, said } from "./scenes.ts";

/** Inside the engine days are counted from 1970: a day before it is a day all the same, and one that is not known is none of them. */
const written: Facts = { debt: { limitationKind: "written", purpose: "commercial" } };
const old = (place: string, limitation: LimitationFacts = {}, accruedOn = "1969-05-03") =>
  lastDay(place, { accruedOn, ...limitation }, written);

test("an act of an old claim whose day is not to be read restarts nothing", () => {
  const interruptions = [{ type: "payment", on: "soon" }];
  for (const place of ["CN", "DE", "GB-EW", "US-CA"])
    expect(old(place, { interruptions }), place).toEqual(old(place));
  expect(old("CN")).toMatchObject({ raw: "1972-05-03" });
});

test("what suspends an old claim counts by the days that are known", () => {
  expect(old("CN", { damageOn: "unknown" })).toEqual(old("CN"));
  expect(old("US-CA", { suspensions: [{ type: "bankruptcy", from: "1969-06-01" }] })).toEqual(old("US-CA"));
  expect(old("GB-EW", { suspensions: [{ type: "fraud", from: "1969-06-01" }] })).toEqual(old("GB-EW"));
  expect(old("GB-EW", { suspensions: [{ type: "fraud", to: "1969-06-01" }] })).toMatchObject({
    raw: "1975-06-01",
  });
  const deferral = { type: "agreed_deferral", from: "1962-03-01", to: "1962-03-10" };
  expect(old("DE", { suspensions: [deferral] }, "1960-05-03")).toMatchObject({ raw: "1964-01-10" });
  expect(old("DE", { suspensions: [{ type: "negotiations", to: "1965-05-03" }] }, "1963-05-03")).toEqual(
    old("DE", {}, "1963-05-03"),
  );
});

test("an old guarantee without an agreed end runs six months", () => {
  const limitation = { mainDebtDue: "1969-05-03" };
  expect(calculate("CN", ["limitation", "guarantee"], { limitation })).toMatchObject({ raw: "1969-11-03" });
});

test("reminders from before 1970 are reminders, whenever the debt fell due", () => {
  const notices = { remindersOn: ["1969-02-10", "1969-02-20"], priorInformationOn: "1969-02-10" };
  const scene = aScene("2026-03-10", { kind: "procedure", facts: { notices } });
  expect(said(bureauReportReady, scene)).toEqual(asks("debt.dueDate"));
});

test("the protocol's days count before 1970 too", () => {
  const given = { place: "GB-EW", zones: ["Europe/London"], kind: "procedure" } as const;
  expect(said(replyTimeOver, aScene("1969-04-01", given))).toBeNull();
  const facts: Facts = { notices: { replyReceivedOn: "1969-03-10" } };
  const events = [event("notice_of_intention", "1969-03-20")];
  const noticed = (at: string) => said(noticeOfIntentionOver, aScene(at, { ...given, facts, events }));
  expect(noticed("1969-04-03")).toMatchObject({ values: { date: "1969-04-04" } });
  expect(noticed("1969-04-04")).toBeNull();
});

test("US-HOLD-06: service since before 1970 caps the rate of a contract whose day is not known", () => {
  const facts: Facts = { service: { startedOn: "1969-01-10" }, debt: { agreedRate: "10" } };
  const action = { type: "letter", interestRate: "9" } as const;
  expect(said(serviceRateCapped, aScene("2026-03-02", { place: "US", facts, action }))).not.toBeNull();
});
