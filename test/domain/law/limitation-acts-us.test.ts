import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import type { LimitationFacts, Suspension } from "#app/domain/law/limitation-facts.ts";
import { after, lastDay, paused } from "./limitation-cases.ts";

const written: Facts = { debt: { limitationKind: "written", purpose: "commercial" } };
const asked = (place: string, limitation: LimitationFacts, rest: Facts = written) =>
  lastDay(place, limitation, rest);

test("US-LIM-02: what restarts the period in each state, before it has run or also after", () => {
  const payments = ["part_payment", "payment", "part_performance"];
  for (const type of payments) expect(after("US-CA", { type }, written), type).toBe("2027-03-02");
  for (const type of ["acknowledgment", "written_acknowledgment", "signed_collection_notice"]) {
    expect(after("US-CA", { type, signed: true }, written), type).toBe("2027-03-02");
    expect(after("US-CA", { type }, written), type).toBe("2025-05-03");
    expect(after("US-CA", { type, signed: true, written: false }, written), type).toBe("2025-05-03");
  }
  expect(after("US-CA", { type: "demand", signed: true }, written)).toBe("2025-05-03");
  expect(after("US-CA", { type: "payment" }, written, "2025-05-03")).toBe("2029-05-03");
  expect(after("US-CA", { type: "payment" }, written, "2025-05-04")).toBe("2025-05-03");
  expect(after("US-CA", { type: "acknowledgment", signed: true }, written, "2025-05-05")).toBe("2029-05-05");
  expect(after("US-CA", { type: "payment" }, written, "2021-05-02")).toBe("2025-05-03");
  expect(after("US-TX", { type: "payment" }, written)).toBe("2025-05-03");
  expect(after("US-TX", { type: "acknowledgment", signed: true }, written)).toBe("2027-03-02");
  for (const creditor of [{ kind: "debt_buyer" }, { assigned: true }] as const)
    expect(after("US-TX", { type: "acknowledgment", signed: true }, { ...written, creditor })).toBe(
      "2025-05-03",
    );
  expect(after("US-FL", { type: "payment" }, written)).toBe("2028-03-02");
  expect(after("US-FL", { type: "payment" }, { debt: { ...written.debt, limitationKind: "card" } })).toBe(
    "2025-05-03",
  );
  expect(after("US-NY", { type: "payment" }, written)).toBe("2029-03-02");
  expect(after("US-NY", { type: "payment" }, { debt: { purpose: "consumer", limitationKind: "card" } })).toBe(
    "2024-05-03",
  );
});

test("US-LIM-03: military service and the stay of a bankruptcy lengthen the period by their own days", () => {
  const tolled = (suspension: Suspension) => paused("US-CA", suspension, written);
  for (const type of ["military_service", "bankruptcy"])
    expect(tolled({ type, from: "2023-03-01", to: "2023-03-10" }), type).toMatchObject({
      raw: "2025-05-13",
      basis: [expect.any(String), "+10 days"],
    });
  expect(tolled({ type: "negotiations", from: "2023-03-01", to: "2023-03-10" })).toMatchObject({
    raw: "2025-05-03",
    basis: [expect.any(String)],
  });
  expect(tolled({ type: "bankruptcy", from: "2023-03-01" })).toMatchObject({ raw: "2025-05-03" });
  expect(tolled({ type: "bankruptcy", to: "2023-03-01" })).toMatchObject({ raw: "2025-05-03" });
  expect(tolled({ type: "bankruptcy", from: "2021-04-01", to: "2021-05-03" })).toMatchObject({
    raw: "2025-05-04",
  });
  expect(tolled({ type: "bankruptcy", from: "2021-04-01", to: "2021-05-02" })).toMatchObject({
    raw: "2025-05-03",
  });
  expect(tolled({ type: "bankruptcy", from: "2025-05-03", to: "2025-05-04" })).toMatchObject({
    raw: "2025-05-05",
  });
  expect(tolled({ type: "bankruptcy", from: "2025-05-04", to: "2025-05-04" })).toMatchObject({
    raw: "2025-05-03",
  });
});

