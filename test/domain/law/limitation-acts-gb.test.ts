import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import type { LimitationFacts } from "#app/domain/law/limitation-facts.ts";
import { after, lastDay, paused } from "./limitation-cases.ts";

test("LA 1980 ss.29-30: a payment, or a signed acknowledgment in writing, restarts six years before they have run", () => {
  for (const type of ["part_payment", "payment", "part_performance"])
    expect(after("GB-EW", { type }), type).toBe("2029-03-02");
  for (const type of ["acknowledgment", "written_acknowledgment"]) {
    expect(after("GB-EW", { type, signed: true }), type).toBe("2029-03-02");
    expect(after("GB-EW", { type }), type).toBe("2027-05-03");
    expect(after("GB-EW", { type, signed: true, written: false }), type).toBe("2027-05-03");
  }
  expect(after("GB-EW", { type: "demand", signed: true })).toBe("2027-05-03");
  expect(after("GB-EW", { type: "payment" }, {}, "2021-05-02")).toBe("2027-05-03");
  expect(after("GB-EW", { type: "payment" }, {}, "2027-05-03")).toBe("2033-05-03");
  expect(after("GB-EW", { type: "payment" }, {}, "2027-05-04")).toBe("2027-05-03");
});

test("LA 1980: from when the years run, how many, and what postpones them", () => {
  const told = (limitation: LimitationFacts, rest: Facts = {}) => lastDay("GB-EW", limitation, rest);
  expect(told({ accruedOn: "2019-05-03" })).toMatchObject({
    raw: "2025-05-03",
    last: "2025-05-06",
    basis: ["LA 1980 s.5: 6 years"],
  });
  expect(told({ accruedOn: "2013-05-03", deed: true })).toMatchObject({
    raw: "2025-05-03",
    basis: ["LA 1980 s.8: 12 years"],
  });
  expect(told({ instalmentsDue: ["2020-05-01", "2020-04-01"] })).toMatchObject({
    raw: "2026-04-01",
    basis: ["LA 1980 s.5: the first instalment: 6 years"],
  });
  expect(told({ writtenDemandOn: "2020-04-01" })).toMatchObject({
    raw: "2026-04-01",
    basis: ["LA 1980 s.6: from the written demand: 6 years"],
  });
  expect(told({ accruedOn: "2019-04-01", defaultNoticeExpiredOn: "2020-04-01" })).toMatchObject({
    raw: "2026-04-01",
    basis: ["Doyle v PRA [2019] EWCA Civ 12: from the expiry of the default notice: 6 years"],
  });
  expect(told({}, { debt: { dueDate: "2020-04-01" } })).toMatchObject({ raw: "2026-04-01" });
  expect(told({})).toEqual({
    refused: true,
    rule: "GB-LIM-01",
    reason: "fact_unknown",
    requires: ["limitation.accruedOn"],
  });
  for (const type of ["fraud", "concealment", "mistake"])
    expect(paused("GB-EW", { type, to: "2022-01-04" })).toMatchObject({
      raw: "2028-01-04",
      basis: expect.arrayContaining([`LA 1980 s.32: ${type}`]),
    });
  for (const suspension of [
    { type: "talks", to: "2022-01-04" },
    { to: "2022-01-04" },
    { type: "fraud" },
    { type: "fraud", to: "2021-05-03" },
  ])
    expect(paused("GB-EW", suspension)).toMatchObject({ raw: "2027-05-03" });
  expect(paused("GB-EW", { type: "fraud", from: "2022-01-05", to: "2022-01-04" })).toEqual({
    refused: true,
    rule: "GB-LIM-04",
    reason: "contradiction",
    requires: ["limitation.suspensions[].to"],
  });
  expect(paused("GB-EW", { type: "fraud", from: "2022-01-04", to: "2022-01-04" })).toMatchObject({
    raw: "2028-01-04",
  });
  expect(told({ accruedOn: "2090-05-03" })).toMatchObject({
    raw: "2096-05-03",
    last: "2096-05-03",
    basis: ["LA 1980 s.5: 6 years", expect.stringMatching(/^calendar on file to 20\d\d-12-31$/)],
  });
});
