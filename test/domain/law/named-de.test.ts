import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts, HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import { barredNeedsCounsel, collectionCostsWithinCap } from "#app/domain/law/named/de/costs.ts";
import { inDefault, inDefaultForAWeek, remindedAfterInvoice } from "#app/domain/law/named/de/default.ts";
import {
  noObjection,
  objectionPeriodOver,
  paymentOrderAlive,
  rateAllowsPaymentOrder,
} from "#app/domain/law/named/de/payment-order.ts";
import type { Check } from "#app/domain/law/scene.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { aScene, asks, event, said } from "./scenes.ts";

type Asked = {
  facts?: Facts;
  events?: HistoryEvent[];
  action?: Partial<ActionInput>;
  actor?: ActorInput;
  holds?: Hold[];
};
const asked = (check: Check, at: string, { action, ...given }: Asked = {}) =>
  said(check, aScene(at, { kind: "procedure", action: { type: "letter", ...action }, ...given }));
const block = { values: {}, next: null, effect: "block" };

test("DE-ESC-01, -04: costs are owed from default on, a collector writes a week later", () => {
  const facts: Facts = { verzugFrom: "2026-03-02" };
  const wait = (date: string) => ({
    values: { date, reason: "law.wait.de_default" },
    next: { day: dayOf(date) },
    message: "waiting_period",
  });
  expect(asked(inDefault, "2026-03-01", { facts })).toEqual(wait("2026-03-02"));
  expect(asked(inDefault, "2026-03-02", { facts })).toBeNull();
  expect(asked(inDefaultForAWeek, "2026-03-08", { facts })).toEqual(wait("2026-03-09"));
  expect(asked(inDefaultForAWeek, "2026-03-09", { facts })).toBeNull();
  expect(asked(inDefault, "2026-03-01")).toEqual(asks("verzugFrom"));
  const silent: Facts = {
    debt: { kind: "goods", purpose: "consumer", invoiceReceivedOn: "2026-01-05", invoiceHint: false },
  };
  expect(asked(inDefault, "2026-03-01", { facts: silent })).toEqual(block);
  const far: Facts = { debt: { kind: "invoice_b2b", invoiceReceivedOn: "2098-01-05" } };
  expect(asked(inDefault, "2098-03-01", { facts: far })).toMatchObject({
    message: "stale_calendar",
    requires: ["calendar.DE"],
  });
  const holiday: Facts = { debt: { kind: "invoice_b2b", invoiceReceivedOn: "2026-05-05" } };
  expect(asked(inDefault, "2026-06-01", { facts: holiday })).toMatchObject({
    requires: ["debtor.residence.land"],
  });
  const due: Facts = { debt: { kind: "goods", purpose: "consumer", dueDate: "2026-02-01" } };
  for (const type of ["reminder", "demand_payment", "lawyer_letter"] as const) {
    expect(asked(inDefault, "2026-02-10", { facts: due, events: [event(type, "2026-02-10")] }), type).toEqual(
      wait("2026-02-11"),
    );
    expect(
      asked(inDefault, "2026-02-11", { facts: due, events: [event(type, "2026-02-10")] }),
      type,
    ).toBeNull();
  }
  expect(
    asked(inDefault, "2026-02-20", {
      facts: due,
      events: [event("reminder", "2026-02-10", { direction: "in" })],
    }),
  ).toEqual(asks("verzugFrom"));
  expect(
    asked(inDefault, "2026-02-20", {
      facts: due,
      events: [event("reminder", "2026-02-18"), event("reminder", "2026-02-10")],
    }),
  ).toBeNull();
});

test("DE-ESC-02: a consumer whose invoice was silent is reminded after it fell due", () => {
  const reminded = (
    remindersOn: string[] | "unknown" | undefined,
    events: HistoryEvent[] = [],
    dueDate: string | undefined = "2026-02-01",
  ) =>
    asked(remindedAfterInvoice, "2026-03-01", {
      facts: { debt: { dueDate }, notices: { remindersOn } },
      events,
    });
  expect(reminded(["2026-02-02"])).toBeNull();
  expect(reminded(["2026-02-01"])).toEqual(block);
  expect(reminded(["2026-01-01", "2026-02-05"])).toBeNull();
  expect(reminded(undefined, [event("reminder", "2026-02-02")])).toBeNull();
  expect(reminded("unknown")).toEqual(block);
  expect(reminded(["soon"])).toEqual(block);
  expect(
    asked(remindedAfterInvoice, "2026-03-01", { facts: { notices: { remindersOn: ["2026-02-02"] } } }),
  ).toEqual(block);
});

