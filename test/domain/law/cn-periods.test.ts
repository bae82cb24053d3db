import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { calculate } from "./calculators.ts";

test("CN-ESC-20: two years to apply for enforcement, from the last instalment, interrupted as limitation is", () => {
  const last = (limitation: Facts["limitation"], at = "2026-06-01") =>
    calculate("CN", ["limitation", "enforcement"], { limitation }, { at });
  expect(last({ periodEnds: "2024-03-10" }, "2026-03-10")).toMatchObject({
    last: "2026-03-10",
    barred: false,
  });
  expect(last({ periodEnds: "2024-03-10" }, "2026-03-11")).toMatchObject({ barred: true });
  expect(last({ periodEnds: "2024-02-16" })).toMatchObject({ raw: "2026-02-16", last: "2026-02-24" });
  expect(last({ instalmentsDue: ["2023-01-10", "2024-03-10"] })).toMatchObject({ last: "2026-03-10" });
  expect(last({ finalOn: "2024-03-10" })).toMatchObject({ last: "2026-03-10" });
  const paid = { type: "part_performance", on: "2025-03-10" };
  expect(last({ periodEnds: "2024-03-10", interruptions: [paid] })).toMatchObject({ raw: "2027-03-10" });
  const late = { type: "acknowledgment", on: "2026-03-11" };
  expect(last({ periodEnds: "2024-03-10", interruptions: [late] })).toMatchObject({ last: "2026-03-10" });
  expect(last({})).toMatchObject({ refused: true, requires: ["limitation.periodEnds"] });
});

test("CN-LIM-10: six months for a guarantee, an agreed end before the main debt's counts as none, and nothing lengthens it", () => {
  const last = (limitation: Facts["limitation"]) =>
    calculate("CN", ["limitation", "guarantee"], { limitation });
  expect(last({ mainDebtDue: "2025-08-31" })).toMatchObject({ last: "2026-02-28" });
  expect(last({ mainDebtDue: "2025-08-31", periodEnds: "2025-08-31" })).toMatchObject({ last: "2026-02-28" });
  expect(last({ mainDebtDue: "2025-08-31", periodEnds: "2025-09-01" })).toMatchObject({ last: "2025-09-01" });
  const acts = [{ type: "demand", on: "2025-12-01", delivered: true }];
  expect(last({ mainDebtDue: "2025-08-31", interruptions: acts })).toMatchObject({ last: "2026-02-28" });
  expect(last({ writtenDemandOn: "2025-08-16" })).toMatchObject({ last: "2026-02-28" });
  expect(last({})).toMatchObject({ refused: true, requires: ["limitation.mainDebtDue"] });
  for (const periodEnds of ["unknown", null] as const)
    expect(last({ mainDebtDue: "2025-08-31", periodEnds })).toMatchObject({
      refused: true,
      requires: ["limitation.periodEnds"],
    });
});

test("CN-LIM-07: an obstacle counts in the last six months only, and one that still lasts leaves the end open", () => {
  const last = (from: string, to: string | null) =>
    calculate("CN", ["limitation", "last-day-to-sue"], {
      limitation: { accruedOn: "2022-06-15", suspensions: [{ type: "force_majeure", from, to }] },
    });
  expect(last("2024-10-01", "2024-12-14")).toMatchObject({ raw: "2025-06-15" });
  expect(last("2024-12-01", "2024-12-16")).toMatchObject({ raw: "2025-06-16" });
  expect(last("2025-06-16", "2025-08-01")).toMatchObject({ raw: "2025-06-15" });
  expect(last("2025-06-15", "2025-08-01")).toMatchObject({ raw: "2026-02-01" });
  expect(last("2025-06-01", null)).toMatchObject({ refused: true, rule: "CN-LIM-07" });
});

test("CN-TV-10 and -11: procedural periods roll over the holidays, and tell when a payment order can be enforced", () => {
  const ask = (question: string, dates: Facts["dates"]) => calculate("CN", ["deadline", question], { dates });
  expect(ask("payment-order-objection", { receivedOn: "2026-02-06" })).toEqual({
    raw: "2026-02-21",
    last: "2026-02-24",
    enforcementFrom: "2026-02-25",
  });
  expect(ask("appeal-judgment", { servedOn: "2025-09-23" })).toMatchObject({ last: "2025-10-09" });
  expect(ask("appeal-ruling", { servedOn: "2025-09-23" })).toMatchObject({
    raw: "2025-10-03",
    last: "2025-10-09",
  });
  expect(ask("judicial-confirmation", { effectiveOn: "2026-01-20" })).toMatchObject({ last: "2026-02-24" });
  expect(ask("prepay-fee", { noticeOn: "2026-03-02" })).toMatchObject({ last: "2026-03-09" });
  expect(ask("refuse-conversion-to-suit", { receivedOn: "2026-03-02" })).toMatchObject({
    last: "2026-03-09",
  });
  expect(ask("sue-after-preservation", { preservedOn: "2026-03-02" })).toMatchObject({ last: "2026-04-01" });
  expect(ask("appeal-judgment", { servedOn: "2026-12-20" })).toMatchObject({
    refused: true,
    rule: "X-10",
    requires: ["calendar.CN"],
  });
  expect(ask("appeal-judgment", { servedOn: "2026-03-02", abroad: true })).toMatchObject({ refused: true });
  expect(ask("appeal-judgment", {})).toMatchObject({ refused: true, requires: ["dates.servedOn"] });
});
