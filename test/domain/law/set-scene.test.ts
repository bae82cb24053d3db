import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { decide } from "#app/domain/law/decide.ts";
import { decideAcross } from "#app/domain/law/decide-across.ts";
import type { Facts, Hold } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { packFor } from "#app/domain/law/packs.ts";
import {
  atInstant,
  countryOf,
  type DecisionInput,
  livesIn,
  onDay,
  sceneOf,
} from "#app/domain/law/set-scene.ts";

const given = (place: string, facts: Facts = {}, over: Partial<DecisionInput> = {}): DecisionInput => ({
  pack: packFor(place)!,
  facts,
  history: historyOf([]),
  action: { type: "call" },
  actor: {},
  at: "2026-03-02T12:00:00Z",
  ...over,
});
const residence = (
  where: NonNullable<NonNullable<Facts["debtor"]>["residence"]>,
  rest: Facts["debtor"] = {},
): Facts => ({ debtor: { residence: where, ...rest } });
const ms = (moment: string) => Date.parse(moment);

test("a place is of its country, and who lives nowhere known lives where the case is", () => {
  expect(["GB-EW", " gb-sct ", "DE", "us-ny"].map(countryOf)).toEqual(["GB", "GB", "DE", "US"]);
  const uk = packFor("GB-EW")!;
  for (const country of ["GB-EW", "GB", "gb", "unknown", undefined])
    expect(livesIn(uk, residence({ country })), country).toBe(true);
  for (const country of ["DE", "US"]) expect(livesIn(uk, residence({ country })), country).toBe(false);
});

test("the states that count are those where the debtor lives and where the case lies, each once", () => {
  const states = (facts: Facts, place = "US") => sceneOf(given(place, facts)).states;
  expect(states({})).toEqual([]);
  expect(states({}, "US-NY")).toEqual(["NY"]);
  expect(states({ case: { jurisdiction: "US-NY" } })).toEqual(["NY"]);
  expect(states({ case: { jurisdiction: "unknown" } }, "US-NY")).toEqual(["NY"]);
  expect(states(residence({ state: "US-CA" }), "US-NY")).toEqual(["CA", "NY"]);
  expect(states(residence({ state: "NY" }), "US-NY")).toEqual(["NY"]);
  expect(states(residence({ state: "CA" }))).toEqual(["CA"]);
  expect(states(residence({ state: "CA", country: "CA" }), "US-NY")).toEqual(["NY"]);
  expect(states(residence({ land: "Berlin" }), "DE")).toEqual(["BE"]);
  expect(states(residence({ state: "unknown", land: "DE-BY" }), "DE")).toEqual(["BY"]);
  expect(states({ case: { jurisdiction: "DE-BY" } }, "US")).toEqual([]);
});

test("the zones are those where the debtor may be: the known, where it fits the place, and others that data point to", () => {
  const zones = (facts: Facts, place = "US-NY") => sceneOf(given(place, facts)).zones;
  expect(zones({})).toEqual(["America/New_York"]);
  expect(zones(residence({ tz: "America/New_York" }))).toEqual(["America/New_York"]);
  expect(zones(residence({ tz: "Europe/Berlin" }))).toEqual(["Europe/Berlin", "America/New_York"]);
  expect(zones(residence({ tz: "Europe/Atlantis" }))).toEqual(["America/New_York"]);
  expect(zones(residence({ tz: "unknown" }))).toEqual(["America/New_York"]);
  expect(zones(residence({ country: "FR", tz: "Europe/Paris" }))).toEqual(["Europe/Paris"]);
  expect(zones(residence({ country: "FR" }))).toEqual([]);
  expect(
    zones(residence({}, { otherZones: ["America/Chicago", "Nowhere/At_all", "America/New_York"] })),
  ).toEqual(["America/New_York", "America/Chicago"]);
  expect(zones(residence({}, { otherZones: "unknown" }))).toEqual(["America/New_York"]);
  expect(zones(residence({ tz: "America/Chicago" }), "US-TX")).toEqual(["America/Chicago"]);
  expect(zones({}, "US-TX").length).toBeGreaterThan(1);
  expect(zones(residence({ state: "CA" }))).toContain("America/Los_Angeles");
});

test("what days are told in: the first zone, else the pack's, else UTC", () => {
  expect(sceneOf(given("DE", residence({ country: "FR" }))).zone).toBe("Europe/Berlin");
  expect(sceneOf(given("US", residence({ country: "FR" }))).zone).toBe(packFor("US")!.zone ?? "UTC");
  expect(sceneOf(given("DE", residence({ tz: "Europe/Madrid", country: "DE" }))).zone).toBe("Europe/Madrid");
});

