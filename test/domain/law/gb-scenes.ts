import type { Facts, HistoryEvent, Hold, HoldType } from "#app/domain/law/facts.ts";
import { but, gbFacts, solicitor } from "./cases.ts";

/** A Wednesday after Easter, eleven in the morning in London. */
export const eleven = "2026-04-08T10:00:00Z";
export const day = "2026-04-08";
export const held = (type: HoldType, over: Partial<Hold> = {}, facts: Facts = gbFacts) =>
  but(facts, { holds: [{ type, startedAt: "2026-03-20T10:00:00Z", ...over }] });
export const noticed = (notices: object, facts: Facts = gbFacts) => but(facts, { notices });
export const company = but(gbFacts, {
  debt: { purpose: "commercial", kind: "invoice_b2b", principal: 9_000_00 },
  debtor: { kind: "company" },
});
export const credit = but(gbFacts, { debt: { kind: "loan_bank", regulatedCredit: true } });
export const titled = but(gbFacts, { effectiveInstrument: true, judgment: { enteredOn: "2026-02-10" } });
export const barred = but(gbFacts, { limitation: { lastDay: "2026-01-01" } });

/** The letter of claim as the platform recorded it. */
export const demanded: HistoryEvent[] = [
  { type: "demand_payment", startedAt: "2026-02-02", channel: "post", direction: "out" },
];
export const sued: HistoryEvent[] = [...demanded, { type: "file_suit", startedAt: "2026-03-10" }];
export const actor = solicitor();
export const suit = { type: "file_suit" } as const;

export const letterItems = {
  amountOwed: true,
  interestContinues: true,
  agreementDetails: true,
  assignmentDetails: true,
  instalmentsAnswered: true,
  howToPay: true,
  replyAddress: true,
  statement: true,
  informationSheet: true,
  replyForm: true,
  financialStatement: true,
};
export const letterOfClaim = {
  type: "demand_payment",
  direction: "out",
  threatensSuit: false,
  letterDate: day,
  items: letterItems,
} as const;
export const sms = { type: "sms", direction: "out", debtId: "D1", recipientRole: "debtor" } as const;
