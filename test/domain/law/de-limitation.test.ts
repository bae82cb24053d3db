import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import type { Suspension } from "#app/domain/law/limitation-facts.ts";
import { calculate } from "./calculators.ts";

const lastDay = (facts: Facts) => limitationOf({ jurisdiction: "DE", facts });
const accrued = (over: Facts["limitation"] = {}): Facts => ({
  limitation: { accruedOn: "2020-05-10", ...over },
});
const paused = (suspension: Suspension, over: Facts["limitation"] = {}) =>
  lastDay(accrued({ suspensions: [suspension], ...over }));

test("DE-LIM-01: from the year of knowledge, and ten years from arising at most", () => {
  expect(lastDay(accrued())).toMatchObject({ last: "2023-12-31" });
  expect(lastDay(accrued({ knownOn: "2021-01-01" }))).toMatchObject({ last: "2024-12-31" });
  expect(lastDay(accrued({ knownOn: "2029-01-01" }))).toMatchObject({ last: "2030-05-10" });
  expect(lastDay({})).toMatchObject({ refused: true, requires: ["limitation.accruedOn"] });
});

test("DE-LIM-03: days of talks and deferral are added, talks leave three months, before the period they add nothing", () => {
  const from = "2023-06-01";
  expect(paused({ type: "agreed_deferral", from, to: "2023-06-30" })).toMatchObject({ last: "2024-01-30" });
  expect(paused({ type: "negotiations", from: "2023-12-20", to: "2023-12-30" })).toMatchObject({
    last: "2024-03-30",
  });
  expect(paused({ type: "agreed_deferral", from: "2020-06-01", to: "2020-12-31" })).toMatchObject({
    last: "2023-12-31",
  });
  expect(paused({ type: "agreed_deferral", from: "2020-12-31", to: "2021-01-01" })).toMatchObject({
    last: "2024-01-01",
  });
  expect(paused({ type: "negotiations", from: "2024-01-01", to: "2024-06-30" })).toMatchObject({
    last: "2023-12-31",
  });
});

test("DE-LIM-03: force majeure counts in the last six months only", () => {
  expect(paused({ type: "force_majeure", from: "2023-01-01", to: "2023-07-10" })).toMatchObject({
    last: "2024-01-10",
  });
  expect(paused({ type: "force_majeure", from: "2023-01-01", to: "2023-06-30" })).toMatchObject({
    last: "2023-12-31",
  });
});

test("DE-LIM-03: a procedure suspends to six months after its last step, and an unknown end is the service", () => {
  const order = { type: "payment_order", servedOn: "2023-12-01" };
  expect(paused({ ...order, lastStepOn: "2024-03-01" })).toMatchObject({ last: "2024-10-02" });
  expect(paused(order)).toMatchObject({ last: "2024-07-02" });
  expect(paused({ ...order, servedOn: null, filedOn: "2023-12-01" })).toMatchObject({ last: "2023-12-31" });
});

test("suspensions whose dates run backwards are refused", () => {
  expect(paused({ type: "negotiations", from: "2023-06-02", to: "2023-06-01" })).toMatchObject({
    refused: true,
    reason: "contradiction",
  });
  expect(paused({ type: "payment_order", filedOn: "2023-06-02", servedOn: "2023-06-01" })).toMatchObject({
    refused: true,
  });
});

test("DE-LIM-05, -06: what the debtor does renews the period, a reminder or a late payment does not", () => {
  const renewed = (type: string, on: string) => lastDay(accrued({ interruptions: [{ type, on }] }));
  expect(renewed("acknowledgment", "2023-12-31")).toMatchObject({ last: "2026-12-31" });
  expect(renewed("interest_payment", "2022-02-28")).toMatchObject({ last: "2025-02-28" });
  expect(renewed("acknowledgment", "2024-01-01")).toMatchObject({ last: "2023-12-31" });
  expect(renewed("reminder", "2023-06-01")).toMatchObject({ last: "2023-12-31" });
  expect(renewed("part_payment", "2020-12-31")).toMatchObject({ last: "2023-12-31" });
});

test("DE-LIM-08: a consumer loan is suspended from default, ten years from its arising at most", () => {
  const loan: Facts = {
    ...accrued(),
    debt: { kind: "loan_bank", purpose: "consumer" },
    debtor: { kind: "natural_consumer" },
  };
  expect(lastDay(loan)).toMatchObject({ last: "2023-12-31" });
  expect(lastDay({ ...loan, verzugFrom: "2020-06-01" })).toMatchObject({ last: "2033-05-09" });
  expect(limitationOf({ jurisdiction: "DE", facts: loan, reading: "longest" })).toMatchObject({
    asks: ["verzugFrom"],
  });
});

test("a suspension never brings the last day forward, and more of it never less", () => {
  const day = fc.integer({ min: dayOf("2019-01-01"), max: dayOf("2026-12-31") });
  const kind = fc.constantFrom("negotiations", "agreed_deferral");
  const pause = fc.record({ type: kind, from: day, length: fc.nat(400) }).map(({ type, from, length }) => ({
    type,
    from: dateOf(from),
    to: dateOf(from + length),
  }));
  const last = (suspensions: Suspension[]) => {
    const found = lastDay(accrued({ suspensions }));
    if (found.refused) throw new Error(found.reason);
    return found.last;
  };
  fc.assert(
    fc.property(fc.array(pause, { maxLength: 3 }), pause, (pauses, more) => {
      expect(last([...pauses, more]) >= last(pauses)).toBe(true);
      expect(last(pauses) >= "2023-12-31").toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("DE-LIM-02: thirty years for a title, anew from an act of enforcement", () => {
  const titled = (limitation: Facts["limitation"], at: string) =>
    calculate("DE", ["limitation", "titled"], { limitation }, { at });
  expect(titled({ finalOn: "1996-03-01" }, "2026-03-01")).toMatchObject({
    last: "2026-03-01",
    barred: false,
  });
  expect(titled({ finalOn: "1996-03-01" }, "2026-03-02")).toMatchObject({ barred: true });
  const interruptions = [{ type: "enforcement_act", on: "2010-06-30" }];
  expect(titled({ finalOn: "1996-03-01", interruptions }, "2026-03-02")).toMatchObject({
    last: "2040-06-30",
  });
  expect(titled({}, "2026-03-02")).toMatchObject({ refused: true, requires: ["limitation.finalOn"] });
});
