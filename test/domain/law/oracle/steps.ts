import fc from "fast-check";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { but, cnFacts, cnLawyer, lawyer, type Question, usFacts } from "../cases.ts";

/** Questions of procedure in which everything is in order but the days. */

const inTime = { limitation: { lastDay: "2031-12-31" }, notices: { remindersOn: "unknown" } };
const places: { facts: Facts; actor: (verifiedAt: string) => ActorInput; acts: ActionInput[] }[] = [
  {
    facts: but(usFacts, inTime),
    actor: (verifiedAt) => lawyer({ verifiedAt, expiresAt: "never" }),
    acts: [
      { type: "reminder", channel: "post" },
      { type: "letter" },
      { type: "demand_payment", threatensSuit: false },
      { type: "lawyer_letter", attorneyReview: true, threatensSuit: false },
      { type: "mediation" },
      { type: "file_suit", forumState: "NY" },
      { type: "bureau_report" },
    ],
  },
  {
    facts: but(cnFacts, { ...inTime, effectiveInstrument: false }),
    actor: (verifiedAt) => cnLawyer({ verifiedAt, expiresAt: "never" }),
    acts: [
      { type: "reminder", channel: "post" },
      { type: "letter" },
      { type: "demand_payment", threatensSuit: false },
      { type: "lawyer_letter", threatensSuit: false },
      { type: "mediation" },
      { type: "file_suit" },
    ],
  },
  {
    facts: but(cnFacts, {
      ...inTime,
      effectiveInstrument: true,
      limitation: { lastDay: "2031-12-31", periodEnds: "2026-01-05", finalOn: "2026-01-02" },
    }),
    actor: (verifiedAt) => cnLawyer({ verifiedAt, expiresAt: "never" }),
    acts: [{ type: "apply_enforcement" }],
  },
];

const FIRST = Date.parse("2026-01-20");
const DAY_MS = 86_400_000;
const dateText = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Days before the question, most of them within the waits. */
const ages = fc.oneof(
  fc.integer({ min: 0, max: 50 }),
  fc.constantFrom(0, 1, 2, 3, 4, 6, 7, 8, 13, 14, 15, 16),
);
const types = ["reminder", "call", "letter", "demand_payment", "demand_payment", "lawyer_letter"] as const;
const events = fc.record({
  type: fc.constantFrom(...types),
  age: ages,
  hour: fc.integer({ min: 5, max: 15 }),
  direction: fc.constantFrom("out", "out", "out", "in"),
  outcome: fc.constantFrom("no_answer", "conversation"),
  answerIn: fc.option(fc.integer({ min: 5, max: 30 }), { nil: null }),
} as const);

export type Step = Question & { facts: Facts; history: HistoryEvent[]; at: string };

export const steps: fc.Arbitrary<Step> = fc
  .record({
    place: fc.constantFrom(...places),
    which: fc.nat(),
    day: fc.integer({ min: 0, max: 300 }),
    events: fc.array(events, { maxLength: 7 }),
    reminders: fc.option(fc.array(ages, { minLength: 1, maxLength: 2 }), { nil: null }),
    due: fc.integer({ min: -3, max: 50 }),
    validation: fc.option(fc.integer({ min: 0, max: 55 }), { nil: null }),
    initial: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    received: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ place, which, day, events, reminders, due, validation, initial, received }) => {
    const on = FIRST + day * DAY_MS;
    const date = (age: number | null) => (age === null ? null : dateText(on - age * DAY_MS));
    const action = place.acts[which % place.acts.length];
    const facts = but(place.facts, {
      debt: { dueDate: date(due) },
      notices: {
        remindersOn: reminders?.map(date),
        validation: { sentOn: date(validation), complete: true },
        initialCommunicationOn: date(initial),
        paymentOrderReceivedOn: action.type === "apply_enforcement" ? date(received) : null,
      },
    });
    const history = events.map(({ type, age, hour, direction, outcome, answerIn }): HistoryEvent => {
      const ms = on - age * DAY_MS + hour * 3_600_000;
      return {
        type,
        startedAt: new Date(ms).toISOString(),
        direction,
        ...(type === "call" && { outcome, connected: outcome === "conversation" }),
        ...(type.includes("letter") || type === "demand_payment"
          ? answerIn !== null && { answerBy: dateText(ms + answerIn * DAY_MS) }
          : {}),
      };
    });
    return { facts, action, actor: place.actor(`${dateText(on)}T05:00:00Z`), at: dateText(on), history };
  });
