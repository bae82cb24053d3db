import { usNoticeItems } from "#app/domain/law/act-items.ts";
import { but, call, lawyer, type Question, usFacts } from "./cases.ts";
import { agency, day, demanded, email, held, inState, letter, noon, sued } from "./us-scenes.ts";

/** An act that tells this of itself. */
const carrying = (items: Record<string, boolean>) => ({ ...email, items });
const notice = {
  type: "validation_notice",
  amounts: { itemized: 100, interest: 0, fees: 0, payments: 0, credits: 0, current: 100 },
} as const;
const bid = (over: object) => ({ action: { type: "bid", ...over }, actor: lawyer(), at: day }) as const;

/** For each row on texts, mandates and proceedings a case in which it speaks. */
export const usWitnessesActs: Record<string, Question> = {
  "POL-LADDER-01/contact": {
    facts: but(usFacts, { debt: { dueDate: "2026-03-10" } }),
    action: call,
    at: noon,
  },
  "US-CONTACT-01/FL": { facts: inState("FL"), action: call, at: "2026-03-10T11:00:00Z" },
  "US-CONTACT-07/WA hours": {
    facts: inState("WA", "America/Los_Angeles"),
    action: call,
    actor: agency({ territory: "WA" }),
    at: "2026-03-10T13:00:00Z",
  },
  "US-CONTACT-08/offer": { action: carrying({ optOut: false }), at: noon },
  "US-CONTACT-09/notice": {
    facts: but(usFacts, { notices: { emailNoticeOn: "2026-02-03" } }),
    action: { ...email, emailBasis: "creditor_notice" },
    at: noon,
  },
  "US-CONTACT-14": { action: carrying({ collectorDisclosure: false }), at: noon },
  "US-CONTACT-15": { action: { ...call, items: { voicemail: true } }, at: noon },
  "US-CONTACT-16": { action: carrying({ postcard: true }), at: noon },
  "US-CONTACT-17": { action: carrying({ convenienceFee: true }), at: noon },
  "US-CONTACT-20": {
    facts: but(usFacts, { debtor: { preferredLanguage: "es" } }),
    action: { ...email, language: "en" },
    at: noon,
  },
  "US-MONEY-01": { action: carrying({ feesAuthorised: false }), at: noon },
  "US-ESC-02": { action: { ...notice, statedEnd: "2026-04-15" }, at: day },
  "US-ESC-04/told": { facts: but(usFacts, { notices: { disputed: true } }), action: call, at: noon },
  "US-NOTICE-01/items": { action: { ...notice, items: { [usNoticeItems[0]]: true } }, at: day },
  "US-STATE-15": {
    facts: inState("CA", "America/Los_Angeles"),
    action: carrying({ licenceNumber: false }),
    at: noon,
  },
  "US-STATE-16": {
    facts: inState("TX", "America/Chicago"),
    action: { type: "bid" },
    actor: agency({ territory: "TX" }),
    at: day,
  },
  "US-ACTOR-05": bid({ items: { sharesFee: true } }),
  "US-ACTOR-06": bid({ feePercent: "41" }),
  "X-07": bid({ items: { actsForOtherSide: true } }),
  "US-MONEY-07": { action: { type: "closed_settled", amounts: { forgiven: 600_00 } }, at: day },
  "US-ESC-13/wages": {
    facts: but(inState("TX", "America/Chicago"), { effectiveInstrument: true }),
    action: { type: "apply_enforcement", remedy: "wage_garnishment" },
    actor: lawyer({ territory: "TX" }),
    at: day,
  },
  "US-CAL-03": {
    facts: but(usFacts, {
      notices: { scraCertificateOn: "2026-03-01" },
      proceeding: { claimServedOn: "2026-02-10" },
    }),
    history: sued,
    action: { type: "default_judgment", forumState: "NY" },
    actor: lawyer(),
    at: day,
  },
  "US-HOLD-06/rate": {
    facts: but(held("military"), { debt: { agreedRate: "18", contractDate: "2024-01-01" } }),
    history: demanded,
    action: { ...letter, interestRate: "18" },
    actor: lawyer(),
    at: day,
  },
};
