import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import type { LimitationFacts, Suspension } from "#app/domain/law/limitation-facts.ts";
import { calculate } from "./calculators.ts";
import { after, lastDay, type Told } from "./limitation-cases.ts";

const suspended = (suspensions: Suspension[], rest: Facts = {}) =>
  lastDay("DE", { accruedOn: "2021-05-03", suspensions }, rest);

test("BGB 195, 199: three years from the end of the year of knowledge, ten from the claim at most", () => {
  expect(lastDay("DE", { accruedOn: "2021-05-03" })).toMatchObject({
    raw: "2024-12-31",
    last: "2024-12-31",
    basis: ["BGB 195, 199(1): 3 years from the end of the year"],
  });
  expect(lastDay("DE", {}, { debt: { dueDate: "2021-05-03" } })).toMatchObject({ raw: "2024-12-31" });
  expect(lastDay("DE", { accruedOn: "2021-05-03", knownOn: "2022-01-01" })).toMatchObject({
    raw: "2025-12-31",
  });
  expect(lastDay("DE", { accruedOn: "2021-05-03", knownOn: "2020-01-01" })).toMatchObject({
    raw: "2024-12-31",
  });
  expect(lastDay("DE", { accruedOn: "2014-05-03", knownOn: "2021-05-03" })).toMatchObject({
    raw: "2024-05-03",
    basis: ["BGB 199(4): 10 years"],
  });
  expect(lastDay("DE", { accruedOn: "2014-12-31", knownOn: "2021-05-03" })).toMatchObject({
    raw: "2024-12-31",
    basis: ["BGB 195, 199(1): 3 years from the end of the year"],
  });
  expect(lastDay("DE", {})).toEqual({
    refused: true,
    rule: "DE-LIM-01",
    reason: "fact_unknown",
    requires: ["limitation.accruedOn"],
  });
});

test("BGB 212: what renews the period, from the day after it began to its last", () => {
  for (const type of [
    "acknowledgment",
    "written_acknowledgment",
    "part_payment",
    "part_performance",
    "payment",
    "interest_payment",
    "security",
    "enforcement_act",
    "enforcement_application",
  ])
    expect(after("DE", { type }), type).toBe("2026-03-02");
  expect(after("DE", { type: "reminder" })).toBe("2024-12-31");
  expect(after("DE", { type: "payment" }, {}, "2021-12-31")).toBe("2024-12-31");
  expect(after("DE", { type: "payment" }, {}, "2022-01-01")).toBe("2025-01-01");
  expect(after("DE", { type: "payment" }, {}, "2024-12-31")).toBe("2027-12-31");
  expect(after("DE", { type: "payment" }, {}, "2025-01-01")).toBe("2024-12-31");
});

test("BGB 203-206: what suspends the period, by how much, and why", () => {
  const days = { from: "2023-03-01", to: "2023-03-10" };
  const basis = (why: string) => ["BGB 195, 199(1): 3 years from the end of the year", why];
  for (const type of ["negotiations", "settlement_talks"])
    expect(suspended([{ type, ...days }]), type).toMatchObject({
      raw: "2025-01-10",
      basis: basis("BGB 203: negotiations"),
    });
  expect(suspended([{ type: "negotiations", from: "2024-12-01", to: "2024-12-20" }])).toMatchObject({
    raw: "2025-03-20",
  });
  for (const type of ["agreed_deferral", "payment_plan"])
    expect(suspended([{ type, ...days }]), type).toMatchObject({
      raw: "2025-01-10",
      basis: basis("BGB 205: agreed deferral"),
    });
  expect(suspended([{ type: "force_majeure", ...days }])).toMatchObject({
    raw: "2024-12-31",
    basis: basis("").slice(0, 1),
  });
  expect(suspended([{ type: "force_majeure", from: "2024-06-01", to: "2024-07-10" }])).toMatchObject({
    raw: "2025-01-10",
    basis: basis("BGB 206: force majeure"),
  });
  expect(suspended([{ type: "storm", ...days }])).toMatchObject({ raw: "2024-12-31" });
  expect(suspended([{ ...days }])).toMatchObject({ raw: "2024-12-31" });
  expect(suspended([{ type: "negotiations", to: "2023-03-10" }])).toMatchObject({ raw: "2024-12-31" });
  expect(suspended([{ type: "negotiations", from: "2023-03-01" }])).toMatchObject({ raw: "2025-01-01" });
  expect(suspended([{ type: "agreed_deferral", from: "2025-01-01", to: "2025-02-01" }])).toMatchObject({
    raw: "2024-12-31",
  });
  expect(suspended([{ type: "agreed_deferral", from: "2024-12-31", to: "2025-01-01" }])).toMatchObject({
    raw: "2025-01-02",
  });
  expect(suspended([{ type: "agreed_deferral", from: "2021-12-01", to: "2022-01-10" }])).toMatchObject({
    raw: "2025-01-10",
  });
  const overlapping = [
    { type: "agreed_deferral", from: "2023-03-05", to: "2023-03-12" },
    { type: "negotiations", ...days },
  ];
  for (const both of [overlapping, overlapping.toReversed()])
    expect(suspended(both)).toMatchObject({ raw: "2025-01-12" });
});

