import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import { decide } from "#app/domain/law/decide.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { extend, historyOf } from "#app/domain/law/history.ts";
import { knowsMove, packFor, stageAfter } from "#app/domain/law/packs.ts";
import type { Stage } from "#app/domain/law/types.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import {
  ask,
  but,
  call,
  called,
  cnFacts,
  cnLawyer,
  lawyer,
  type Question,
  questionOf,
  usFacts,
} from "./cases.ts";
import { brokenWaits } from "./oracle/ladder.ts";
import { type Asked, contactQuestions } from "./oracle/questions.ts";
import { steps } from "./oracle/steps.ts";
import { patience, runs } from "./runs.ts";

const DAY_MS = 86_400_000;
const questions: fc.Arbitrary<Asked> = fc.oneof(contactQuestions, steps);

vi.setConfig({ testTimeout: patience });

test("a history carried forward decides as the history replayed, and the one before it is untouched", () => {
  fc.assert(
    fc.property(questions, fc.nat({ max: 12 }), (question, cut) => {
      const { history: events, ...asked } = question;
      const input = questionOf(asked);
      const oldFirst = [...events].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
      const started = historyOf(oldFirst.slice(0, cut));
      const before = decide({ ...input, history: started });
      const carried = oldFirst.slice(cut).reduce(extend, started);
      expect(decide({ ...input, history: carried })).toEqual(ask(question));
      expect(decide({ ...input, history: started })).toEqual(before);
    }),
    runs(),
  );
});

test("facts are the replay of what the events brought, wherever the replay is cut", () => {
  const told: fc.Arbitrary<Facts> = fc.constantFrom<Facts>(
    { debt: { principal: 5 } },
    { debt: { purpose: "consumer" }, notices: { remindersOn: ["2026-01-01"] } },
    { notices: { remindersOn: ["2026-02-01", "2026-02-09"] } },
    { debtor: { residence: { state: "NY" } } },
    { debtor: { residence: { tz: "America/New_York" }, kind: "natural_consumer" } },
    { holds: [] },
  );
  fc.assert(
    fc.property(fc.array(told, { maxLength: 8 }), fc.nat({ max: 8 }), (all, cut) => {
      const events = all.map((facts) => ({ payload: { facts } }));
      const until = factsOf(events.slice(0, cut));
      expect(factsOf([{ payload: { facts: until } }, ...events.slice(cut)])).toEqual(factsOf(events));
    }),
    runs(),
  );
});

/** What a worker would do on its own, the furthest first. */
const climb: ActionInput[] = [
  { type: "file_suit", forumState: "NY" },
  { type: "lawyer_letter", attorneyReview: true, threatensSuit: false },
  { type: "demand_payment", threatensSuit: false },
  { type: "letter" },
  { type: "reminder", channel: "post" },
];
const ladders = [
  {
    facts: but(usFacts, {
      limitation: { lastDay: "2031-12-31" },
      notices: { remindersOn: "unknown", initialCommunicationOn: null },
    }),
    actor: lawyer,
  },
  {
    facts: but(cnFacts, { limitation: { lastDay: "2031-12-31" }, notices: { remindersOn: "unknown" } }),
    actor: cnLawyer,
  },
];

test("a worker that comes late skips no rung and shortens no wait", () => {
  const wakes = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(fc.constantFrom(...ladders), wakes, ({ facts, actor }, days) => {
      const pack = packFor(String(facts.case?.jurisdiction));
      if (!pack) throw new Error("no pack");
      let stage: Stage = "intake";
      const history: HistoryEvent[] = [];
      for (const day of [...days].sort((a, b) => a - b)) {
        const now = new Date(Date.parse("2026-03-05T05:00:00Z") + day * DAY_MS).toISOString();
        const at = now.slice(0, 10);
        const asked = (action: ActionInput): Question => ({
          facts,
          action,
          actor: actor({ verifiedAt: now, expiresAt: "never" }),
          history: [...history],
          at,
        });
        const next = climb.find((action) => ask(asked(action)).allowed);
        if (!next) continue;
        expect([next.type, brokenWaits(asked(next), at)]).toEqual([next.type, []]);
        const type = next.type as HistoryEvent["type"] & Parameters<typeof stageAfter>[1];
        expect([type, stage, knowsMove(pack, type, stage)]).toEqual([type, stage, true]);
        stage = stageAfter(pack, type, stage);
        history.push({ type, startedAt: now, direction: "out" });
      }
      const done = history.map(({ type }) => type);
      for (const [later, earlier] of [
        ["file_suit", "demand_payment"],
        ["lawyer_letter", "demand_payment"],
        ["demand_payment", "letter"],
        ["letter", "reminder"],
      ] as const) {
        if (done.includes(later)) expect(done.slice(0, done.indexOf(later))).toContain(earlier);
      }
    }),
    runs(),
  );
});

/** What need not have happened at all: where it did, it is on file, and nobody is asked about it otherwise. */
const happenings = [
  "debtor.otherZones",
  "notices.initialCommunicationOn",
  "notices.paymentOrderReceivedOn",
  // In mainland China a debt without a date falls due by the demand itself (CN-ESC-02).
  "debt.dueDate",
];

function leavesOf(value: object, path: string[] = []): string[][] {
  return Object.entries(value).flatMap(([key, inner]) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? leavesOf(inner, [...path, key])
      : [[...path, key]],
  );
}

const withUnknown = (facts: Facts, [head, ...rest]: string[]): Facts => {
  const over = [...rest].reverse().reduce<unknown>((inner, key) => ({ [key]: inner }), "unknown");
  return but(facts, { [head]: over });
};

test("a fact that is not known never permits what it would refuse", () => {
  fc.assert(
    fc.property(questions, fc.nat(), (question, which) => {
      if (ask(question).allowed) return;
      const { holds: _, ...facts } = question.facts;
      const paths = leavesOf(facts).filter(
        (path) => path[0] !== "case" && !happenings.includes(path.join(".")),
      );
      const path = paths[which % paths.length];
      const asked = { ...question, facts: withUnknown(question.facts, path) };
      expect([path.join("."), ask(asked).allowed]).toEqual([path.join("."), false]);
    }),
    runs(),
  );
});

test("ten thousand events are decided as the few that count, carried forward or replayed", () => {
  const now = Date.parse("2026-03-10T16:00:00Z");
  const at = new Date(now).toISOString();
  const long = Array.from({ length: 10_000 }, (_, each) =>
    called(new Date(now - (10_000 - each) * 30 * 3_600_000).toISOString(), { outcome: "no_answer" }),
  );
  const input = questionOf({ action: call, at });
  const carried = long.reduce(extend, historyOf([]));
  expect(ask({ action: call, at, history: long }).allowed).toBe(true);
  expect(decide({ ...input, history: carried })).toEqual(ask({ action: call, at, history: long.slice(-10) }));
  const full = [1, 2, 3].map((hours) => called(new Date(now - hours * 5 * 3_600_000).toISOString()));
  const refused = full.reduce(extend, carried);
  expect(decide({ ...input, history: refused })).toEqual(
    ask({ action: call, at, history: [...long.slice(-10), ...full] }),
  );
  expect(decide({ ...input, history: refused }).allowed).toBe(false);
});
