import type { ActorInput } from "#app/domain/law/actor-input.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { rowKey } from "#app/domain/law/pack.ts";
import { packFor } from "#app/domain/law/packs.ts";
import type { DecisionInput } from "#app/domain/law/set-scene.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const pack = packFor("US-IL");
if (!pack) throw new Error("the bench needs the pack of Illinois");
const usPack = pack;

/** Tuesday, 11:00 in Chicago. */
const noonish = Date.UTC(2026, 2, 10, 16);
const at = (ms: number) => new Date(ms).toISOString();
const onDay = (ms: number) => at(ms).slice(0, 10);

const debtId = "D1";
const number = "+13125550100";

/** An Illinois card debt of a consumer whose notices were all sent in time. */
const facts: Facts = {
  case: { jurisdiction: "US-IL" },
  debt: {
    id: debtId,
    purpose: "consumer",
    kind: "loan_bank",
    principal: 482_500,
    currency: "USD",
    dueDate: "2025-06-01",
    contractDate: "2023-02-01",
    lawful: "ok",
    limitationKind: "card",
  },
  creditor: { kind: "financial_institution", assigned: false },
  debtor: {
    kind: "natural_consumer",
    ageYears: 41,
    residence: { country: "US", state: "IL", city: "Chicago", tz: "America/Chicago" },
  },
  holds: [],
  notices: {
    remindersOn: ["2025-06-10"],
    initialCommunicationOn: "2025-07-01",
    validation: { sentOn: "2025-07-02", complete: true },
  },
  documents: { itemisedAccountId: "E1", primaryDocumentId: "E2" },
  arbitrationAgreement: false,
  engagementSigned: true,
};

const agency = (over: { verifiedAt?: string; territory?: string } = {}): ActorInput => ({
  id: "A1",
  kind: "agency",
  credentials: [
    {
      type: "agency_licence",
      number: "017-000001",
      territory: over.territory ?? "US-IL",
      status: "active",
      verifiedAt: over.verifiedAt ?? at(noonish - 5 * DAY_MS),
      expiresAt: "2027-12-31T00:00:00Z",
    },
  ],
});

const attempt = (ms: number, outcome = "no_answer"): HistoryEvent => ({
  type: "call",
  startedAt: at(ms),
  direction: "out",
  channel: "voice",
  outcome,
  recipientRole: "debtor",
  debtId,
  number,
});

/** What a collection brings in its own order, an event every ten hours: at most five calls in any seven days. */
const cycle: readonly ((ms: number) => HistoryEvent)[] = [
  (ms) => attempt(ms),
  (ms) => ({
    type: "email",
    startedAt: at(ms),
    direction: "out",
    channel: "email",
    outcome: "delivered",
    debtId,
  }),
  (ms) => ({ type: "payment", startedAt: at(ms) }),
  (ms) => attempt(ms, "voicemail"),
  (ms) => ({ type: "reply", startedAt: at(ms), direction: "in", channel: "email" }),
  (ms) => ({
    type: "letter",
    startedAt: at(ms),
    direction: "out",
    channel: "post",
    outcome: "delivered",
    debtId,
  }),
  (ms) => ({ type: "fact_added", startedAt: at(ms) }),
];

/** The record of a debt that is collected by phone, mail and post, `length` events long and ending ten hours before `end`. */
function eventsUntil(end: number, length: number): HistoryEvent[] {
  return Array.from({ length }, (_, index) => {
    // Counted from the end, so that a long history ends as a short one does.
    const age = length - index;
    const ms = end - age * 10 * HOUR_MS;
    // Older than the cooldown, a fifth of the calls that someone answered were conversations.
    const isConversation = age % cycle.length === 3 && age % 5 === 0 && age * 10 > 8 * 24;
    return isConversation ? attempt(ms, "conversation") : cycle[age % cycle.length](ms);
  });
}

export const outcomes = ["allowed", "refused"] as const;
export type Outcome = (typeof outcomes)[number];
export type Case = { name: string; outcome: Outcome; input: DecisionInput };

type Change = {
  at?: number;
  recent?: readonly HistoryEvent[];
  facts?: Facts;
  actor?: ActorInput;
  recipientRole?: string;
};