test("DE-ESC-07: no payment order for credit of more than twelve points over the base rate of its day", () => {
  const rate = (apr: string | undefined, contractDate: string | undefined = "2025-03-01") =>
    asked(rateAllowsPaymentOrder, "2026-03-01", { facts: { debt: { apr, contractDate } } });
  expect(rate("14.27")).toBeNull();
  expect(rate("14.28")).toEqual({ values: { rate: "14.28", most: "14.27" }, next: null, effect: "block" });
  expect(rate(undefined)).toEqual(asks("debt.apr"));
  expect(asked(rateAllowsPaymentOrder, "2026-03-01", { facts: { debt: { apr: "10" } } })).toEqual(
    asks("debt.contractDate"),
  );
  expect(asked(rateAllowsPaymentOrder, "2026-03-01")).toEqual(asks("debt.apr", "debt.contractDate"));
  const { points, coverageEnd } = publishedSeries.points["DE-BASE-RATE"];
  const stale = (date: string | null) => ({
    values: { date },
    next: null,
    requires: ["rates.base"],
    message: "stale_rate",
    invariant: "X-10",
  });
  expect(rate("10", "1990-01-01")).toEqual(stale(points[0].from));
  expect(rate("10", "2098-01-01")).toEqual(stale(coverageEnd));
});

test("DE-ESC-10, -11: two weeks to object, six months to act, each to the end of its last working day", () => {
  const order = (check: Check, at: string, orderServedOn?: string, courtLand = "BE") =>
    asked(check, at, { facts: { courtLand, notices: { orderServedOn } } });
  const wait = (date: string, next: string) => ({
    values: { date, reason: "law.wait.de_objection" },
    next: { day: dayOf(next) },
  });
  expect(order(objectionPeriodOver, "2026-03-16", "2026-03-02")).toEqual(wait("2026-03-16", "2026-03-17"));
  expect(order(objectionPeriodOver, "2026-03-17", "2026-03-02")).toBeNull();
  expect(order(objectionPeriodOver, "2026-03-17")).toEqual(asks("notices.orderServedOn"));
  expect(order(objectionPeriodOver, "2098-03-17", "2098-03-02")).toMatchObject({
    message: "stale_calendar",
    requires: ["calendar.DE"],
  });
  const epiphany = (at: string, land: string) => order(objectionPeriodOver, at, "2025-12-23", land);
  expect(epiphany("2026-01-06", "unknown")).toEqual(wait("2026-01-07", "2026-01-08"));
  expect(epiphany("2026-01-07", "unknown")).toEqual({
    ...wait("2026-01-07", "2026-01-08"),
    requires: ["courtLand"],
  });
  expect(epiphany("2026-01-07", "BE")).toBeNull();
  expect(epiphany("2026-01-07", "BY")).toEqual(wait("2026-01-07", "2026-01-08"));
  expect(order(paymentOrderAlive, "2026-04-02", undefined)).toBeNull();
  expect(order(paymentOrderAlive, "2026-04-02", "2025-10-02")).toBeNull();
  expect(order(paymentOrderAlive, "2026-04-03", "2025-10-02")).toEqual({
    values: { date: "2026-04-02" },
    next: null,
    effect: "block",
  });
  expect(order(paymentOrderAlive, "2026-04-07", "2025-10-03")).toBeNull();
  expect(order(paymentOrderAlive, "2026-04-08", "2025-10-03")).toEqual({
    values: { date: "2026-04-07" },
    next: null,
    effect: "block",
  });
  expect(order(paymentOrderAlive, "2098-09-02", "2098-03-02")).toBeNull();
  expect(order(paymentOrderAlive, "2098-09-03", "2098-03-02")).toMatchObject({ message: "stale_calendar" });
});

test("DE-ESC-12: an objection that has come in ends the way to an enforcement order", () => {
  const objected = (objectionReceivedOn?: string) =>
    asked(noObjection, "2026-03-10", { facts: { notices: { objectionReceivedOn } } });
  expect([objected(), objected("2026-03-11")]).toEqual([null, null]);
  expect(objected("2026-03-10")).toEqual({ values: { date: "2026-03-10" }, next: null, effect: "block" });
});

test("DE-MONEY-05, DE-LIM-07: costs within a lawyer's fee, and a barred claim only as counsel says", () => {
  const costs = (fees: number | undefined, over: Asked = {}, principal: number | undefined = 50_000) =>
    asked(collectionCostsWithinCap, "2026-03-10", {
      facts: { debt: { principal }, ...over.facts },
      action: { amounts: { fees }, ...over.action },
      events: over.events,
    });
  const refused = costs(100_000);
  const cap = Number(refused?.values.cap);
  expect(refused).toEqual({ values: { claimed: 100_000, cap }, next: null, effect: "block" });
  expect([costs(cap), costs(undefined)]).toEqual([null, null]);
  expect(costs(cap + 1)).not.toBeNull();
  expect(costs(cap + 1, { action: { vatClaimed: true } })).toBeNull();
  expect(costs(cap + 1, { facts: { notices: { disputed: true } } })).toBeNull();
  expect(costs(cap + 1, { events: [event("dispute", "2026-03-01")] })).toBeNull();
  expect(asked(collectionCostsWithinCap, "2026-03-10", { action: { amounts: { fees: 1 } } })).toEqual(
    asks("debt.principal"),
  );
  const barred = (lastDay: string | undefined) =>
    asked(barredNeedsCounsel, "2026-03-10", { facts: { limitation: { lastDay } } });
  expect([barred("2026-03-10"), barred("unknown"), barred(undefined)]).toEqual([null, null, null]);
  expect(barred("2026-03-09")).toMatchObject({
    effect: "require",
    requires: ["limitation.statement"],
    values: { date: "2026-03-10" },
  });
});
