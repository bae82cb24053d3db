import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import type { Interruption, LimitationFacts } from "#app/domain/law/limitation-facts.ts";
import { calculate } from "./calculators.ts";
import { after, lastDay, paused, type Told } from "./limitation-cases.ts";

test("CC 195: what restarts the three years, and what does not", () => {
  const restarts: Omit<Interruption, "on">[] = [
    ...["demand", "reminder", "assignment_notice"].map((type) => ({ type, delivered: true })),
    { type: "signed_collection_notice" },
    { type: "signed_collection_notice", signed: true },
    ...[
      "acknowledgment",
      "written_acknowledgment",
      "part_payment",
      "part_performance",
      "payment",
      "security",
    ].map((type) => ({ type })),
    ...["instalment_promise", "repayment_plan", "request_for_time", "agreed_deferral"].map((type) => ({
      type,
    })),
    ...[
      "suit",
      "arbitration",
      "payment_order",
      "bankruptcy_filing",
      "preservation",
      "enforcement_application",
    ].map((type) => ({ type })),
    ...["set_off", "mediation_request", "police_report"].map((type) => ({ type })),
  ];
  for (const act of restarts) expect(after("CN", act), act.type).toBe("2026-03-02");
  for (const act of [
    { type: "demand" },
    { type: "demand", delivered: false },
    { type: "signed_collection_notice", signed: false },
    { type: "call" },
  ])
    expect(after("CN", act), JSON.stringify(act)).toBe("2024-05-03");
  expect(after("CN", { type: "payment" }, {}, "2021-05-02")).toBe("2024-05-03");
  expect(after("CN", { type: "payment" }, {}, "2021-05-03")).toBe("2024-05-03");
  expect(after("CN", { type: "payment" }, {}, "2024-05-03")).toBe("2027-05-03");
  expect(after("CN", { type: "payment" }, {}, "soon")).toBe("2024-05-03");
});

test("CC 192: after the period only what shows the will to pay waives the defence", () => {
  const late = (act: Omit<Interruption, "on">) =>
    lastDay("CN", { accruedOn: "2021-05-03", interruptions: [{ ...act, on: "2024-05-06" }] });
  for (const type of [
    "signed_collection_notice",
    "acknowledgment",
    "written_acknowledgment",
    "repayment_plan",
    "instalment_promise",
    "new_agreement",
  ])
    expect(late({ type }), type).toMatchObject({
      raw: "2027-05-06",
      defenceWaived: true,
      basis: ["CC 188: 3 years", `CC 192: ${type} 2024-05-06`, expect.any(String)],
    });
  for (const act of [
    { type: "payment" },
    { type: "suit" },
    { type: "signed_collection_notice", signed: false },
  ]) {
    expect(late(act), act.type).toMatchObject({ raw: "2024-05-03" });
    expect(late(act)).not.toHaveProperty("defenceWaived");
  }
});

test("acts restart the period one after the other, in whatever order they are told", () => {
  const acts = ["2023-03-02", "2025-09-01", "2028-06-01"].map((on) => ({ type: "payment", on }));
  const told = lastDay("CN", { accruedOn: "2021-05-03", interruptions: acts });
  expect(told).toMatchObject({ raw: "2031-06-01" });
  expect(told.basis?.slice(0, 4)).toEqual([
    "CC 188: 3 years",
    ...acts.map(({ on }) => `CC 195: payment ${on}`),
  ]);
  for (const interruptions of [acts.toReversed(), [acts[1], acts[2], acts[0]]])
    expect(lastDay("CN", { accruedOn: "2021-05-03", interruptions })).toEqual(told);
  for (const [place, last] of [
    ["GB-EW", "2034-06-01"],
    ["US-CA", "2032-06-01"],
    ["DE", "2031-06-01"],
  ]) {
    const facts: Facts = { debt: { limitationKind: "written", purpose: "commercial" } };
    for (const interruptions of [acts, acts.toReversed(), [acts[1], acts[2], acts[0]]])
      expect(
        lastDay(
          place,
          {
            accruedOn: "2024-12-01",
            knownOn: "2021-05-03",
            interruptions: interruptions.filter(({ on }) => on > "2024-12-01"),
          },
          facts,
        ).raw,
        place,
      ).toBe(last);
  }
});

test("CC 194: an obstacle in the last six months lengthens the period to six months after it", () => {
  expect(paused("CN", { type: "force_majeure", from: "2024-04-01", to: "2024-04-20" })).toMatchObject({
    raw: "2024-10-20",
  });
  expect(paused("CN", { from: "2024-04-01", to: "2024-04-20" }).basis).toContain(
    "CC 194: obstacle to 2024-04-20",
  );
  expect(paused("CN", { type: "force_majeure", from: "2023-04-01", to: "2023-11-03" })).toMatchObject({
    raw: "2024-05-03",
  });
  expect(paused("CN", { type: "force_majeure", from: "2023-04-01", to: "2023-11-04" })).toMatchObject({
    raw: "2024-05-04",
  });
  expect(paused("CN", { type: "force_majeure", from: "2024-05-03", to: "2024-05-20" })).toMatchObject({
    raw: "2024-11-20",
  });
  expect(paused("CN", { type: "force_majeure", from: "2024-05-04", to: "2024-05-20" })).toMatchObject({
    raw: "2024-05-03",
  });
  for (const type of ["negotiations", "payment_order", "agreed_deferral", "military_service"]) {
    expect(paused("CN", { type, from: "2024-04-01", to: "2024-04-20" }), type).toMatchObject({
      raw: "2024-05-03",
    });
    expect(paused("CN", { type, from: "2024-04-01" }), type).toMatchObject({ raw: "2024-05-03" });
  }
  const open = {
    refused: true,
    rule: "CN-LIM-07",
    reason: "fact_unknown",
    requires: ["limitation.suspensions[].to"],
  };
  expect(paused("CN", { type: "force_majeure", from: "2024-04-01" })).toEqual(open);
  expect(paused("CN", { from: "2024-04-01" })).toEqual(open);
  expect(paused("CN", { type: "force_majeure", to: "2024-04-20" })).toMatchObject({ raw: "2024-05-03" });
});

