import { cnDemandItems, cnLetterItems, cnReportItems } from "#app/domain/law/act-items.ts";
import { but, call, cnFacts, cnLawyer, type Question } from "./cases.ts";
import { actor, company, day, demanded, held, letter, order, sms, ten, titled } from "./cn-scenes.ts";

const told = (items: Record<string, boolean>) => ({ ...sms, items });
const inCourt = (proceeding: object) => but(cnFacts, { proceeding });
const noticed = (notices: object) => but(cnFacts, { notices });
const enforcing = (notices: object) =>
  ({
    facts: but(titled, { notices }),
    action: { type: "apply_enforcement" },
    actor,
    at: day,
  }) as const;
const act = (action: Question["action"], facts = cnFacts): Question => ({
  facts,
  history: demanded,
  action,
  actor,
  at: day,
});

/** For each row on texts, mandates and proceedings a case in which it speaks. */
export const cnWitnessesActs: Record<string, Question> = {
  "POL-LADDER-01/contact": {
    facts: but(cnFacts, { debt: { dueDate: "2026-04-08" } }),
    action: call,
    at: ten,
  },
  "CN-HOLD-01/told": { facts: noticed({ disputed: true }), action: call, at: ten },
  "CN-HOLD-03": { facts: held("bankruptcy"), action: call, at: ten },
  "CN-HOLD-10": {
    facts: cnFacts,
    history: [{ type: "refusal", startedAt: "2026-04-01T02:00:00Z", contactId: "C1" }],
    action: { ...sms, recipientRole: "contact_person", contactId: "C1", disclosesDebt: false },
    at: ten,
  },
  "CN-CONTACT-07": { facts: cnFacts, action: told({ identifiesSender: false }), at: ten },
  "CN-CONTACT-07/posing": { facts: cnFacts, action: told({ privateChannel: true }), at: ten },
  "CN-CONTACT-08": { facts: cnFacts, action: told({ postedInPublic: true }), at: ten },
  "CN-CONTACT-09": {
    facts: cnFacts,
    history: ["00:30", "01:30"].map((time) => ({
      type: "email" as const,
      direction: "out" as const,
      startedAt: `2026-04-08T${time}:00Z`,
    })),
    action: { type: "email", direction: "out" },
    at: ten,
  },
  "CN-CONTACT-12": { facts: cnFacts, action: { ...call, record: false }, at: ten },
  "CN-NOTICE-01": act({ ...letter, items: { [cnDemandItems[0]]: true } }),
  "CN-NOTICE-02": act({ ...letter, items: { [cnLetterItems[0]]: true } }),
  "CN-NOTICE-03": act({ ...order, items: { claimsInterest: true } }),
  "CN-NOTICE-04": act({ type: "bureau_report", items: { [cnReportItems[0]]: true } }),
  "CN-ACTOR-02/powers": act({ type: "mediation", items: { disposesOfClaim: true } }),
  "CN-ACTOR-03": act({ type: "engaged", payee: "lawyer" }),
  "CN-ACTOR-04": act({ type: "bid", items: { referralFee: true } }),
  "CN-ACTOR-06": act({ type: "bid", items: { delegated: true } }),
  "CN-ACTOR-08": {
    facts: cnFacts,
    action: { type: "bid" },
    actor: {
      kind: "lawyer",
      credentials: [
        ...(cnLawyer({ verifiedAt: "2026-03-25T00:00:00Z" }).credentials ?? []),
        { type: "law_firm_licence", number: "91110000MA0000000X" },
      ],
    },
    at: day,
  },
  "CN-ACTOR-09": act({ type: "bid", items: { actsForOtherSide: true } }),
  "CN-ACTOR-10": act({ type: "mediation", mediationBody: "people", items: { successFee: true } }),
  "CN-MONEY-09": act({ ...letter, amounts: { damages: 131, loss: 100 } }),
  "CN-MONEY-12": act({ type: "bid", feePercent: "18.1" }),
  "CN-MONEY-13": act({ type: "bid", items: { sharesFee: true } }),
  "CN-ESC-07/joint": act(
    { type: "apply_judicial_confirmation" },
    inCourt({ mediationEffectiveOn: "2026-03-20" }),
  ),
  "CN-ESC-07/time": act(
    { type: "apply_judicial_confirmation", items: { jointApplication: true } },
    inCourt({ mediationEffectiveOn: "2026-03-08" }),
  ),
  "CN-ESC-09/service": enforcing({ paymentOrderIssuedOn: "2026-03-08" }),
  "CN-ESC-10": enforcing({ paymentOrderReceivedOn: "2026-03-02", objectionReceivedOn: "2026-03-17" }),
  "CN-ESC-11": act({ type: "refuse_conversion_to_suit" }, inCourt({ rulingReceivedOn: "2026-03-31" })),
  "CN-ESC-11/warning": act(order),
  "CN-ESC-16": act({ type: "file_suit", forumBasis: "creditor_likes_it" }),
  "CN-ESC-16/agreed": act({ type: "file_suit", forumBasis: "agreed_court" }),
  "CN-ESC-17": act({ type: "file_suit", procedure: "small_claims" }),
  "CN-ESC-18/security": act({ type: "apply_preservation" }),
  "CN-ESC-18/suit": act({ type: "file_suit" }, inCourt({ preservedOn: "2026-03-06" })),
  "CN-ESC-18/order": act(order, inCourt({ preservedOn: "2026-04-01" })),
  "CN-ESC-19/appeal": {
    ...enforcing({}),
    facts: but(titled, { proceeding: { judgmentServedOn: "2026-03-24" } }),
  },
  "CN-ESC-22/ground": act({ type: "apply_dishonest_listing", ground: 7 }, titled),
  "CN-ESC-22/excluded": act(
    { type: "apply_dishonest_listing", ground: 1, items: { excludedGround: true } },
    titled,
  ),
  "CN-ESC-24": {
    ...act({ type: "apply_higher_court" }, titled),
    history: [{ type: "apply_enforcement", startedAt: "2025-10-09" }],
  },
  "CN-ESC-25": act({ type: "resume_enforcement" }, titled),
  "CN-LIM-10": {
    facts: but(company, { limitation: { mainDebtDue: "2025-10-07" } }),
    action: { ...letter, recipientRole: "guarantor" },
    history: demanded,
    actor,
    at: day,
  },
};
