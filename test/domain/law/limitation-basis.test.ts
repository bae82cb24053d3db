import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import type { Interruption, LimitationFacts } from "#app/domain/law/limitation-facts.ts";
import { calculate } from "./calculators.ts";
import { lastDay, paused } from "./limitation-cases.ts";

const written: Facts = { debt: { limitationKind: "written", purpose: "commercial" } };
const places = ["CN", "DE", "GB-EW", "US-CA"];
/** The reasons for the last day, upon a claim that accrued on 3 May 2021. */
const basis = (place: string, limitation: LimitationFacts) =>
  lastDay(place, { accruedOn: "2021-05-03", ...limitation }, written).basis?.join("; ");
const acted = (place: string, ...interruptions: Interruption[]) => basis(place, { interruptions });
const paidOn = (on: string) => ({ type: "payment", on });

test("every last day says whose law it is by, the mainland's two other periods and a German title's too", () => {
  for (const place of places)
    expect(lastDay(place, { accruedOn: "2021-05-03" }, written), place).toMatchObject({ law: place });
  const day = "2021-05-03";
  const periods = ["enforcement", "guarantee"].map((period) =>
    calculate("CN", ["limitation", period], { limitation: { finalOn: day, mainDebtDue: day } }),
  );
  periods.push(calculate("DE", ["limitation", "titled"], { limitation: { finalOn: day } }));
  expect(periods).toMatchObject([{ law: "CN" }, { law: "CN" }, { law: "DE" }]);
});

test("an act that restarts the period is named with its day, and acts of one day in the order they were recorded", () => {
  const named = { CN: "CC 195: ", DE: "BGB 212: ", "GB-EW": "LA 1980 ss.29-31: ", "US-CA": "" };
  const acts = ["payment", "part_payment"].map((type) => ({ type, on: "2023-03-02" }));
  for (const [place, law] of Object.entries(named)) {
    const told = acts.map(({ type }) => `; ${law}${type} 2023-03-02`);
    expect(acted(place, ...acts), place).toContain(told.join(""));
    expect(acted(place, ...acts.toReversed()), place).toContain(told.toReversed().join(""));
  }
});

test("an act on the day the period begins restarts it and is named; in Germany the period begins with the year's end", () => {
  for (const place of ["CN", "GB-EW", "US-CA"])
    expect(acted(place, paidOn("2021-05-03")), place).toContain("payment 2021-05-03");
  for (const day of ["2021-06-01", "2021-12-31"]) expect(acted("DE", paidOn(day)), day).toBe(basis("DE", {}));
  expect(lastDay("DE", { accruedOn: "2021-05-03", interruptions: [paidOn("2021-06-01")] })).toMatchObject({
    raw: "2024-12-31",
  });
});

test("what restarts nothing is no reason: an act before the claim arose, and one whose day is not to be read", () => {
  for (const place of places)
    expect(acted(place, paidOn("2021-05-02"), paidOn("soon")), place).toBe(basis(place, {}));
});

test("a payment in time gives up no defence", () => {
  expect(
    lastDay("CN", { accruedOn: "2021-05-03", interruptions: [paidOn("2023-03-02")] }),
  ).not.toHaveProperty("defenceWaived");
});

test("CC 192: an acknowledgment waives the defence without a signature too", () => {
  const interruptions = [{ type: "acknowledgment", on: "2024-05-06", signed: false }];
  expect(lastDay("CN", { accruedOn: "2021-05-03", interruptions })).toMatchObject({ defenceWaived: true });
});

test("CC 194: an obstacle never shortens the period, and one that lengthens nothing is no reason", () => {
  const until = (accruedOn: string, to: string) =>
    lastDay("CN", { accruedOn, suspensions: [{ type: "force_majeure", from: "2024-01-10", to }] });
  expect(until("2021-08-31", "2024-02-29")).toMatchObject({ raw: "2024-08-31" });
  expect(until("2021-08-10", "2024-02-10").basis?.join()).not.toContain("CC 194");
  expect(until("2021-08-10", "2024-02-11").basis).toContain("CC 194: force_majeure to 2024-02-11");
});

test("CC 194: one obstacle that lasts leaves the end open, whatever has ended besides; one of no known day does not", () => {
  const lasting = { type: "force_majeure", from: "2024-04-01" };
  const suspensions = [lasting, { ...lasting, to: "2024-04-20" }];
  expect(lastDay("CN", { accruedOn: "2021-05-03", suspensions })).toMatchObject({ rule: "CN-LIM-07" });
  expect(paused("CN", { type: "force_majeure" })).toMatchObject({ raw: "2024-05-03" });
});

test("BGB 204: a procedure of which only the end is known suspends nothing", () => {
  expect(paused("DE", { type: "suit", to: "2024-09-01" })).toMatchObject({ raw: "2024-12-31" });
});

test("BGB 497(3): the day of default is asked for of a consumer loan only, and only where it is not known", () => {
  const loan: Facts = { debt: { kind: "loan_bank", purpose: "consumer" }, creditor: { kind: "business" } };
  const longest = (facts: Facts) =>
    limitationOf({
      jurisdiction: "DE",
      facts: { ...facts, limitation: { accruedOn: "2021-05-03" } },
      reading: "longest",
    });
  expect(longest(loan)).toMatchObject({ asks: ["verzugFrom"] });
  expect(longest({ ...loan, verzugFrom: "2021-06-01" })).not.toHaveProperty("asks");
  expect(longest(written)).not.toHaveProperty("asks");
});

test("LA 1980 s.32: what was found out on the day of the claim or before postpones nothing, nor what is not known to be", () => {
  for (const suspension of [{ to: "2021-05-03" }, { to: "2020-01-04" }, { from: "2022-01-05" }])
    expect(paused("GB-EW", { type: "fraud", ...suspension })).toEqual(paused("GB-EW", {}));
});

test("GB-STATE-01: no period of England's is told of a debtor in Scotland", () => {
  const facts: Facts = {
    limitation: { accruedOn: "2021-05-03" },
    debtor: { residence: { state: "Scotland" } },
  };
  expect(limitationOf({ jurisdiction: "GB-EW", facts })).toEqual({
    refused: true,
    rule: "GB-STATE-01",
    reason: "gb_other_system",
    requires: ["debtor.residence.state"],
  });
});

test("US-LIM-02: acts restart a state's period in the order of their days, each only before it has run", () => {
  const acts = ["2024-01-01", "2027-06-01"].map(paidOn);
  for (const interruptions of [acts, acts.toReversed()])
    expect(lastDay("US-CA", { accruedOn: "2021-05-03", interruptions }, written)).toMatchObject({
      raw: "2031-06-01",
    });
});

test("US-LIM-03: a stay that was over before the claim arose takes no days away", () => {
  const before = { type: "bankruptcy", from: "2021-04-01", to: "2021-04-20" };
  expect(paused("US-CA", before, written)).toMatchObject({ raw: "2025-05-03" });
});

test("US-LIM-01: of two states whose periods end on one day the forum's is named, and one that asks for the kind is enough", () => {
  const texan = (debt: Facts["debt"]) =>
    lastDay("US-CA", { accruedOn: "2021-05-03" }, { debt, debtor: { residence: { state: "TX" } } });
  expect(texan(written.debt)).toMatchObject({ law: "US-CA" });
  expect(texan({})).toMatchObject({ refused: true, requires: ["debt.limitationKind"] });
});
