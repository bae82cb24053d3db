import type { ActorInput, Credential } from "#app/domain/law/actor-input.ts";
import type { Facts, HistoryEvent, Hold, HoldType } from "#app/domain/law/facts.ts";
import { but, credential } from "./cases.ts";

/** Where nothing else is said: a consumer in Berlin who was reminded twice and is in default. */
export const deFacts: Facts = {
  case: { jurisdiction: "DE-BE" },
  debt: {
    id: "D1",
    purpose: "consumer",
    kind: "goods",
    principal: 1_500_00,
    currency: "EUR",
    dueDate: "2025-11-03",
    contractDate: "2025-10-01",
    lawful: "ok",
  },
  creditor: { kind: "business", assigned: false },
  debtor: {
    kind: "natural_consumer",
    ageYears: 40,
    residence: { country: "DE", land: "BE", city: "Berlin", tz: "Europe/Berlin" },
  },
  holds: [],
  notices: { remindersOn: ["2025-11-17", "2025-12-08"], priorInformationOn: "2025-12-08" },
  documents: { itemisedAccountId: "E1", primaryDocumentId: "E2" },
  verzugFrom: "2025-11-18",
  arbitrationAgreement: false,
  engagementSigned: true,
};

export const ten = "2026-06-17T08:00:00Z";
export const day = "2026-06-17";

const german = (type: string, over: Partial<Credential>) =>
  credential({ type, number: "3712 E 1/2020", territory: "DE", verifiedAt: "2026-06-10T09:00:00Z", ...over });
export const collector = (over: Partial<Credential> = {}): ActorInput => ({
  id: "A1",
  kind: "agency",
  credentials: [german("inkasso_registration", over)],
});
export const deLawyer = (over: Partial<Credential> = {}): ActorInput => ({
  id: "L1",
  kind: "lawyer",
  credentials: [german("bar_admission", over)],
});

export const held = (type: HoldType, over: Partial<Hold> = {}) =>
  but(deFacts, { holds: [{ type, startedAt: "2026-06-01T08:00:00Z", ...over }] });
export const company = but(deFacts, { debt: { purpose: "commercial" }, debtor: { kind: "company" } });
export const titled = but(deFacts, { effectiveInstrument: true });
export const barred = but(deFacts, { limitation: { lastDay: "2026-06-16" } });
export const silentInvoice = but(deFacts, {
  verzugFrom: null,
  debt: { invoiceHint: false },
  notices: { remindersOn: [] },
});

export const complete = {
  clientNameAddress: true,
  reasonAndContractDate: true,
  interestCalculation: true,
  aboveStatutoryRate: true,
  costsKindAmountBasis: true,
  vatStatement: true,
  addressSource: true,
  supervisor: true,
};
export const firstLetter = { type: "demand_payment", items: complete, threatensSuit: false } as const;
export const order = {
  type: "payment_order",
  counterPerformanceOutstanding: false,
  publicServiceNeeded: false,
} as const;
export const enforcementOrder = { type: "enforcement_order_application" } as const;
export const costs = { type: "claim_collection_costs" } as const;
export const letter = { type: "letter", direction: "out", recipientRole: "debtor" } as const;

export const wrote = (type: HistoryEvent["type"], startedAt: string): HistoryEvent => ({
  type,
  startedAt,
  direction: "out",
  actorId: "A1",
  actorKind: "agency",
});
/** A collector's complete letter, long enough ago for every wait. */
export const demanded: HistoryEvent[] = [wrote("demand_payment", "2026-01-12")];
export const served = (orderServedOn: string, over: object = {}) =>
  but(deFacts, { courtLand: "BE", notices: { orderServedOn, ...over } });
