import fc from "fast-check";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { Facts, HistoryEvent, Hold, HoldType } from "#app/domain/law/facts.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { but, creditor, cnFacts as newCnFacts, type Question, usFacts } from "../cases.ts";

/** Questions of contact in which everything is in order but what is tried: hours, counts, waits and holds. */

const gbFacts: Facts = {
  case: { jurisdiction: "GB-EW" },
  debt: {
    id: "D1",
    purpose: "consumer",
    kind: "services",
    principal: 120_000,
    currency: "GBP",
    dueDate: "2025-11-03",
    contractDate: "2025-09-01",
    regulatedCredit: false,
    lawful: "ok",
  },
  creditor: { kind: "business", assigned: false },
  debtor: {
    kind: "natural_consumer",
    ageYears: 40,
    residence: { country: "GB", land: "England", city: "Leeds", tz: "Europe/London" },
  },
  holds: [],
  notices: { remindersOn: ["2025-11-10"], disputed: false },
  arbitrationAgreement: false,
  engagementSigned: true,
};

const deFacts: Facts = {
  ...gbFacts,
  case: { jurisdiction: "DE" },
  debt: { ...gbFacts.debt, currency: "EUR", principal: 150_000 },
  debtor: {
    kind: "natural_consumer",
    ageYears: 40,
    residence: { country: "DE", land: "NI", city: "Hannover", tz: "Europe/Berlin" },
  },
  verzugFrom: "2025-11-11",
};

/** Long past the waits of the ladder. */
const cnFacts = but(newCnFacts, {
  debt: { dueDate: "2025-06-01" },
  notices: { remindersOn: ["2025-06-10"] },
});

const business = { debt: { purpose: "commercial" }, debtor: { kind: "company" } };
const massachusetts = {
  case: { jurisdiction: "US-MA" },
  debtor: { residence: { state: "MA", city: "Boston" } },
};

const told: Facts[] = [
  usFacts,
  but(usFacts, { debtor: { otherZones: ["America/Los_Angeles", "America/Anchorage"] } }),
  but(usFacts, { debtor: { residence: { city: "Brooklyn" } } }),
  but(usFacts, massachusetts),
  but(usFacts, {
    case: { jurisdiction: "US-CA" },
    debtor: {
      residence: { state: "CA", city: "Fresno", tz: "America/Los_Angeles" },
      otherZones: ["America/New_York"],
    },
  }),
  but(usFacts, {
    debtor: {
      consentedHours: { from: "05:30", to: "07:45", evidenceId: "E9" },
      otherZones: ["America/Chicago"],
    },
  }),
  but(usFacts, { debtor: { preferredHours: { from: "18:30", to: "19:00" } } }),
  but(usFacts, business),
  cnFacts,
  but(cnFacts, { creditor: { kind: "natural" } }),
  but(cnFacts, business),
  gbFacts,
  but(gbFacts, business),
  deFacts,
  but(deFacts, business),
];
/** Countries whose pack this build carries. */
const known = told.filter((facts) => packFor(String(facts.case?.jurisdiction)) !== null);

const HOUR_MS = 3_600_000;
const text = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");

/** Around the nights on which clocks are put forward and back, on both sides of the Atlantic, and where a rule of New York begins. */
const starts = ["2026-03-02", "2026-03-24", "2026-08-27", "2026-10-20"].map((date) => Date.parse(date));
const moments = fc
  .tuple(fc.constantFrom(...starts), fc.integer({ min: 0, max: 14 * 24 * 3600 }))
  .map(([start, seconds]) => start + seconds * 1000);

const outcomes = ["conversation", "voicemail", "no_answer", "no_answer", "busy", "not_connected"] as const;
/** How long before the question an event was; a few days, mostly, since windows are a week. */
const ages = fc.oneof(
  fc.integer({ min: 0, max: 30 * 3600 }),
  fc.integer({ min: 0, max: 9 * 24 * 3600 }),
  fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8).map((days) => days * 24 * 3600),
);