test("BGB 204: a procedure counts from its service, or its filing where it was served promptly, to six months after its last step", () => {
  for (const type of ["payment_order", "suit", "arbitration", "insolvency_filing"])
    expect(suspended([{ type, servedOn: "2024-07-01", filedOn: "2024-06-01" }]), type).toMatchObject({
      raw: "2025-07-04",
      basis: [expect.any(String), `BGB 204: ${type}`],
    });
  const order = { type: "payment_order", servedOn: "2024-07-01", filedOn: "2024-06-01" };
  expect(suspended([{ ...order, servedPromptly: true }])).toMatchObject({ raw: "2025-08-03" });
  expect(suspended([{ ...order, filedOn: undefined, servedPromptly: true }])).toMatchObject({
    raw: "2025-07-04",
  });
  expect(suspended([{ ...order, lastStepOn: "2024-08-01" }])).toMatchObject({ raw: "2025-08-04" });
  expect(suspended([{ ...order, lastStepOn: "2024-08-01", to: "2024-09-01" }])).toMatchObject({
    raw: "2025-09-01",
  });
  expect(suspended([{ type: "suit", from: "2024-07-01" }])).toMatchObject({ raw: "2025-07-04" });
  expect(suspended([{ type: "suit", filedOn: "2024-06-01" }])).toMatchObject({ raw: "2024-12-31" });
});

test("a suspension whose dates run backwards is refused", () => {
  const refused = {
    refused: true,
    rule: "DE-LIM-03",
    reason: "contradiction",
    requires: ["limitation.suspensions"],
  };
  for (const reversed of [
    { from: "2023-03-02", to: "2023-03-01" },
    { filedOn: "2023-03-02", servedOn: "2023-03-01" },
    { servedOn: "2023-03-02", lastStepOn: "2023-03-01" },
  ]) {
    expect(suspended([{ type: "suit", ...reversed }])).toEqual(refused);
    expect(
      calculate("DE", ["limitation", "titled"], {
        limitation: { finalOn: "2020-01-10", suspensions: [reversed] },
      }),
    ).toEqual(refused);
  }
  expect(
    suspended([{ type: "suit", servedOn: "2023-03-02", filedOn: "2023-03-02", lastStepOn: "2023-03-02" }]),
  ).not.toHaveProperty("refused");
});

test("BGB 497(3): a consumer loan is suspended from default, ten years at most", () => {
  const loan: Facts = {
    debt: { kind: "loan_bank", purpose: "consumer" },
    creditor: { kind: "business" },
    verzugFrom: "2021-06-01",
  };
  expect(lastDay("DE", { accruedOn: "2021-05-03" }, loan)).toMatchObject({
    raw: "2034-05-03",
    basis: [expect.any(String), "BGB 497(3): consumer loan"],
  });
  expect(lastDay("DE", { accruedOn: "2021-05-03" }, { ...loan, verzugFrom: "2022-06-01" })).toMatchObject({
    raw: "2033-12-03",
  });
  expect(lastDay("DE", { accruedOn: "2021-05-03" }, { ...loan, debt: { kind: "goods" } })).toMatchObject({
    raw: "2024-12-31",
  });
});

test("BGB 197: thirty years from a title, anew by what renews it", () => {
  const titled = (limitation: LimitationFacts) =>
    calculate("DE", ["limitation", "titled"], { limitation }) as Told;
  expect(titled({ finalOn: "2020-01-10" })).toMatchObject({
    raw: "2050-01-10",
    last: "2050-01-10",
    basis: ["BGB 197(1), 201: 30 years"],
  });
  expect(
    titled({ finalOn: "2020-01-10", interruptions: [{ type: "payment", on: "2024-01-10" }] }),
  ).toMatchObject({ raw: "2054-01-10" });
  expect(titled({})).toEqual({
    refused: true,
    rule: "DE-LIM-02",
    reason: "fact_unknown",
    requires: ["limitation.finalOn"],
  });
});
