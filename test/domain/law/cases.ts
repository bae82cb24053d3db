import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput, Credential } from "#app/domain/law/actor-input.ts";
import { decide } from "#app/domain/law/decide.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { packFor } from "#app/domain/law/packs.ts";
import type { DecisionInput } from "#app/domain/law/set-scene.ts";
import type { Decision } from "#app/domain/law/types.ts";

/** Where nothing else is said: a New York card debt long past its notices, so that one rule at a time can be tried. */
export const usFacts: Facts = {
  case: { jurisdiction: "US-NY" },
  debt: {
    id: "D1",
    purpose: "consumer",
    kind: "loan_bank",
    principal: 500_000,
    currency: "USD",
    dueDate: "2025-06-01",
    lawful: "ok",
    signedInState: "NY",
    limitationKind: "card",
  },
  creditor: { kind: "business", assigned: false },
  debtor: {
    kind: "natural_consumer",
    ageYears: 40,
    residence: { country: "US", state: "NY", city: "Buffalo", tz: "America/New_York" },
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

export const cnFacts: Facts = {
  case: { jurisdiction: "CN-440300" },
  debt: {
    id: "D1",
    purpose: "consumer",
    kind: "loan_bank",
    principal: 50_000_00,
    currency: "CNY",
    dueDate: "2026-03-01",
    lawful: "ok",
  },
  creditor: { kind: "financial_institution", assigned: false },
  debtor: {
    kind: "natural_consumer",
    ageYears: 35,
    residence: { country: "CN", city: "Shenzhen", tz: "Asia/Shanghai" },
  },
  holds: [],
  notices: { remindersOn: ["2026-03-02"] },
  documents: { itemisedAccountId: "E1", primaryDocumentId: "E2" },
  arbitrationAgreement: false,
  engagementSigned: true,
};

/** An English invoice to a consumer, with its letter of claim posted in time. */
export const gbFacts: Facts = {
  case: { jurisdiction: "GB-EW" },
  debt: {
    id: "D1",
    purpose: "consumer",
    kind: "services",
    principal: 3_200_00,
    currency: "GBP",
    dueDate: "2025-12-01",
    regulatedCredit: false,
  },
  creditor: { kind: "business", assigned: false },
  debtor: {
    kind: "natural_consumer",
    ageYears: 40,
    residence: { country: "GB", city: "Leeds", tz: "Europe/London" },
  },
  holds: [],
  notices: {
    remindersOn: ["2025-12-10"],
    letterDate: "2026-02-02",
    postedOn: "2026-02-02",
    channel: "post",
  },
  documents: { itemisedAccountId: "E1", primaryDocumentId: "E2" },
  arbitrationAgreement: false,
  engagementSigned: true,
};

export const creditor: ActorInput = { id: "A1", kind: "creditor_self", credentials: [] };

export const credential = (over: Partial<Credential> = {}): Credential => ({
  type: "bar_admission",
  number: "5123456",
  territory: "US-NY",
  status: "active",
  verifiedAt: "2026-03-01T12:00:00Z",
  expiresAt: "2027-12-31T00:00:00Z",
  ...over,
});

export const lawyer = (over: Partial<Credential> = {}): ActorInput => ({
  id: "L1",
  kind: "lawyer",
  credentials: [credential(over)],
});

export const cnLawyer = (over: Partial<Credential> = {}): ActorInput => ({
  id: "L1",
  kind: "lawyer",
  credentials: [
    credential({ type: "lawyer_certificate", number: "11101201510123456", territory: "CN", ...over }),
  ],
});

export const solicitor = (over: Partial<Credential> = {}): ActorInput => ({
  id: "L1",
  kind: "lawyer",
  credentials: [
    credential({
      type: "practising_certificate",
      number: "654321",
      territory: "GB-EW",
      verifiedAt: "2026-03-25T12:00:00Z",
      ...over,
    }),
  ],
});

type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A copy with some members replaced, at any depth. */
export function but<T extends object>(base: T, over: object): T {
  const copy: Tree = Object.fromEntries(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const before = copy[key];
    copy[key] = isTree(before) && isTree(value) ? but(before, value) : value;
  }
  return copy as T;
}

export type Question = {
  place?: string;
  facts?: Facts;
  history?: HistoryEvent[];
  excerpt?: boolean;
  action: ActionInput;
  actor?: ActorInput;
  at: string;
};

export function questionOf(question: Question): DecisionInput {
  const facts = question.facts ?? usFacts;
  const place =
    question.place ?? (typeof facts.case?.jurisdiction === "string" ? facts.case.jurisdiction : "US");
  const pack = packFor(place);
  if (!pack) throw new Error(`no pack for ${place}`);
  const history = historyOf(question.history ?? [], { excerpt: question.excerpt });
  return {
    pack,
    facts,
    history,
    action: question.action,
    actor: question.actor ?? creditor,
    at: question.at,
  };
}

export const ask = (question: Question): Decision => decide(questionOf(question));

export const blocking = (decision: Decision) => [
  ...new Set(decision.findings.filter(({ effect }) => effect !== "warn").map(({ rule }) => rule)),
];

/** An outbound call about the debt, answered by nobody, unless said otherwise. */
export const called = (startedAt: string, over: Partial<HistoryEvent> = {}): HistoryEvent => ({
  type: "call",
  channel: "voice",
  direction: "out",
  startedAt,
  debtId: "D1",
  recipientRole: "debtor",
  outcome: "no_answer",
  connected: false,
  ...over,
});
export const spoke = (startedAt: string, over: Partial<HistoryEvent> = {}) =>
  called(startedAt, { outcome: "conversation", connected: true, ...over });

export const call: ActionInput = {
  type: "call",
  direction: "out",
  debtId: "D1",
  recipientRole: "debtor",
  voice: "human",
};
