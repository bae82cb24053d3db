import type { DateRow } from "#app/domain/law/case-dates/row.ts";
import type { Anchor, Condition } from "#app/domain/law/pack.ts";

const claimed: Condition = { happened: { types: ["file_suit", "judgment", "default_judgment"] } };

const posted: Anchor = {
  facts: ["proceeding.claimPostedOn"],
  pick: "last",
  asks: "proceeding.claimPostedOn",
};
const acknowledged: Condition = { known: "proceeding.serviceAcknowledgedOn" };
const defended: Condition = {
  any: [{ known: "proceeding.defenceFiledOn" }, { happened: { types: ["default_judgment", "judgment"] } }],
};

/** What letters, court papers and a moratorium start in England and Wales (gb.md sections 1 and 2). */
export const gbDates: readonly DateRow[] = [
  {
    id: "reply_end",
    kind: "reply_end",
    rule: "GB-ESC-03",
    force: "LAW",
    citation: "PAP Debt 3.4, 4.2, 8.2",
    count: { named: "gbReplyEnd" },
    severity: "wait",
    unless: claimed,
  },
  {
    id: "documents_due",
    kind: "documents_due",
    rule: "GB-ESC-06",
    force: "LAW",
    citation: "PAP Debt 5.2",
    after: { facts: ["notices.documentsRequestedOn"], pick: "last", asks: "notices.documentsRequestedOn" },
    count: { days: 30 },
    severity: "must",
    alarms: [14, 7],
    unless: { any: [{ known: "notices.documentsProvidedOn" }, { known: "notices.documentsExplainedOn" }] },
  },
  {
    id: "moratorium_end",
    kind: "moratorium_end",
    rule: "GB-HOLD-01",
    force: "LAW",
    citation: "SI 2020/1311 reg 26",
    count: { named: "gbMoratoriumEnd" },
    severity: "wait",
  },
  {
    id: "claim_form_validity",
    kind: "claim_form_validity",
    rule: "GB-ESC-10",
    force: "LAW",
    citation: "CPR 7.5",
    after: { facts: ["proceeding.claimIssuedOn"], pick: "last", asks: "proceeding.claimIssuedOn" },
    count: {
      topic: "deadline",
      question: "claim-form-validity",
      as: "dates.issuedOn",
      answer: "last",
    },
    cautious: { months: 4 },
    severity: "must",
    alarms: [30, 7],
    unless: { any: [{ known: "proceeding.claimPostedOn" }, { known: "proceeding.claimServedOn" }] },
  },
  {
    id: "defence_due",
    kind: "answer_due",
    rule: "GB-ESC-10",
    force: "LAW",
    citation: "CPR 10.3, 15.4",
    after: posted,
    count: { topic: "deadline", question: "claim-form-by-post", as: "dates.postedOn", answer: "defenceBy" },
    severity: "wait",
    unless: { any: [defended, acknowledged] },
  },
  {
    id: "defence_due.acknowledged",
    kind: "answer_due",
    rule: "GB-ESC-10",
    force: "LAW",
    citation: "CPR 10.3, 15.4",
    after: posted,
    count: {
      topic: "deadline",
      question: "claim-form-by-post",
      as: "dates.postedOn",
      answer: "defenceWithAcknowledgmentBy",
    },
    severity: "wait",
    unless: { any: [defended, { not: acknowledged }] },
  },
];
