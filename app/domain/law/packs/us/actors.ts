import type { Condition, Row } from "#app/domain/law/pack.ts";
import { agencies, lawyers, market, outbound } from "#app/domain/law/packs/acts.ts";
import { withoutAgencyLicence, zonesByState } from "#app/domain/law/packs/us/states.ts";

const lawyerActs = [
  "lawyer_letter",
  "arbitration",
  "file_suit",
  "default_judgment",
  "apply_enforcement",
] as const;
const effective = "1970-01-01";

/** A natural person may sue in its own name without a lawyer. */
const ownSuit: Condition = {
  all: [
    { fact: "actor.kind", in: ["creditor_self"] },
    { fact: "creditor.kind", in: ["natural"] },
    { fact: "action.type", in: ["file_suit", "default_judgment", "apply_enforcement", "arbitration"] },
  ],
};

const licensedStates = Object.keys(zonesByState).filter((state) => !withoutAgencyLicence.includes(state));

/** Who may act (us.md section 3). Unknown law of a state asks for a licence there. */
export const usActors: readonly Row[] = [
  {
    id: "US-ACTOR-01",
    part: "lawyer",
    force: "LAW",
    confidence: "medium",
    source: { cite: "State unauthorised-practice statutes; ABA Model Rule 5.5", effective },
    appliesTo: lawyerActs,
    when: { not: ownSuit },
    guard: { kind: "need", all: [{ that: lawyers, asks: "actor.kind" }] },
    message: "lawyer_only",
    unblock: ["engage_lawyer"],
  },
  {
    id: "US-ACTOR-01",
    part: "admission",
    force: "LAW",
    confidence: "medium",
    source: { cite: "State unauthorised-practice statutes; ABA Model Rule 5.5", effective },
    appliesTo: [...lawyerActs, ...market],
    when: { all: [lawyers, { not: ownSuit }] },
    guard: {
      kind: "credential",
      types: ["bar_admission"],
      territory: "forum",
      part: "valid",
      who: "law.who.lawyer",
    },
    message: "credential_missing",
    unblock: ["verify_credential"],
  },
  {
    id: "US-ACTOR-02",
    force: "LAW",
    confidence: "medium",
    source: { cite: "State collection-agency and unauthorised-practice statutes", effective },
    appliesTo: lawyerActs,
    when: agencies,
    guard: { kind: "never" },
    message: "lawyer_only",
    unblock: ["engage_lawyer"],
  },
  {
    id: "US-ACTOR-03",
    force: "LAW",
    confidence: "medium",
    source: { cite: "State collection-agency licensing statutes", effective },
    appliesTo: [...outbound, "validation_notice", "mediation", ...market],
    states: licensedStates,
    when: agencies,
    guard: {
      kind: "credential",
      types: ["licence", "agency_licence"],
      territory: "debtor",
      part: "valid",
      who: "law.who.agency",
    },
    message: "credential_missing",
    unblock: ["verify_credential"],
    vectors: ["US-TV-22"],
  },
  {
    id: "US-ACTOR-03",
    part: "NYC",
    force: "LAW",
    confidence: "medium",
    source: { cite: "NYC Admin. Code 20-490", effective },
    appliesTo: [...outbound, "validation_notice", "mediation", ...market],
    states: ["NY"],
    when: { all: [agencies, { city: "new-york-city" }] },
    guard: {
      kind: "credential",
      types: ["licence", "agency_licence"],
      territory: "debtor",
      part: "valid",
      who: "law.who.agency",
    },
    message: "credential_missing",
    unblock: ["verify_credential"],
  },
  {
    id: "X-06",
    part: "lawyer",
    force: "POL",
    confidence: "high",
    source: { cite: "Rung platform policy: registers are looked up again after 30 days", effective },
    appliesTo: [...lawyerActs, ...market],
    when: lawyers,
    guard: {
      kind: "credential",
      types: ["bar_admission"],
      territory: "forum",
      part: "checked",
      who: "law.who.lawyer",
      withinDays: 30,
    },
    message: "credential_stale",
    unblock: ["recheck_credential"],
  },
  {
    id: "X-06",
    part: "agency",
    force: "POL",
    confidence: "high",
    source: { cite: "Rung platform policy: registers are looked up again after 30 days", effective },
    appliesTo: [...outbound, "validation_notice", "mediation", ...market],
    when: agencies,
    guard: {
      kind: "credential",
      types: ["licence", "agency_licence"],
      territory: "debtor",
      part: "checked",
      who: "law.who.agency",
      withinDays: 30,
    },
    message: "credential_stale",
    unblock: ["recheck_credential"],
  },
  {
    id: "US-STATE-03",
    force: "POL",
    confidence: "high",
    source: { cite: "Rung platform policy: no contact without knowing the debtor's state", effective },
    appliesTo: [...outbound, "validation_notice", ...lawyerActs, ...market],
    guard: {
      kind: "need",
      all: [
        {
          that: { any: Object.keys(zonesByState).map((state) => ({ state })) },
          asks: "debtor.residence.state",
        },
        {
          that: { any: [{ known: "debtor.residence.state" }, { known: "debtor.residence.tz" }] },
          asks: "debtor.residence.state",
        },
      ],
    },
    message: "unsupported_state",
    unblock: ["add_residence"],
  },
];