test("CC 188: the three years run from the last instalment, the due date, or the grace after a demand, and twenty are the most", () => {
  const due = (limitation: LimitationFacts, rest: Facts = {}) => lastDay("CN", limitation, rest).raw;
  expect(due({ instalmentsDue: ["2021-06-01", "2021-08-02", "2021-07-01"], accruedOn: "2021-01-04" })).toBe(
    "2024-08-02",
  );
  expect(due({ instalmentsDue: [], accruedOn: "2021-01-04", knownOn: "2021-02-01" })).toBe("2024-01-04");
  expect(due({ knownOn: "2021-02-01" }, { debt: { dueDate: "2021-03-01" } })).toBe("2024-02-01");
  expect(due({}, { debt: { dueDate: "2021-03-01" }, notices: { demandDeliveredOn: "2021-04-01" } })).toBe(
    "2024-03-01",
  );
  expect(due({ writtenDemandOn: "2021-03-01" }, { notices: { demandDeliveredOn: "2021-04-01" } })).toBe(
    "2024-03-16",
  );
  expect(due({}, { notices: { demandDeliveredOn: "2021-04-01" } })).toBe("2024-04-16");
  expect(lastDay("CN", { accruedOn: "2021-05-03", damageOn: "2003-01-10" })).toMatchObject({
    raw: "2023-01-10",
    basis: expect.arrayContaining(["CC 188: 20 years"]),
  });
  expect(lastDay("CN", { accruedOn: "2021-05-03", damageOn: "2021-05-03" })).toMatchObject({
    raw: "2024-05-03",
  });
  expect(lastDay("CN", { accruedOn: "2021-05-03", damageOn: "2021-05-04" })).toEqual({
    refused: true,
    rule: "CN-LIM-01",
    reason: "contradiction",
    requires: ["limitation.damageOn"],
  });
  expect(lastDay("CN", {})).toEqual({
    refused: true,
    rule: "CN-LIM-01",
    reason: "fact_unknown",
    requires: ["debt.dueDate"],
  });
  expect(lastDay("CN", { accruedOn: "2096-05-03" })).toMatchObject({
    raw: "2099-05-03",
    last: "2099-05-03",
    basis: ["CC 188: 3 years", expect.stringMatching(/^calendar announced to 20\d\d-12-31$/)],
  });
});

test("CPL 250: two years to enforce, from the last instalment, the stated period or the day it took effect", () => {
  const enforce = (limitation: LimitationFacts) =>
    calculate("CN", ["limitation", "enforcement"], { limitation }) as Told;
  expect(enforce({ instalmentsDue: ["2023-06-01", "2023-08-02"], periodEnds: "2023-01-04" })).toMatchObject({
    raw: "2025-08-02",
    basis: ["CPL 250: 2 years"],
  });
  expect(enforce({ periodEnds: "2023-01-04", finalOn: "2023-02-01" })).toMatchObject({ raw: "2025-01-04" });
  expect(enforce({ finalOn: "2023-02-01" })).toMatchObject({ raw: "2025-02-01" });
  const asks = (path: string) => ({
    refused: true,
    rule: "CN-ESC-20",
    reason: "fact_unknown",
    requires: [path],
  });
  expect(enforce({})).toEqual(asks("limitation.periodEnds"));
  expect(enforce({ finalOn: "2023-02-01", suspensions: [{ from: "2024-01-01" }] })).toEqual(
    asks("limitation.suspensions[].to"),
  );
  const late = { type: "acknowledgment", on: "2025-03-01" };
  expect(enforce({ finalOn: "2023-02-01", interruptions: [late] })).toMatchObject({ raw: "2025-02-01" });
  expect(enforce({ finalOn: "2023-02-01", interruptions: [{ ...late, on: "2024-03-01" }] })).toMatchObject({
    raw: "2026-03-01",
  });
});

test("CC 692: a guarantee runs as agreed beyond the main debt's day, else six months, and never longer", () => {
  const guarantee = (limitation: LimitationFacts, rest: Facts = {}) =>
    calculate("CN", ["limitation", "guarantee"], { ...rest, limitation }) as Told;
  expect(guarantee({ mainDebtDue: "2025-01-31", periodEnds: "2025-02-01" })).toMatchObject({
    raw: "2025-02-01",
    basis: ["CC 692: as agreed"],
  });
  expect(guarantee({ mainDebtDue: "2025-01-31", periodEnds: "2025-01-31" })).toMatchObject({
    raw: "2025-07-31",
    last: "2025-07-31",
    basis: ["CC 692: 6 months"],
  });
  expect(guarantee({}, { debt: { dueDate: "2025-01-31" } })).toMatchObject({ raw: "2025-07-31" });
  expect(guarantee({ writtenDemandOn: "2025-01-16" })).toMatchObject({ raw: "2025-07-31" });
  expect(guarantee({}, { notices: { demandDeliveredOn: "2025-01-16" } })).toMatchObject({
    raw: "2025-07-31",
  });
  const asks = (path: string) => ({
    refused: true,
    rule: "CN-LIM-10",
    reason: "fact_unknown",
    requires: [path],
  });
  expect(guarantee({})).toEqual(asks("limitation.mainDebtDue"));
  expect(guarantee({ mainDebtDue: "2025-01-31", periodEnds: "unknown" })).toEqual(
    asks("limitation.periodEnds"),
  );
});
