import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { answerTimeOver, dueOrDemanded, overdueFrom } from "#app/domain/law/named/ladder-waits.ts";
import { lastDayToSue, notTimeBarred } from "#app/domain/law/named/not-time-barred.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { aScene, asks, event, said } from "./scenes.ts";

type Asked = {
  place?: string;
  facts?: Facts;
  events?: HistoryEvent[];
  action?: Partial<ActionInput>;
  actor?: ActorInput;
  holds?: Hold[];
};
const scene = (at: string, { place = "CN", action, ...given }: Asked = {}) =>
  aScene(at, {
    place,
    zones: ["Asia/Shanghai"],
    kind: "procedure",
    action: { type: "letter", ...action },
    ...given,
  });
const asked = (check: Check, at: string, given: Asked = {}) => said(check, scene(at, given));
const wait = (date: string, reason: string) => ({
  values: { date, reason },
  next: { day: dayOf(date) },
});

test("POL-LADDER-01: nothing before the debt is overdue, in China also fifteen days after a demand", () => {
  const due = (at: string, dueDate: string | undefined, demandDeliveredOn?: string, place = "CN") =>
    asked(dueOrDemanded, at, { place, facts: { debt: { dueDate }, notices: { demandDeliveredOn } } });
  expect(due("2026-03-02", "2026-03-02")).toEqual(wait("2026-03-03", "law.wait.due"));
  expect(due("2026-03-03", "2026-03-02")).toBeNull();
  expect(due("2026-03-16", undefined, "2026-03-02")).toEqual(wait("2026-03-17", "law.wait.due"));
  expect(due("2026-03-17", undefined, "2026-03-02")).toBeNull();
  expect(due("2026-03-17", undefined)).toEqual(asks("debt.dueDate", "notices.demandDeliveredOn"));
  expect(due("2026-03-17", undefined, "2026-03-02", "DE")).toEqual(asks("debt.dueDate"));
  expect(
    overdueFrom(
      scene("2026-03-02", { place: "DE", facts: { notices: { demandDeliveredOn: "2026-03-01" } } }),
    ),
  ).toBeNull();
});

test("POL-LADDER-06: a demand or a letter gave fourteen days to answer, and they have passed", () => {
  const over = (at: string, events: HistoryEvent[], notices: Facts["notices"] = {}) =>
    asked(answerTimeOver, at, { events, facts: { notices } });
  const sent = (type: HistoryEvent["type"], startedAt: string, over: Partial<HistoryEvent> = {}) =>
    event(type, startedAt, over);
  expect(over("2026-03-16", [])).toEqual(asks("notices.demandDeliveredOn"));
  for (const type of ["demand_payment", "lawyer_letter"] as const) {
    expect(over("2026-03-16", [sent(type, "2026-03-02")]), type).toEqual(
      wait("2026-03-17", "law.wait.answer"),
    );
    expect(over("2026-03-17", [sent(type, "2026-03-02")]), type).toBeNull();
    expect(over("2026-03-17", [sent(type, "2026-03-02", { direction: "in" })]), type).toEqual(
      asks("notices.demandDeliveredOn"),
    );
    expect(over("2026-03-20", [sent(type, "2026-03-02", { answerBy: "2026-03-20" })]), type).toEqual(
      wait("2026-03-21", "law.wait.answer"),
    );
    expect(over("2026-03-20", [sent(type, "2026-03-02", { answerBy: "2026-03-15" })]), type).toEqual(
      asks("notices.demandDeliveredOn"),
    );
    expect(over("2026-03-20", [sent(type, "2026-03-02", { answerBy: "2026-03-16" })]), type).toBeNull();
    expect(over("2026-03-20", [sent(type, "2026-03-21T10:00:00Z")]), type).toEqual(
      asks("notices.demandDeliveredOn"),
    );
  }
  expect(
    over("2026-03-20", [sent("demand_payment", "2026-03-10"), sent("lawyer_letter", "2026-03-02")]),
  ).toBeNull();
  const demanded = { demandDeliveredOn: "2026-03-05" };
  expect(over("2026-03-19", [sent("demand_payment", "2026-03-02")], demanded)).toEqual(
    wait("2026-03-20", "law.wait.answer"),
  );
  expect(
    over("2026-03-19", [sent("lawyer_letter", "2026-03-02")], { lawyerLetterOn: "2026-03-08" }),
  ).toBeNull();
  expect(over("2026-03-30", [], demanded)).toEqual(asks("notices.demandDeliveredOn"));
  const excerpt = (at: string, notices: Facts["notices"]) =>
    said(answerTimeOver, { ...scene(at, { facts: { notices } }), history: historyOf([], { excerpt: true }) });
  expect(excerpt("2026-03-19", demanded)).toEqual(wait("2026-03-20", "law.wait.answer"));
  expect(excerpt("2026-03-20", demanded)).toBeNull();
  expect(excerpt("2026-03-22", { lawyerLetterOn: "2026-03-08" })).toEqual(
    wait("2026-03-23", "law.wait.answer"),
  );
});

