import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { type LimitationQuestion, limitationOf } from "#app/domain/law/limitation.ts";
import { calculate } from "./calculators.ts";
import { after, lastDay } from "./limitation-cases.ts";

const asked = (jurisdiction: string, facts: Facts, reading?: LimitationQuestion["reading"]) =>
  limitationOf({ jurisdiction, facts, reading });

test("a claim of which nothing is known has no last day: the day it arose is asked for", () => {
  const missing = [
    ["CN", "debt.dueDate"],
    ["DE", "limitation.accruedOn"],
    ["GB-EW", "limitation.accruedOn"],
    ["US-CA", "limitation.accruedOn"],
  ];
  for (const [place, path] of missing)
    expect(asked(place, {}), place).toMatchObject({ reason: "fact_unknown", requires: [path] });
});

test("a due date alone is enough for a guarantee's end", () => {
  expect(calculate("CN", ["limitation", "guarantee"], { debt: { dueDate: "2025-01-31" } })).toMatchObject({
    raw: "2025-07-31",
  });
});

test("an instalment whose day is not to be read is no instalment", () => {
  const instalmentsDue = ["soon"];
  const facts: Facts = { debt: { limitationKind: "written" } };
  for (const place of ["CN", "GB-EW", "US-CA"])
    expect(lastDay(place, { instalmentsDue, accruedOn: "2021-05-03" }, facts), place).toMatchObject({
      accruedOn: "2021-05-03",
    });
  expect(
    calculate("CN", ["limitation", "enforcement"], { limitation: { instalmentsDue, finalOn: "2023-02-01" } }),
  ).toMatchObject({ raw: "2025-02-01" });
});

test("US-LIM-02: of a debt that is not described the state's shortest period counts, and no payment restarts it in New York or Florida", () => {
  expect(after("US-NY", { type: "payment" }, {})).toBe("2024-05-03");
  const interruptions = [{ type: "payment", on: "2023-03-02" }];
  const facts: Facts = { limitation: { accruedOn: "2021-05-03", interruptions } };
  expect(asked("US-FL", facts, "shortest")).toMatchObject({ raw: "2025-05-03" });
  expect(asked("US-FL", facts)).toMatchObject({ requires: ["debt.limitationKind"] });
});
