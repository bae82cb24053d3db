import fc from "fast-check";
import { expect, test } from "vitest";
import { encodedStates } from "#app/domain/law/packs/us/states.ts";
import type { Satisfaction } from "#app/domain/papers/content.ts";
import { satisfactionRows } from "#app/domain/papers/satisfaction.data.ts";
import { countedOf, satisfactionNotes, satisfiedBy } from "#app/domain/papers/satisfaction.ts";

const paid = (amount: number, over = 0) => ({ id: "p", on: "2026-01-02", amount, setOff: { over } });
const free = { principal: 100, interest: "none" as const };

test("what came beyond the debt counts for nothing, with an order of set-off and without", () => {
  const order = { order: ["principal"] } as never;
  expect(countedOf({ order, payments: [paid(70), paid(50, 20)] }, free)).toBe(100n);
  expect(countedOf({ order: null, payments: [paid(70), paid(50)] }, free)).toBe(100n);
  expect(countedOf({ order: null, payments: [paid(30)] }, free)).toBe(30n);
  expect(countedOf({ order: null, payments: [paid(130)] }, { ...free, interest: "statutory" })).toBe(130n);
});

test("without a party's word nothing is owed only when the payments leave nothing", () => {
  const asked = { closed: null, counted: 5n, before: 5n };
  expect(satisfiedBy({ ...asked, nothingLeft: true })).toBe("paid");
  expect(satisfiedBy({ ...asked, nothingLeft: false })).toBeNull();
});

test("a party's word holds exactly as long as what it was given on does, and a case closed before any letter gets none by a later payment", () => {
  const how = fc.constantFrom<Satisfaction>("paid", "settled");
  fc.assert(
    fc.property(
      how,
      fc.bigInt(0n, 50n),
      fc.bigInt(0n, 50n),
      fc.boolean(),
      (how, counted, before, nothingLeft) => {
        const closed = { how, now: false };
        const found = satisfiedBy({ nothingLeft, closed, counted, before });
        expect(found).toBe(nothingLeft || counted >= before ? how : null);
        expect(satisfiedBy({ nothingLeft: false, closed, counted, before: null })).toBeNull();
        expect(satisfiedBy({ nothingLeft, closed: { how, now: true }, counted, before: null })).toBe(how);
      },
    ),
  );
});

test("each law adds what it adds, in its place alone and with a judgment where it asks for one", () => {
  const ids = (jurisdiction: string, judgment: boolean) =>
    satisfactionNotes({ jurisdiction, judgment }).map(({ id }) => id);
  expect(ids("DE", false)).toEqual(["DE-SAT-01"]);
  expect(ids("DE-BE", true)).toEqual(["DE-SAT-01", "DE-SAT-02"]);
  expect(ids("US-NY", false)).toEqual(["US-NY-SAT-01"]);
  expect(ids("US-NY", true)).toEqual(["US-NY-SAT-01", "US-NY-SAT-02"]);
  expect(ids("US-TX", true)).toEqual([]);
  expect(ids("GB-EW", false)).toEqual([]);
  expect(ids("CN-440300", true)).toEqual(["CN-SAT-01"]);
});

test("every row has its source, a name of its own, and a place whose law is encoded", () => {
  expect(new Set(satisfactionRows.map(({ id }) => id)).size).toBe(satisfactionRows.length);
  for (const { id, place, citation, url } of satisfactionRows) {
    expect(citation, id).not.toBe("");
    expect(new URL(url).protocol, id).toBe("https:");
    const [country, state = ""] = place.split("-");
    if (country === "US") expect(encodedStates.has(state), id).toBe(true);
    else expect(["DE", "GB", "CN"], id).toContain(country);
  }
});
