import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { ask } from "./cases.ts";
import { type Asked, contactQuestions, heldOver } from "./oracle/questions.ts";
import { steps } from "./oracle/steps.ts";
import { patience, runs } from "./runs.ts";

const DAY_MS = 86_400_000;
/** Contact and procedure, of every pack this build carries. */
const questions: fc.Arbitrary<Asked> = fc.oneof(contactQuestions, steps);
const isProcedure = ({ at }: Asked) => at.length === 10;

const text = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");
/** The moment just before: a second for an instant, a day for a date. */
function justBefore(at: string): string {
  const ms = Date.parse(at);
  return at.length === 10 ? text(ms - DAY_MS).slice(0, 10) : text(ms - 1000);
}

vi.setConfig({ testTimeout: patience });

test("`earliest` is exact on both sides: refused just before, allowed at it", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { allowed, earliest } = ask(question);
      if (allowed || earliest === null) return;
      const before = justBefore(earliest);
      expect(ask({ ...question, at: earliest }).allowed).toBe(true);
      if (before >= question.at) expect(ask({ ...question, at: before }).allowed).toBe(false);
    }),
    runs(),
  );
});

test("nothing between the question and `earliest` is allowed", () => {
  fc.assert(
    fc.property(
      questions,
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (question, part) => {
        const { allowed, earliest } = ask(question);
        if (allowed || earliest === null) return;
        const [from, to] = [Date.parse(question.at), Date.parse(earliest)];
        const between = text(from + Math.floor((to - from) * part));
        const at = isProcedure(question) ? between.slice(0, 10) : between;
        expect(ask({ ...question, at }).allowed).toBe(false);
      },
    ),
    runs(),
  );
});

test("a decision without an `earliest` is not healed by time", () => {
  fc.assert(
    fc.property(questions, fc.integer({ min: 0, max: 29 }), (question, days) => {
      const { allowed, earliest } = ask(question);
      if (allowed || earliest !== null) return;
      const later = text(Date.parse(question.at) + days * DAY_MS);
      const at = isProcedure(question) ? later.slice(0, 10) : later;
      expect(ask({ ...question, at }).allowed).toBe(false);
    }),
    runs(),
  );
});

test("adding a hold never permits more, nor sooner", () => {
  fc.assert(
    fc.property(questions, heldOver, (question, more) => {
      const before = ask(question);
      const held = { ...question.facts, holds: [...(question.facts.holds ?? []), more(question.at)] };
      const after = ask({ ...question, facts: held });
      if (after.allowed) expect(before.allowed).toBe(true);
      if (after.earliest !== null && !before.allowed) {
        expect(before.earliest).not.toBeNull();
        expect(String(before.earliest) <= after.earliest).toBe(true);
      }
    }),
    runs(),
  );
});

test("the same question has the same answer, whatever was asked in between", () => {
  fc.assert(
    fc.property(questions, questions, (question, other) => {
      const first = ask(question);
      ask(other);
      expect(ask(question)).toEqual(first);
    }),
    runs(),
  );
});

const shuffled = <T>(values: readonly T[], seed: number): T[] =>
  fc.sample(fc.shuffledSubarray([...values], { minLength: values.length }), { numRuns: 1, seed })[0];

test("the order in which the record is read changes nothing", () => {
  fc.assert(
    fc.property(questions, fc.integer(), (question, seed) => {
      expect(ask({ ...question, history: shuffled(question.history, seed) })).toEqual(ask(question));
    }),
    runs(),
  );
});

test("the order of events of one instant changes nothing", () => {
  fc.assert(
    fc.property(questions, fc.integer(), fc.integer({ min: 1, max: 3 }), (question, seed, instants) => {
      const moments = question.history.slice(0, instants).map(({ startedAt }) => startedAt);
      const crowded = question.history.map(
        (event, at): HistoryEvent => ({ ...event, startedAt: moments[at % moments.length] }),
      );
      const asked = { ...question, history: crowded };
      expect(ask({ ...asked, history: shuffled(crowded, seed) })).toEqual(ask(asked));
    }),
    runs(),
  );
});