test("US-LIM-01: the shortest among the laws of the forum, of the residence and of the contract", () => {
  const last = (limitation: LimitationFacts, state?: string) =>
    asked(
      "US-IL",
      { accruedOn: "2015-05-04", ...limitation },
      { ...written, debtor: { residence: { state } } },
    );
  expect(last({})).toMatchObject({ law: "US-IL", raw: "2025-05-04" });
  expect(last({}, "CA")).toMatchObject({ law: "US-CA", raw: "2019-05-04" });
  expect(last({}, "US-ca")).toMatchObject({ law: "US-CA" });
  expect(last({}, "us-ca")).toMatchObject({ law: "US-CA" });
  expect(last({ chosenLaw: "FL" })).toMatchObject({ law: "US-FL", raw: "2020-05-04" });
  expect(last({ chosenLaw: "FL" }, "CA")).toMatchObject({ law: "US-CA" });
  const refused = (reason: string, path: string) => ({
    refused: true,
    rule: "US-LIM-01",
    reason,
    requires: [path],
  });
  expect(last({}, "OH")).toEqual(refused("unsupported", "limitation.lastDay"));
  expect(asked("US", { accruedOn: "2015-05-04" })).toEqual(refused("fact_unknown", "debtor.residence.state"));
  expect(asked("US-IL", {})).toEqual(refused("fact_unknown", "limitation.accruedOn"));
  expect(asked("US-IL", { accruedOn: "2015-05-04" }, {})).toEqual(
    refused("fact_unknown", "debt.limitationKind"),
  );
});

test("the period runs from the first instalment, the default or the due date, by the kind of the debt", () => {
  expect(
    asked("US-IL", { instalmentsDue: ["2016-05-04", "2015-06-04"], accruedOn: "2015-05-04" }),
  ).toMatchObject({ accruedOn: "2015-06-04" });
  expect(asked("US-IL", { instalmentsDue: [], accruedOn: "2015-05-04" })).toMatchObject({
    accruedOn: "2015-05-04",
  });
  expect(asked("US-IL", {}, { debt: { ...written.debt, dueDate: "2015-05-04" } })).toMatchObject({
    accruedOn: "2015-05-04",
  });
  const at = { accruedOn: "2015-05-04" };
  expect(asked("US-IL", at, { debt: { kind: "goods" } })).toMatchObject({ raw: "2019-05-04" });
  expect(asked("US-IL", at, { debt: { kind: "goods", limitationKind: "oral" } })).toMatchObject({
    raw: "2020-05-04",
  });
  expect(asked("US-NY", at, { debt: {} })).toMatchObject({ raw: "2018-05-04" });
  expect(asked("US-NY", at, { debt: { limitationKind: "goods" } })).toMatchObject({ raw: "2019-05-04" });
  expect(asked("US-NY", at)).toMatchObject({ raw: "2021-05-04" });
  expect(asked("US-CA", { accruedOn: "2021-05-03" })).toMatchObject({
    raw: "2025-05-03",
    last: "2025-05-05",
  });
  expect(asked("US-IL", { accruedOn: "2015-05-03" })).toMatchObject({
    raw: "2025-05-03",
    last: "2025-05-03",
  });
});

test("US-LIM-03: days in two stays count once, and a stay or a payment within the lengthened period counts", () => {
  const stay = (type: "bankruptcy" | "military_service", from: string, to: string) => ({ type, from, to });
  const last = (limitation: LimitationFacts) =>
    asked("US-CA", { accruedOn: "2021-05-03", ...limitation }, written);
  const year = stay("bankruptcy", "2023-01-01", "2023-12-31");
  expect(last({ suspensions: [year] })).toMatchObject({ raw: "2026-05-03" });
  for (const other of [
    stay("military_service", "2023-01-01", "2023-12-31"),
    stay("military_service", "2023-03-01", "2023-04-01"),
    stay("military_service", "2022-12-31", "2023-12-31"),
  ])
    for (const suspensions of [
      [year, other],
      [other, year],
    ]) {
      const more = other.from < year.from ? 1 : 0;
      expect(last({ suspensions }), JSON.stringify(suspensions)).toMatchObject({
        raw: more ? "2026-05-04" : "2026-05-03",
      });
    }
  expect(last({ suspensions: [year, stay("bankruptcy", "2026-05-01", "2026-05-10")] })).toMatchObject({
    raw: "2026-05-13",
  });
  expect(last({ suspensions: [year, stay("bankruptcy", "2026-05-04", "2026-05-10")] })).toMatchObject({
    raw: "2026-05-03",
  });
  const paid = { type: "part_payment", on: "2025-09-01" } as const;
  expect(last({ suspensions: [year], interruptions: [paid] })).toMatchObject({ raw: "2029-09-01" });
  expect(last({ interruptions: [paid] })).toMatchObject({ raw: "2025-05-03" });
});
