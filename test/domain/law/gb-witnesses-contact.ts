import { but, call, called, gbFacts, type Question, solicitor } from "./cases.ts";
import {
  actor,
  barred,
  company,
  credit,
  day,
  demanded,
  eleven,
  held,
  letterOfClaim,
  sms,
  suit,
} from "./gb-scenes.ts";

const calls = (facts: Question["facts"], over: Partial<Question> = {}): Question => ({
  facts,
  action: call,
  at: eleven,
  ...over,
});
const evening = but(gbFacts, { debtor: { preferredHours: { from: "18:00", to: "20:00" } } });
const bids = (over: Partial<Question>): Question => ({
  facts: gbFacts,
  action: { type: "bid" },
  actor,
  at: day,
  ...over,
});

/** For each row of contact, pauses and people a case in which it speaks. */
export const gbWitnessesContact: Record<string, Question> = {
  "GB-HOLD-01": calls(held("breathing_space", { registeredOn: "2026-03-19" })),
  "GB-HOLD-03": calls(held("dispute", {}, credit)),
  "X-04/dispute": calls(held("dispute")),
  "GB-HOLD-04/plan": calls(held("hardship")),
  "GB-HOLD-04/adviser": calls(held("represented")),
  "GB-HOLD-05": calls(held("bankruptcy")),
  "GB-HOLD-06": calls(held("incapacity")),
  "GB-HOLD-07": calls(held("death")),
  "GB-HOLD-08": calls(
    but(barred, {
      debt: { kind: "loan_bank", regulatedCredit: true },
      notices: { limitationReliedOn: "2026-03-01" },
    }),
  ),
  "GB-HOLD-09/hold": calls(held("minor")),
  "GB-HOLD-09/age": calls(but(gbFacts, { debtor: { ageYears: 17 } })),
  "GB-HOLD-10": calls(held("payment_plan")),
  "X-04/cease": calls(held("cease_contact")),
  "X-04/identity": calls(held("identity_theft")),
  "GB-CONTACT-01": calls(gbFacts, { at: "2026-04-08T19:00:00Z" }),
  "GB-CONTACT-01/days": calls(evening, { at: "2026-04-05T17:30:00Z" }),
  "GB-CONTACT-01/asked hours": calls(evening),
  "GB-CONTACT-01/channel": calls(held("channel_optout", { channel: "sms" }), { action: sms }),
  "GB-CONTACT-01/calls a day": calls(gbFacts, { history: [called("2026-04-08T08:00:00Z")] }),
  "GB-CONTACT-01/calls a week": calls(gbFacts, {
    history: ["2026-04-02", "2026-04-04", "2026-04-07"].map((on) => called(`${on}T10:00:00Z`)),
  }),
  "GB-CONTACT-02": { facts: gbFacts, action: { ...sms, threatens: "arrest" }, at: eleven },
  "GB-CONTACT-03": calls(gbFacts, {
    action: { ...call, recipientRole: "contact_person", disclosesDebt: true },
  }),
  "GB-CONTACT-04": { facts: gbFacts, action: { type: "visit" }, at: eleven },
  "GB-CONTACT-08": calls(gbFacts, { action: { ...call, employerAddress: true } }),
  "GB-CONTACT-09": calls(gbFacts, { action: { ...call, record: true } }),
  "GB-MONEY-09": {
    facts: gbFacts,
    action: { ...letterOfClaim, amounts: { fees: 1 } },
    at: day,
  },
  "GB-ACTOR-01": {
    facts: gbFacts,
    history: demanded,
    action: suit,
    actor: { kind: "mediator" },
    at: day,
  },
  "GB-ACTOR-01/credential": bids({ actor: { kind: "lawyer", credentials: [] } }),
  "GB-ACTOR-02": {
    facts: gbFacts,
    history: demanded,
    action: suit,
    actor: { kind: "unknown" },
    at: day,
  },
  "GB-ACTOR-03": { facts: gbFacts, history: demanded, action: suit, actor: { kind: "agency" }, at: day },
  "GB-ACTOR-04": { facts: company, history: demanded, action: suit, at: day },
  "GB-ACTOR-05": bids({ actor: solicitor({ number: "12" }) }),
  "GB-COV-03": calls(credit, { actor: { kind: "agency", fcaDebtCollecting: false } }),
  "GB-COV-03/market": bids({ facts: credit }),
  "X-06": bids({ actor: solicitor({ verifiedAt: "2026-03-01T12:00:00Z" }) }),
};