/** Four inputs that every rule allows and one that each refuses, over a history of that many events. */
export function casesOver(length: number): Case[] {
  const made = (outcome: Outcome, name: string, change: Change = {}): Case => {
    const recent = change.recent ?? [];
    const events = [...eventsUntil(noonish - DAY_MS, length - recent.length), ...recent];
    const action = { type: "call", debtId, number, recipientRole: change.recipientRole ?? "debtor" } as const;
    return {
      name,
      outcome,
      input: {
        pack: usPack,
        facts: change.facts ?? facts,
        history: historyOf(events),
        action,
        actor: change.actor ?? agency(),
        at: at(change.at ?? noonish),
      },
    };
  };
  const event = (type: HistoryEvent["type"]): HistoryEvent => ({
    type,
    startedAt: at(noonish - 20 * HOUR_MS),
  });
  const notices = facts.notices ?? {};
  return [
    made("allowed", "late morning"),
    made("allowed", "in the evening, an hour before closing", { at: noonish + 9 * HOUR_MS }),
    made("allowed", "to the debtor's attorney while represented", {
      recent: [event("represented")],
      recipientRole: "debtor_attorney",
    }),
    made("allowed", "a dispute that was answered", {
      recent: [event("dispute"), { ...event("verification_sent"), startedAt: at(noonish - 10 * HOUR_MS) }],
      facts: {
        ...facts,
        notices: { ...notices, validation: { sentOn: onDay(noonish - 6 * DAY_MS), complete: true } },
      },
    }),
    made("refused", "half past five in the morning", { at: noonish - 5.5 * HOUR_MS }),
    made("refused", "the eighth call within seven days", {
      recent: [6, 5, 4, 3.5, 3, 2, 1].map((days) => attempt(noonish - days * DAY_MS - 2 * HOUR_MS)),
    }),
    made("refused", "three days after a conversation", {
      recent: [attempt(noonish - 3 * DAY_MS, "conversation")],
    }),
    made("refused", "the licence is of another state", { actor: agency({ territory: "US-WA" }) }),
    made("refused", "the register was looked up 31 days ago", {
      actor: agency({ verifiedAt: at(noonish - 31 * DAY_MS) }),
    }),
    made("refused", "no validation notice", {
      facts: { ...facts, notices: { ...notices, validation: null } },
    }),
    made("refused", "an open dispute", {
      recent: [{ ...event("dispute"), sentOn: onDay(noonish - 2 * DAY_MS) }],
      facts: {
        ...facts,
        notices: { ...notices, validation: { sentOn: onDay(noonish - 6 * DAY_MS), complete: true } },
      },
    }),
    made("refused", "no more contact, the debtor wrote", { recent: [event("cease_contact")] }),
    made("refused", "the debtor has an attorney", { recent: [event("represented")] }),
  ];
}

const firstContact: Facts = { ...facts, notices: { remindersOn: [onDay(noonish - 2 * DAY_MS)] } };

/** The reminder's wait concerns a case that nobody has contacted, so its history is short by nature. */
export const beforeFirstContact: Case = {
  name: "two days after the reminder",
  outcome: "refused",
  input: {
    pack: usPack,
    facts: firstContact,
    history: historyOf([{ type: "reminder", startedAt: at(noonish - 2 * DAY_MS), direction: "out" }]),
    action: { type: "call", debtId, number, recipientRole: "debtor" },
    actor: agency(),
    at: at(noonish),
  },
};

/** A case that goes on: `length` events of the past, `more` to come, and the late morning after each of those to call. */
export function liveCase(length: number, more: number) {
  const events = eventsUntil(noonish + more * 10 * HOUR_MS, length + more);
  const decideAt = events.slice(length).map(({ startedAt }) => {
    const days = Math.ceil((Date.parse(startedAt) - noonish) / DAY_MS);
    return at(noonish + days * DAY_MS);
  });
  return { input: casesOver(more)[0].input, events, decideAt };
}

/** The rows that the peers carry too, by their keys. */
const shared: ReadonlySet<string> = new Set([
  "US-CONTACT-01",
  "US-CONTACT-02",
  "US-CONTACT-03",
  "US-ACTOR-03",
  "X-06/agency",
  "US-ESC-01",
  "US-ESC-04",
  "US-HOLD-01",
  "US-HOLD-02",
  "POL-LADDER-02",
]);
const cutPack = { ...usPack, rows: usPack.rows.filter((row) => shared.has(rowKey(row))) };

/** The same question under a pack of the ten rules that the peers carry. */
export const onPeersRules = (input: DecisionInput): DecisionInput => ({ ...input, pack: cutPack });