const contacts = fc
  .record({
    type: fc.constantFrom("call", "call", "call", "sms", "email"),
    age: ages,
    direction: fc.constantFrom("out", "out", "out", "in"),
    outcome: fc.constantFrom(...outcomes),
    debtId: fc.constantFrom("D1", "D1", "D2"),
    number: fc.constantFrom("A", "A", "B"),
    recipientRole: fc.constantFrom("debtor", "debtor", "debtor", "contact_person"),
  } as const)
  .map(({ age, ...event }) => ({ age, event: { ...event, connected: event.outcome === "conversation" } }));
/** The same again and again, as a dialler does it: what fills a limit. */
const bursts = fc
  .tuple(contacts, fc.integer({ min: 1, max: 9 }), fc.constantFrom(60, 1800, 6 * 3600, 20 * 3600, 24 * 3600))
  .map(([{ age, event }, times, every]) =>
    Array.from({ length: times }, (_, each) => ({ age: age + each * every, event })),
  );
const permissions = fc
  .record({
    type: fc.constantFrom("consent", "consent", "refusal"),
    age: ages,
    debtId: fc.constant("D1"),
  } as const)
  .map(({ age, ...event }) => ({ age, event: { ...event, givenTo: "collector" } }));

const holdTypes: HoldType[] = [
  "dispute",
  "cease_contact",
  "represented",
  "payment_plan",
  "complaint",
  "bankruptcy",
  "channel_optout",
  "hardship",
  "identity_theft",
];
const held = fc.record({
  type: fc.constantFrom(...holdTypes),
  age: fc.integer({ min: -24 * 3600, max: 5 * 24 * 3600 }),
  days: fc.option(fc.integer({ min: 0, max: 8 }), { nil: null }),
});

const acts: ActionInput[] = [
  { type: "call", direction: "out", debtId: "D1", number: "A", recipientRole: "debtor", voice: "human" },
  { type: "call", direction: "out", debtId: "D2", number: "B", recipientRole: "debtor", voice: "human" },
  {
    type: "sms",
    direction: "out",
    debtId: "D1",
    number: "A",
    recipientRole: "debtor",
    numberCheckedAt: "2026-10-20T00:00:00Z",
  },
  { type: "email", direction: "out", debtId: "D1", emailBasis: "consumer_used", recipientRole: "debtor" },
];

/** A question of contact, with its instant. */
export type Asked = Question & { facts: Facts; history: HistoryEvent[]; at: string };

export const contactQuestions: fc.Arbitrary<Asked> = fc
  .record({
    facts: fc.constantFrom(...known),
    action: fc.constantFrom(...acts),
    moment: moments,
    single: fc.array(contacts, { maxLength: 8 }),
    bursts: fc.array(bursts, { maxLength: 2 }),
    permissions: fc.array(permissions, { maxLength: 2 }),
    holds: fc.oneof(fc.array(held, { maxLength: 0 }), fc.array(held, { maxLength: 2 })),
  })
  .map(({ facts, action, moment, single, bursts, permissions, holds }) => ({
    facts: { ...facts, holds: holds.map((each) => holdAt(each, moment)) },
    action: action.type === "sms" ? { ...action, numberCheckedAt: text(moment - 40 * 24 * HOUR_MS) } : action,
    actor: creditor,
    at: text(moment),
    history: [...single, ...bursts.flat(), ...permissions].map(({ age, event }) => ({
      ...event,
      startedAt: text(moment - age * 1000),
    })),
  }));

function holdAt(
  { type, age, days }: { type: HoldType; age: number; days: number | null },
  moment: number,
): Hold {
  const started = moment - age * 1000;
  return {
    type,
    startedAt: text(started),
    ...(days !== null && { endsAt: text(started + days * 24 * HOUR_MS) }),
  };
}

/** One more hold, around the moment of a question. */
export const heldOver = held.map((hold) => (at: string) => holdAt(hold, Date.parse(at)));