test("contact is at an instant, procedure on a day; a day is whole, and of several zones the earliest counts", () => {
  const at = (moment: Date | string, over: Partial<DecisionInput> = {}) =>
    sceneOf(given("DE", {}, { at: moment, ...over }));
  expect(at("2026-03-02T23:30:00Z")).toMatchObject({
    kind: "contact",
    from: ms("2026-03-02T23:30:00Z"),
    to: ms("2026-03-02T23:30:00Z"),
    day: dayOf("2026-03-03"),
  });
  expect(at(new Date("2026-03-02T12:00:00Z"))).toMatchObject({ day: dayOf("2026-03-02") });
  expect(at("2026-03-02", { action: { type: "file_suit" } })).toMatchObject({
    kind: "procedure",
    from: ms("2026-03-01T23:00:00Z"),
    to: ms("2026-03-02T22:59:59.999Z"),
    day: dayOf("2026-03-02"),
  });
  for (const wrong of ["soon", "2026-02-30", new Date(Number.NaN)])
    expect(() => at(wrong)).toThrow("not an instant or a civil date:");
  const both = sceneOf(given("US-NY", residence({ tz: "Europe/Berlin" }), { at: "2026-03-02T23:30:00Z" }));
  expect(both.day).toBe(dayOf("2026-03-02"));
  expect(atInstant(both, ms("2026-03-03T06:00:00Z")).day).toBe(dayOf("2026-03-03"));
  expect(onDay(both, dayOf("2026-03-05"))).toMatchObject({
    day: dayOf("2026-03-05"),
    from: ms("2026-03-04T23:00:00Z"),
  });
  expect(atInstant(both, 5)).toEqual({ ...both, from: 5, to: 5, day: dayOf("1969-12-31") });
});

test("pauses that the case tells of stand beside those on record, and words that threaten are steps", () => {
  const told: Hold = { type: "complaint", startedAt: "2026-03-01" };
  const history = historyOf([{ type: "dispute", startedAt: "2026-03-01T10:00:00Z" }]);
  expect(sceneOf(given("DE", { holds: [told] }, { history })).holds.map(({ type }) => type)).toEqual([
    "complaint",
    "dispute",
  ]);
  for (const holds of [[], null, undefined])
    expect(sceneOf(given("DE", { holds }, { history })).holds).toBe(history.holds);
  const action = { type: "letter", text: "We will sue you in court." } as const;
  expect(sceneOf(given("DE", {}, { action })).action).toMatchObject({ threatensSuit: true });
});

test("X-10, X-09: before the pack's first day, and for an act that it does not know, nothing is allowed but a record", () => {
  const pack = packFor("DE")!;
  const early = decide(given("DE", {}, { at: "1990-01-01", action: { type: "file_suit" } }));
  expect(early).toEqual({
    allowed: false,
    earliest: null,
    pack: { id: "DE", version: pack.version },
    findings: [
      {
        rule: "X-10",
        force: "POL",
        effect: "block",
        message: { key: "before_coverage", values: { date: pack.coverageStart, rule: "X-10" } },
        citation: `Rule pack DE ${pack.version}`,
        requires: [],
        unblockedBy: ["ask_counsel"],
        earliest: null,
      },
    ],
  });
  expect(decide(given("DE", {}, { at: "1990-01-01", action: { type: "complaint" as never } })).allowed).toBe(
    true,
  );
  expect(decide(given("DE", {}, { action: { type: "high_court_writ" } }))).toEqual({
    allowed: false,
    earliest: null,
    pack: { id: "DE", version: pack.version },
    findings: [
      {
        rule: "X-09",
        force: "POL",
        effect: "block",
        message: { key: "unsupported", values: { why: "law.action.high_court_writ", rule: "X-09" } },
        citation: `Rule pack DE ${pack.version}`,
        requires: [],
        unblockedBy: ["other_step"],
        earliest: null,
      },
    ],
  });
});

test("X-01: a debtor in a place without a pack is not contacted, and is told of by the place", () => {
  const across = (facts: Facts, type: DecisionInput["action"]["type"] = "call") =>
    decideAcross(given("DE", facts, { action: { type } }));
  const alone = (place: string) => ({
    rule: "X-01",
    force: "POL",
    effect: "block",
    message: { key: "unsupported", values: { why: place, rule: "X-01" } },
    citation: "No rule pack for the debtor's place",
    requires: [],
    unblockedBy: [],
    earliest: null,
  });
  for (const type of [
    "call",
    "letter",
    "validation_notice",
    "notice_of_intention",
    "statutory_demand",
    "send_template",
  ] as const) {
    const found = across(residence({ country: "FR" }), type);
    expect(found, type).toMatchObject({ allowed: false, earliest: null });
    expect(found.findings, type).toContainEqual(alone("FR"));
  }
  expect(across(residence({ country: "FR" }), "file_suit").findings).not.toContainEqual(alone("FR"));
  expect(across(residence({ country: "FR", state: "FR-75" })).findings).toContainEqual(alone("FR-75"));
  expect(across(residence({ country: "fr", land: "75" })).findings).toContainEqual(alone("FR-75"));
  expect(across(residence({ country: "GB-SCT" })).findings).toContainEqual(alone("GB-SCT"));
  const places = (where: NonNullable<NonNullable<Facts["debtor"]>["residence"]>) => {
    const asked: string[] = [];
    decideAcross(given("DE", residence(where)), (place) => {
      asked.push(place);
      return null;
    });
    return asked;
  };
  expect(places({ country: "GB" })).toEqual(["GB-EW"]);
  expect(places({ country: "us", state: "US-NY", land: "x" })).toEqual(["US-NY"]);
  expect(places({ country: "US" })).toEqual(["US"]);
});
