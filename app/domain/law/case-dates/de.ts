import type { DateRow } from "#app/domain/law/case-dates/row.ts";
import type { Anchor, Condition } from "#app/domain/law/pack.ts";

const orderServed: Anchor = {
  facts: ["notices.orderServedOn"],
  pick: "last",
  asks: "notices.orderServedOn",
};
const enforcementOrder: Condition = {
  any: [
    { happened: { types: ["enforcement_order_application"] } },
    { known: "proceeding.enforcementOrderServedOn" },
  ],
};
const land = { "dates.land": "courtLand" };

/** What the order for payment and the trial court start in Germany (de.md section 1). */
export const deDates: readonly DateRow[] = [
  {
    id: "objection_end",
    kind: "objection_end",
    rule: "DE-ESC-10",
    force: "LAW",
    citation: "ZPO §§ 692(1) no. 3, 694",
    after: orderServed,
    count: {
      topic: "deadline",
      question: "payment-order-objection",
      as: "dates.servedOn",
      also: land,
      answer: "last",
    },
    severity: "wait",
    unless: enforcementOrder,
  },
  {
    id: "enforcement_order_window",
    kind: "enforcement_order_window",
    rule: "DE-ESC-11",
    force: "LAW",
    citation: "ZPO § 701",
    after: orderServed,
    count: {
      topic: "deadline",
      question: "payment-order-objection",
      as: "dates.servedOn",
      also: land,
      answer: "enforcementOrderUntil",
    },
    cautious: { months: 6 },
    severity: "must",
    alarms: [90, 30, 7],
    unless: { any: [enforcementOrder, { known: "notices.objectionReceivedOn" }] },
  },
  {
    id: "statement_of_claim",
    kind: "statement_of_claim",
    rule: "DE-ESC-12",
    force: "LAW",
    citation: "ZPO § 697(1)",
    after: {
      facts: ["proceeding.statementDemandedOn"],
      pick: "last",
      asks: "proceeding.statementDemandedOn",
    },
    count: {
      topic: "deadline",
      question: "statement-of-claim",
      as: "dates.demandedOn",
      also: land,
      answer: "last",
    },
    cautious: { days: 14 },
    severity: "must",
    alarms: [7, 3],
    unless: { happened: { types: ["file_suit", "judgment"] } },
  },
  {
    id: "appeal_enforcement_order",
    kind: "appeal_enforcement_order",
    rule: "DE-ESC-13",
    force: "LAW",
    citation: "ZPO §§ 339, 700",
    after: {
      facts: ["proceeding.enforcementOrderServedOn"],
      pick: "last",
      asks: "proceeding.enforcementOrderServedOn",
    },
    count: {
      topic: "deadline",
      question: "appeal-enforcement-order",
      as: "dates.servedOn",
      also: land,
      answer: "last",
    },
    severity: "wait",
  },
];
