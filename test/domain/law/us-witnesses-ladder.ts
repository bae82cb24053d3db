import { but, call, lawyer, type Question, usFacts } from "./cases.ts";
import { barred, company, day, demanded, held, inState, letter, noon, sms, sued, suit } from "./us-scenes.ts";

/** For each row a case in which it speaks. */
export const usWitnessesLadder: Record<string, Question> = {
  "US-COV-01": { facts: but(usFacts, { debt: { purpose: "unknown" } }), action: call, at: noon },
  "US-ESC-01": { facts: but(usFacts, { notices: { validation: null } }), action: call, at: noon },
  "US-ESC-03": {
    facts: but(usFacts, { notices: { validation: { sentOn: "2026-03-01" } } }),
    history: demanded,
    action: letter,
    actor: lawyer(),
    at: day,
  },
  "US-ESC-04": {
    facts: but(held("dispute"), { notices: { validation: { sentOn: "2026-01-02" } } }),
    action: call,
    at: noon,
  },
  "US-ESC-05/file": { facts: barred, history: demanded, action: suit, actor: lawyer(), at: day },
  "US-ESC-05/threat": {
    facts: barred,
    history: demanded,
    action: { ...letter, threatensSuit: true },
    actor: lawyer(),
    at: day,
  },
  "US-ESC-05/message": { facts: barred, action: { ...sms, threatensSuit: true }, at: noon },
  "US-ESC-06": { history: demanded, action: { ...letter, attorneyReview: false }, actor: lawyer(), at: day },
  "US-ESC-07": {
    history: demanded,
    action: { ...suit, forumState: "NJ" },
    actor: lawyer({ territory: "NJ" }),
    at: day,
  },
  "US-ESC-08": { history: sued, action: { type: "default_judgment" }, actor: lawyer(), at: day },
  "US-ESC-08/age": {
    facts: but(usFacts, { notices: { scraCertificateOn: "2026-02-07" } }),
    history: sued,
    action: { type: "default_judgment" },
    actor: lawyer(),
    at: day,
  },
  "US-ESC-09": {
    facts: but(usFacts, { notices: { validation: { sentOn: "2026-03-01" } } }),
    action: { type: "bureau_report" },
    at: day,
  },
  "US-ESC-10": { facts: held("identity_theft"), action: { type: "round_opened" }, at: day },
  "US-ESC-11": {
    facts: but(inState("FL"), {
      creditor: { assigned: true },
      notices: { assignmentDeliveredOn: "2026-02-20" },
    }),
    action: call,
    at: noon,
  },
  "US-ESC-12": { history: demanded, action: { type: "arbitration" }, actor: lawyer(), at: day },
  "US-ESC-13": { action: { type: "apply_enforcement" }, actor: lawyer(), at: day },
  "US-STATE-01/judgment": { action: { type: "judgment" }, actor: lawyer(), at: day },
  "US-STATE-02": { action: { type: "visit" }, at: noon },
  "US-HOLD-01": { facts: held("cease_contact"), action: call, at: noon },
  "US-HOLD-02": { facts: held("represented"), action: call, at: noon },
  "US-HOLD-03": { facts: held("bankruptcy"), action: call, at: noon },
  "US-HOLD-04": { facts: held("death"), action: call, at: noon },
  "US-HOLD-05/hold": { facts: held("minor"), action: call, at: noon },
  "US-HOLD-05/age": { facts: but(usFacts, { debtor: { ageYears: 17 } }), action: call, at: noon },
  "US-HOLD-06": { facts: held("military"), history: demanded, action: suit, actor: lawyer(), at: day },
  "US-HOLD-07": { facts: held("identity_theft"), action: call, at: noon },
  "US-HOLD-08": { facts: held("payment_plan"), action: call, at: noon },
  "US-HOLD-09": {
    facts: but(usFacts, { debtor: { preferredHours: { from: "18:00", to: "20:00" } } }),
    action: call,
    at: noon,
  },
  "US-HOLD-10": {
    facts: but(usFacts, { debt: { medical: true, firstBillOn: "2025-12-01" } }),
    history: demanded,
    action: suit,
    actor: lawyer(),
    at: day,
  },
  "X-04": { facts: held("complaint"), action: call, at: noon },
  "X-04/commercial": {
    facts: but(company, { holds: [{ type: "dispute", startedAt: "2026-01-05T15:00:00Z" }] }),
    action: call,
    at: noon,
  },
  "X-04/commercial-contact": {
    facts: but(company, { holds: [{ type: "cease_contact", startedAt: "2026-01-05T15:00:00Z" }] }),
    action: call,
    at: noon,
  },
};
