import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import { decide } from "#app/domain/law/decide.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { extend, historyOf } from "#app/domain/law/history.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { histories, holds, instants } from "./arbitraries.ts";
import { but, call, cnFacts, creditor, usFacts } from "./cases.ts";

const mayFacts: Facts[] = [
  usFacts,
  but(usFacts, {
    debtor: { residence: { city: "Brooklyn" }, otherZones: ["America/Los_Angeles", "America/Anchorage"] },
  }),
  but(usFacts, {
    case: { jurisdiction: "US-MA" },
    debtor: { residence: { state: "MA", tz: "America/New_York" } },
  }),
  but(usFacts, { debt: { purpose: "commercial" }, debtor: { kind: "company" } }),
  but(usFacts, { debt: { purpose: "unknown" } }),
  but(usFacts, { debtor: { preferredHours: { from: "18:30", to: "19:00" } } }),
  cnFacts,
  but(cnFacts, { creditor: { kind: "natural" } }),
];
const actions: ActionInput[] = [
  call,
  { type: "sms", direction: "out", debtId: "D1", number: "A", numberCheckedAt: "2026-03-01T00:00:00Z" },
  { type: "email", direction: "out", debtId: "D1", emailBasis: "consumer_used" },
];

const questions = fc.record({
  facts: fc.constantFrom(...mayFacts),
  action: fc.constantFrom(...actions),
  holds: fc.array(holds, { maxLength: 2 }),
  history: histories,
  at: instants,
});

function answer({
  facts,
  action,
  holds: held,
  history,
  at,
}: {
  facts: Facts;
  action: ActionInput;
  holds: Facts["holds"];
  history: HistoryEvent[];
  at: string;
}) {
  const place = typeof facts.case?.jurisdiction === "string" ? facts.case.jurisdiction : "US";
  const pack = packFor(place);
  if (!pack) throw new Error(place);
  return decide({
    pack,
    facts: { ...facts, holds: held },
    history: historyOf(history),
    action,
    actor: creditor,
    at,
  });
}

/** A decision looks back: nothing that is still to come belongs to its history. */
const upTo = (history: HistoryEvent[], at: string) => history.filter(({ startedAt }) => startedAt <= at);

test("`earliest` is exact on both sides: refused a second before, allowed at it", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const past = { ...question, history: upTo(question.history, question.at) };
      const { allowed, earliest } = answer(past);
      if (allowed || earliest === null) return;
      const before = new Date(Date.parse(earliest) - 1000).toISOString();
      expect(answer({ ...past, at: earliest }).allowed).toBe(true);
      if (before >= past.at) expect(answer({ ...past, at: before }).allowed).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test("nothing between the question and `earliest` is allowed", () => {
  fc.assert(
    fc.property(
      questions,
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (question, part) => {
        const past = { ...question, history: upTo(question.history, question.at) };
        const { allowed, earliest } = answer(past);
        if (allowed || earliest === null) return;
        const [from, to] = [Date.parse(past.at), Date.parse(earliest)];
        const between = new Date(from + Math.floor((to - from) * part)).toISOString();
        expect(answer({ ...past, at: between }).allowed).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test("adding a hold never permits more", () => {
  fc.assert(
    fc.property(questions, holds, (question, more) => {
      if (answer(question).allowed) return;
      expect(answer({ ...question, holds: [...(question.holds ?? []), more] }).allowed).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test("the same question has the same answer, whatever was asked in between", () => {
  fc.assert(
    fc.property(questions, questions, (question, other) => {
      const first = answer(question);
      answer(other);
      expect(answer(question)).toEqual(first);
    }),
    { numRuns: 200 },
  );
});

test("the order in which the record is read changes nothing", () => {
  fc.assert(
    fc.property(questions, fc.integer(), (question, seed) => {
      const shuffled = fc.sample(
        fc.shuffledSubarray(question.history, { minLength: question.history.length }),
        { numRuns: 1, seed },
      )[0];
      expect(answer({ ...question, history: shuffled })).toEqual(answer(question));
    }),
    { numRuns: 300 },
  );
});

test("a history carried forward is the history replayed, and the one before it is untouched", () => {
  fc.assert(
    fc.property(histories, (events) => {
      const started = historyOf(events.slice(0, 3));
      const before = JSON.stringify(
        [...started.lanes].map(([type, lane]) => [type, lane.items.slice(0, lane.length)]),
      );
      const carried = events.slice(3).reduce(extend, started);
      const replayed = historyOf(events);
      for (const [type, lane] of replayed.lanes) {
        const moments = (items: readonly { ms: number }[]) => items.map(({ ms }) => ms);
        const other = carried.lanes.get(type);
        expect(other && moments(other.items.slice(0, other.length))).toEqual(moments(lane.items));
      }
      expect(
        JSON.stringify([...started.lanes].map(([type, lane]) => [type, lane.items.slice(0, lane.length)])),
      ).toBe(before);
    }),
    { numRuns: 200 },
  );
});
