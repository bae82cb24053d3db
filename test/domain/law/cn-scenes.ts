import type { HistoryEvent, Hold, HoldType } from "#app/domain/law/facts.ts";
import { but, called, cnFacts, cnLawyer } from "./cases.ts";

export const ten = "2026-04-08T02:00:00Z";
export const day = "2026-04-08";
export const held = (type: HoldType, over: Partial<Hold> = {}) =>
  but(cnFacts, { holds: [{ type, startedAt: "2026-03-20T02:00:00Z", ...over }] });
export const demanded: HistoryEvent[] = [{ type: "demand_payment", startedAt: "2026-03-10" }];
export const letter = { type: "lawyer_letter", threatensSuit: false } as const;
export const company = but(cnFacts, { debt: { purpose: "commercial" }, debtor: { kind: "company" } });
export const privateCreditor = but(cnFacts, { creditor: { kind: "natural" } });
export const titled = but(cnFacts, { effectiveInstrument: true });
export const barred = but(cnFacts, { limitation: { lastDay: "2026-01-01" } });
export const actor = cnLawyer({ verifiedAt: "2026-03-25T00:00:00Z" });
export const conditions = {
  moneyOrSecurities: true,
  maturedAndCertain: true,
  noCounterPerformanceOrOtherDispute: true,
  debtorInMainlandKnown: true,
  serviceable: true,
  competentBasicCourt: true,
  noPreservation: true,
};
export const order = { type: "payment_order", conditions } as const;
export const sms = { type: "sms", direction: "out", debtId: "D1" } as const;
export const visit = { type: "visit", direction: "out", consentToEntry: true } as const;
export const texted = (startedAt: string): HistoryEvent => ({
  ...called(startedAt),
  type: "sms",
  channel: "sms",
  outcome: "delivered",
  connected: undefined,
});