const barred = (date: string, basis: string) => ({ values: { date, basis }, next: null, effect: "block" });

test("POL-LADDER-07: no step on a barred claim, unless a lawyer has recorded why it is not, with evidence", () => {
  const stated = (at: string, lastDay: string | null | undefined, events: HistoryEvent[] = []) =>
    asked(notTimeBarred, at, { events, facts: { limitation: { lastDay } } });
  expect(stated("2026-03-10", "2026-03-10")).toBeNull();
  expect(stated("2026-03-11", "2026-03-10")).toEqual(barred("2026-03-11", "law.basis.stated"));
  expect(stated("2026-03-11", null)).toEqual(asks("limitation.lastDay"));
  expect(stated("2026-03-11", "unknown")).toEqual(asks("limitation.lastDay"));
  const statement = (startedAt: string, over: Partial<HistoryEvent> = {}) =>
    event("limitation_statement", startedAt, { actorKind: "lawyer", evidenceId: "E1", ...over });
  expect(stated("2026-03-11", "2026-03-10", [statement("2026-03-05")])).toBeNull();
  expect(stated("2026-03-11", "2026-03-10", [statement("2026-03-05", { actorKind: "law_firm" })])).toBeNull();
  for (const over of [{ actorKind: "agency" }, { evidenceId: undefined }] as const)
    expect(stated("2026-03-11", "2026-03-10", [statement("2026-03-05", over)])).not.toBeNull();
  expect(stated("2026-03-11", "2026-03-10", [statement("2026-03-12T10:00:00Z")])).not.toBeNull();
  expect(stated("2026-03-11", undefined, [statement("2026-03-05", { lastDay: "2026-03-11" })])).toBeNull();
  expect(stated("2026-03-12", undefined, [statement("2026-03-05", { lastDay: "2026-03-11" })])).toEqual(
    barred("2026-03-12", "law.basis.statement"),
  );
  const two = [
    statement("2026-03-05", { lastDay: "2026-03-06" }),
    statement("2026-03-07", { lastDay: "2026-04-01" }),
  ];
  expect(stated("2026-03-12", undefined, two)).toBeNull();
  expect(
    stated("2026-03-12", undefined, [
      two[1],
      statement("2026-03-08", { actorKind: "agency", lastDay: "2026-03-09" }),
    ]),
  ).toBeNull();
});

test("US-ESC-05: without a stated day the shortest period counts, and what would lengthen it is asked for", () => {
  const sue = (facts: Facts, over: Asked = {}, at = "2026-03-10") =>
    asked(notTimeBarred, at, { place: "US-IL", ...over, facts });
  const written: Facts = { debt: { limitationKind: "written", dueDate: "2015-06-01" } };
  expect(sue(written)).not.toBeNull();
  expect(sue({ debt: { ...written.debt, dueDate: "2016-03-10" } })).toBeNull();
  expect(sue({ debt: { ...written.debt, dueDate: "2016-03-09" } })).toEqual(
    barred("2026-03-10", expect.any(String) as never),
  );
  expect(sue({ debt: { dueDate: "2020-03-10" } })).toMatchObject({
    effect: "require",
    requires: ["debt.limitationKind"],
  });
  expect(sue({ debt: { dueDate: "2010-03-10" } })).toMatchObject({ effect: "block" });
  expect(sue({})).toEqual(asks("limitation.accruedOn"));
  expect(
    sue(
      { debt: { ...written.debt, dueDate: "2021-03-10" } },
      { action: { forumState: "US-FL" } },
      "2026-03-11",
    ),
  ).toMatchObject({ effect: "block" });
  expect(
    sue({ debt: { ...written.debt, dueDate: "2021-03-10" } }, { action: { forumState: "FL" } }, "2026-03-11"),
  ).toMatchObject({ effect: "block" });
  expect(sue({ debt: { ...written.debt, dueDate: "2021-03-10" } }, {}, "2026-03-11")).toBeNull();
  expect(
    sue(
      { case: { jurisdiction: "US-FL" }, debt: { ...written.debt, dueDate: "2021-03-10" } },
      {},
      "2026-03-11",
    ),
  ).toMatchObject({ effect: "block" });
  const last = (facts: Facts, events: HistoryEvent[] = []) =>
    lastDayToSue(scene("2026-03-10", { place: "US-IL", facts, events }));
  expect(last({ limitation: { lastDay: "2026-05-01" } })).toEqual({
    raw: "2026-05-01",
    last: "2026-05-01",
    basis: null,
  });
  expect(last({ debt: { limitationKind: "written", dueDate: "2016-05-03" } })).toEqual({
    raw: "2026-05-03",
    last: "2026-05-03",
    basis: "735 ILCS 5/13-205, 5/13-206; 810 ILCS 5/2-725: 10 years",
  });
  expect(last({})).toBeNull();
  const statement = event("limitation_statement", "2026-03-05", {
    actorKind: "lawyer",
    evidenceId: "E1",
    lastDay: "2026-06-01",
  });
  expect(last({ limitation: { lastDay: "2026-05-01" } }, [statement])).toMatchObject({ last: "2026-06-01" });
});
