import type { HoldType } from "#app/domain/law/facts.ts";
import { but, call, called, type Question, spoke } from "./cases.ts";
import {
  collector,
  company,
  costs,
  day,
  deFacts,
  deLawyer,
  demanded,
  held,
  letter,
  ten,
  titled,
} from "./de-scenes.ts";

const facts = deFacts;
const stopped = (type: HoldType): Question => ({ facts: held(type), action: call, at: ten });
const attempt = (hour: string) => called(`2026-06-17T${hour}:00:00Z`);

/** For each row on pauses, contact and actors a case in which it speaks. */
export const deWitnessesContact: Record<string, Question> = {
  "DE-MONEY-13": { facts, action: { type: "bid", items: { sharesFee: true } }, actor: deLawyer(), at: day },
  "DE-HOLD-01": stopped("dispute"),
  "DE-HOLD-02": stopped("bankruptcy"),
  "DE-HOLD-03/pause": stopped("hardship"),
  "DE-HOLD-07": stopped("settlement_talks"),
  "DE-HOLD-03/enforcement": {
    facts: but(held("hardship"), { effectiveInstrument: true }),
    action: { type: "apply_enforcement" },
    at: day,
  },
  "DE-HOLD-04": stopped("death"),
  "DE-HOLD-05/hold": stopped("minor"),
  "DE-HOLD-05/age": { facts: but(facts, { debtor: { ageYears: 17 } }), action: call, at: ten },
  "DE-HOLD-06": stopped("payment_plan"),
  "DE-HOLD-08": stopped("identity_theft"),
  "DE-HOLD-09/lawyer": { ...stopped("represented"), actor: deLawyer(), history: demanded },
  "DE-HOLD-09/others": stopped("represented"),
  "X-04/cease": stopped("cease_contact"),
  "X-04": stopped("complaint"),
  "DE-CONTACT-01/hours": { facts, action: call, at: "2026-06-17T18:00:00Z" },
  "DE-CONTACT-01/week": {
    facts,
    history: [spoke("2026-06-11T08:00:00Z"), spoke("2026-06-15T08:00:00Z")],
    action: call,
    at: ten,
  },
  "DE-CONTACT-01/day": { facts, history: [spoke("2026-06-17T07:00:00Z")], action: call, at: ten },
  "DE-CONTACT-01/attempts": {
    facts,
    history: [attempt("06"), attempt("07"), attempt("08")],
    action: call,
    at: "2026-06-17T10:00:00Z",
  },
  "DE-CONTACT-03/entry": { facts: titled, action: { type: "enter_premises" }, at: day },
  "DE-CONTACT-03/visit": { facts, action: { type: "visit", direction: "out" }, at: ten },
  "DE-CONTACT-04": {
    facts,
    action: { ...letter, recipientRole: "neighbour", disclosesDebt: true },
    at: day,
  },
  "DE-CONTACT-05": { facts, action: { ...call, record: true }, at: ten },
  "DE-CONTACT-06": {
    facts: held("channel_optout", { channel: "sms" }),
    action: { type: "sms", direction: "out", debtId: "D1" },
    at: ten,
  },
  "DE-COV-04": {
    facts: but(facts, { creditor: { kind: "debt_buyer" }, debt: { kind: "loan_bank" } }),
    history: demanded,
    action: call,
    actor: collector(),
    at: ten,
  },
  "DE-ACTOR-01": { facts, history: demanded, action: call, actor: { kind: "agency" }, at: ten },
  "DE-ACTOR-04": {
    facts,
    history: demanded,
    action: { type: "file_suit" },
    actor: collector(),
    at: day,
  },
  "DE-ACTOR-05": { facts, history: demanded, action: call, actor: { kind: "lawyer" }, at: ten },
  "X-06/lawyer": {
    facts,
    history: demanded,
    action: call,
    actor: deLawyer({ verifiedAt: "2026-05-01T00:00:00Z" }),
    at: ten,
  },
  "X-06/collector": {
    facts,
    history: demanded,
    action: costs,
    actor: collector({ verifiedAt: "2026-05-01T00:00:00Z" }),
    at: day,
  },
  "POL-LADDER-08/hours": { facts: company, action: call, at: "2026-06-17T16:30:00Z" },
  "POL-LADDER-08/calls": {
    facts: company,
    history: [spoke("2026-06-12T08:00:00Z"), spoke("2026-06-15T08:00:00Z")],
    action: call,
    at: ten,
  },
  "POL-LADDER-08/visit": { facts: company, action: { type: "visit", direction: "out" }, at: ten },
  "X-05/conduct": { facts, action: { ...call, text: "Wir sind von der Polizei. Haftbefehl!" }, at: ten },
  "X-05/review": { facts, action: { ...call, text: "Andernfalls drohen ernste Konsequenzen." }, at: ten },
};
