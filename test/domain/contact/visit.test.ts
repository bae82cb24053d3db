import { expect, test } from "vitest";
import { saidsOf, scriptsOf } from "#app/domain/contact/scripts.ts";
import { mustSay, outlookOf } from "#app/domain/contact/spoken.ts";
import {
  decidePlan,
  decideStay,
  plannedEvent,
  refusedForGood,
  toldAction,
  visitAction,
  visitedAct,
} from "#app/domain/contact/visit.ts";
import { conductUnder } from "#app/domain/contact/visit-conduct.data.ts";
import type { VisitOutcome } from "#app/domain/contact/visit-forms.ts";
import { packIds } from "#app/domain/law/pack.ts";
import type { Court, JudgedAct } from "#app/domain/timeline/judge.ts";
import { aCourtIn, contactOn, type Place, places } from "#test/support/contact-law.ts";

const day = (on: number, time = "06:30:00") => new Date(`2026-04-${String(on).padStart(2, "0")}T${time}Z`);

/** The debtor was reminded long before. */
function court(place: Place = "CN"): Court {
  const before = aCourtIn(place, "2026-04-01T00:00:00Z");
  const [{ payload }] = before.events;
  const facts = { ...payload.facts, notices: { disputed: false, remindersOn: ["2026-02-10"] } };
  return { ...before, events: [{ ...before.events[0], payload: { facts } }] };
}
const visit = (at: Date, more: Partial<JudgedAct["action"]> = {}): JudgedAct => ({
  type: "visit",
  occurredAt: at,
  action: { ...visitAction({ place: "home", consent: true, atWork: false }), ...more },
  act: visitedAct(),
});
const beside = { elsewhere: [], zone: places.CN.zone };
const planned = (...days: number[]) => ({ ...beside, planned: days.map((on) => plannedEvent(day(on))) });

test("two visits planned within seven days never both fit, whichever is planned first, and the moment that is named does", () => {
  for (let on = 1; on <= 30; on += 1) {
    const decision = decidePlan(court(), visit(day(on)), planned(15));
    expect(decision.allowed, String(on)).toBe(Math.abs(on - 15) >= 7);
    if (decision.allowed) continue;
    const at = new Date(decision.earliest ?? "");
    expect(at.toISOString()).toBe("2026-04-22T00:00:00.000Z");
    expect(decidePlan(court(), visit(at), planned(15)).allowed).toBe(true);
  }
  expect(decidePlan(court(), visit(day(13)), planned(8, 20)).earliest).toBe("2026-04-27T00:00:00.000Z");
});

test("a visit about another debt of the same person counts, and letters and calls do not", () => {
  const made = { ...contactOn("2026-04-08T02:00:00Z", "visit"), channel: "in_person" as const };
  const posted = contactOn("2026-04-08T02:00:00Z", "letter");
  const act = visit(day(10));
  expect(decidePlan(court(), act, { ...beside, planned: [], elsewhere: [made] }).allowed).toBe(false);
  expect(decidePlan(court(), act, { ...beside, planned: [], elsewhere: [posted] }).allowed).toBe(true);
  const seen = outlookOf(court(), act, { ...beside, elsewhere: [made], channel: "in_person" });
  expect([seen.used, seen.left]).toEqual([1, 0]);
});

test("a stay is lawful from its first second to its last: at ten in the evening it is over", () => {
  const stay = (from: string, to: string) =>
    decideStay(court(), visit(day(10, from)), { ...beside, endedAt: day(10, to) }).allowed;
  expect(stay("00:00:00", "14:00:00")).toBe(true);
  expect(stay("13:59:59", "14:00:00")).toBe(true);
  expect(stay("13:59:59", "14:00:01")).toBe(false);
  expect(stay("14:00:00", "14:00:00")).toBe(false);
  expect(decideStay(court(), visit(day(9, "23:59:59")), { ...beside, endedAt: day(10) }).allowed).toBe(false);
});

test("a place of work needs the consent that a home needs, and a business debt is not asked for at a home", () => {
  const at = (given: Parameters<typeof visitAction>[0]) =>
    decidePlan(court(), visit(day(10), visitAction(given)), planned()).findings.map(
      ({ message }) => message.key,
    );
  expect(at({ place: "home", consent: true, atWork: true })).toEqual([]);
  expect(at({ place: "home", consent: false, atWork: true }).sort()).toEqual(["no_entry", "work_address"]);
  const business = court();
  const [{ payload }] = business.events;
  const facts = { ...payload.facts, debt: { ...payload.facts?.debt, purpose: "commercial" as const } };
  const commercial = { ...business, events: [{ ...business.events[0], payload: { facts } }] };
  const home = decidePlan(commercial, visit(day(10)), planned());
  expect(home.findings.map(({ message }) => message.key)).toContain("no_visit");
});

test("only mainland China lets anybody go, and not an agency for whom no bank stands", () => {
  const best = visit(day(10), visitAction({ place: "business_premises", consent: true, atWork: false }));
  const refused = (each: Court) => refusedForGood(each, best, beside)?.map(({ rule }) => rule) ?? null;
  expect(refused(court())).toBeNull();
  for (const place of ["US-NY", "GB-EW", "DE-BE"] as const)
    expect(refused(court(place)), place).not.toBeNull();
  const agency = { ...court(), actor: { ...court().actor, kind: "agency" as const } };
  expect(refused(agency)).toEqual(["CN-ESC-06"]);
});

test("what is owed at the door depends on who was met; another person who was told was contacted instead", () => {
  const said = saidsOf("CN", "in_person");
  const told = (outcome: VisitOutcome, done: Parameters<typeof toldAction>[0]["said"] = []) =>
    toldAction({ outcome, said: done }, said);
  expect(told("nobody_there")).toEqual({});
  expect(told("met")).toEqual({ items: { identifiesSender: false }, record: false, consentToEntry: false });
  for (const outcome of ["refused_to_talk", "asked_to_leave"] as const)
    expect(told(outcome, ["record"])).toEqual({ items: {}, record: true });
  expect(told("third_person")).toMatchObject({ disclosesDebt: true });
  expect(told("third_person", ["toldNobody"])).not.toHaveProperty("disclosesDebt");
  expect(mustSay(court(), visit(day(10)), said)).toEqual(said);
});

test("a law that lets somebody go has a script and says what must not be done with a source for each; what is said first gives nothing away", () => {
  for (const pack of packIds) {
    const scripts = scriptsOf(pack, "in_person");
    expect(scripts.length > 0, pack).toBe(pack === "CN");
    for (const { first, others } of scripts)
      expect([...first, ...others].join("\n")).not.toMatch(
        /\{(?:creditor|collector|caseCode)\}|debt\b|owe|overdue|payment|collect|欠|债|款|催收|付款/i,
      );
  }
  expect(conductUnder(court().pack)).toHaveLength(7);
  expect(conductUnder(court("DE-BE").pack)).toEqual([]);
});
