import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { deCalendars, endOfPeriod, laender, landOf } from "#app/domain/law/calendar/de.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { calculate } from "./calculators.ts";

const deadline = (question: string, dates: Facts["dates"]) =>
  calculate("DE", ["deadline", question], { dates });

test("DE-CAL-04: a holiday of one Land moves its periods only, and where the Land is open it is asked for", () => {
  const last = (land: string | null) => deadline("statement-of-claim", { demandedOn: "2026-05-21", land });
  expect(last("NW")).toMatchObject({ last: "2026-06-05" });
  expect(last("BE")).toMatchObject({ last: "2026-06-04" });
  expect(last(null)).toMatchObject({ refused: true, requires: ["dates.land"] });
  expect(last("Atlantis")).toMatchObject({ refused: true, requires: ["dates.land"] });
  expect(deadline("statement-of-claim", { demandedOn: "2026-05-20" })).toMatchObject({ last: "2026-06-03" });
});

test("DE-CAL-04: a holiday of some municipalities lengthens the debtor's period and not the creditor's own", () => {
  const dates = { servedOn: "2025-08-01", demandedOn: "2025-08-01", land: "BY" };
  expect(deadline("appeal-enforcement-order", dates)).toMatchObject({ last: "2025-08-18" });
  expect(deadline("statement-of-claim", dates)).toMatchObject({ last: "2025-08-15" });
});

test("DE-ESC-13: two weeks to appeal, a month abroad", () => {
  expect(deadline("appeal-enforcement-order", { servedOn: "2026-01-30", land: "HH" })).toMatchObject({
    last: "2026-02-13",
  });
  expect(
    deadline("appeal-enforcement-order", { servedOn: "2026-01-30", land: "HH", abroad: true }),
  ).toMatchObject({ raw: "2026-02-28", last: "2026-03-02" });
});

test("X-10: a period that ends in a year without holidays on file is refused, a lapse beyond it is left open", () => {
  expect(deadline("payment-order-objection", { servedOn: "2026-12-20", land: "BE" })).toMatchObject({
    refused: true,
    rule: "X-10",
  });
  const found = deadline("payment-order-objection", { servedOn: "2026-08-03", land: "BE" });
  expect(found).toMatchObject({ last: "2026-08-17", requires: ["calendar.DE"] });
  expect(found).not.toHaveProperty("enforcementOrderUntil");
});

test("DE-ESC-20, -22: a bank pays out after a month; a report needs two reminders, and the notice not before the first", () => {
  expect(deadline("bank-payout", { servedOn: "2026-01-31" })).toMatchObject({ earliest: "2026-03-01" });
  const report = (remindersOn: string[], noticeOn?: string) =>
    deadline("bureau-report", { remindersOn, noticeOn });
  expect(report(["2026-01-05"])).toMatchObject({ refused: true });
  expect(report(["2026-01-05", "2026-03-01"])).toMatchObject({ earliest: "2026-03-01" });
  expect(report(["2026-01-05", "2026-01-20"], "2026-02-10")).toMatchObject({ earliest: "2026-02-10" });
  expect(report(["2026-01-05", "2026-01-20"], "2026-01-04")).toMatchObject({ refused: true });
});

test("a Land is read by its code or its name, and every calendar is on file", () => {
  expect(["BE", "de-be", " Berlin ", "Thüringen", "Bavaria"].map(landOf)).toEqual([
    "BE",
    "BE",
    "BE",
    "TH",
    "BY",
  ]);
  expect([landOf("XX"), landOf(""), landOf(null)]).toEqual([null, null, null]);
  for (const land of laender) {
    const end = endOfPeriod(publishedSeries, dayOf("2026-04-03"), { land, side: "debtor" });
    expect(end).toMatchObject({ last: dayOf("2026-04-07") });
  }
  expect(deCalendars(publishedSeries, "BY", "creditor")).toEqual(["DE", "DE-BY"]);
});
