import fc from "fast-check";
import type { HistoryEvent, Hold, HoldType } from "#app/domain/law/facts.ts";

const start = Date.parse("2026-02-20T00:00:00Z");
const span = 25 * 24 * 3600;

/** An instant within four weeks before and around the spring change of the clocks, to the second. */
export const instants = fc
  .integer({ min: 0, max: span })
  .map((seconds) => new Date(start + seconds * 1000).toISOString());

const outcomes = ["conversation", "voicemail", "no_answer", "busy", "not_connected"] as const;

export const contacts: fc.Arbitrary<HistoryEvent> = fc
  .record({
    type: fc.constantFrom("call" as const, "sms" as const, "email" as const),
    startedAt: instants,
    direction: fc.constantFrom("out" as const, "out" as const, "in" as const),
    outcome: fc.constantFrom(...outcomes),
    debtId: fc.constantFrom("D1", "D2"),
    number: fc.constantFrom("A", "B"),
    recipientRole: fc.constantFrom("debtor", "debtor", "contact_person"),
  })
  .map((event) => ({ ...event, connected: event.outcome === "conversation" }));

export const consents: fc.Arbitrary<HistoryEvent> = fc.record({
  type: fc.constant("consent" as const),
  startedAt: instants,
  debtId: fc.constantFrom("D1", "D2"),
  givenTo: fc.constant("collector"),
});

export const histories = fc
  .tuple(fc.array(contacts, { maxLength: 20 }), fc.array(consents, { maxLength: 2 }))
  .map(([events, given]) => [...events, ...given]);

const holdTypes: HoldType[] = [
  "dispute",
  "cease_contact",
  "represented",
  "payment_plan",
  "complaint",
  "bankruptcy",
  "channel_optout",
];

export const holds: fc.Arbitrary<Hold> = fc.record(
  { type: fc.constantFrom(...holdTypes), startedAt: instants, endsAt: instants },
  { requiredKeys: ["type", "startedAt"] },
);
