import type { DateRow } from "#app/domain/law/case-dates/row.ts";

/** What runs in the United States (us.md sections 1 and 8). */
export const usDates: readonly DateRow[] = [
  {
    id: "validation_end",
    kind: "validation_end",
    rule: "US-ESC-02",
    force: "LAW",
    citation: "12 CFR 1006.34(b)(5)",
    after: {
      facts: ["notices.validation.sentOn"],
      events: { types: ["validation_notice"] },
      pick: "last",
      asks: "notices.validation.sentOn",
    },
    count: { topic: "deadline", question: "validation-period", as: "dates.sentOn", answer: "ends" },
    severity: "wait",
  },
  {
    id: "answer_due",
    kind: "answer_due",
    rule: "US-CAL-03",
    force: "LAW",
    citation: "State rules of civil procedure",
    after: { facts: ["proceeding.claimServedOn"], pick: "last", asks: "proceeding.claimServedOn" },
    count: { topic: "deadline", question: "state-answer", as: "dates.servedOn", answer: "last" },
    severity: "wait",
    unless: { happened: { types: ["default_judgment", "judgment"] } },
  },
];
