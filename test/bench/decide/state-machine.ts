import { initialTransition, setup, transition } from "xstate";
import type { DecisionInput } from "#app/domain/law/set-scene.ts";
import { agencyKinds, DAY_MS, factsFor, HOUR_MS, type PeerFacts } from "./peer-facts.ts";

type Guarded = { event: { type: "call"; facts: PeerFacts } };

const isCovered = ({ debtorKind, debtPurpose }: PeerFacts) =>
  debtorKind !== "company" &&
  debtorKind !== "public" &&
  (debtPurpose === "consumer" || debtPurpose === "mixed");
const isAgency = ({ actorKind }: PeerFacts) => agencyKinds.includes(String(actorKind));

/** The same ten rules as guards of the machine, each refusing the call when it holds. */
const guards = {
  "US-CONTACT-01": ({ event: { facts } }: Guarded) =>
    isCovered(facts) && (facts.localTime() < 8 * HOUR_MS || facts.localTime() >= 21 * HOUR_MS),
  "US-CONTACT-02": ({ event: { facts } }: Guarded) => isCovered(facts) && facts.callsInSevenDays() >= 7,
  "US-CONTACT-03": ({ event: { facts } }: Guarded) => isCovered(facts) && facts.daysSinceConversation() < 7,
  "US-ACTOR-03": ({ event: { facts } }: Guarded) => isAgency(facts) && facts.validLicences() === 0,
  "X-06": ({ event: { facts } }: Guarded) =>
    isAgency(facts) && facts.validLicences() > 0 && facts.msSinceLookUp() > 30 * DAY_MS,
  "US-ESC-01": ({ event: { facts } }: Guarded) =>
    isCovered(facts) && !facts.validationNoticeSent && facts.daysSinceInitialCommunication() > 5,
  "US-ESC-04": ({ event: { facts } }: Guarded) => isCovered(facts) && facts.holds().includes("dispute"),
  "US-HOLD-01": ({ event: { facts } }: Guarded) =>
    isCovered(facts) && facts.holds().includes("cease_contact"),
  "US-HOLD-02": ({ event: { facts } }: Guarded) =>
    isCovered(facts) && facts.holds().includes("represented") && facts.recipientRole !== "debtor_attorney",
  "POL-LADDER-02": ({ event: { facts } }: Guarded) =>
    !facts.hasTitle() && !facts.contactedBefore() && facts.daysSinceReminder() < 3,
};
const names = Object.keys(guards) as (keyof typeof guards)[];

/**
 * A case that stands between calls: a call goes through where no guard holds it back. Its first guard that holds ends the question,
 * so that a refusal costs the machine as little as can be.
 */
const machine = setup({ types: {} as { events: Guarded["event"] }, guards }).createMachine({
  initial: "between_calls",
  states: {
    between_calls: {
      on: { call: [...names.map((guard) => ({ guard, target: "refused" as const })), { target: "calling" }] },
    },
    refused: {},
    calling: {},
  },
});
const [between] = initialTransition(machine);

/** Whether the machine lets the call through: one pure transition from the same snapshot, no actor started. */
export function lets(input: DecisionInput): boolean {
  const [next] = transition(machine, between, { type: "call", facts: factsFor(input) });
  return next.value === "calling";
}
