import type { Row } from "#app/domain/law/pack.ts";
import { outbound } from "#app/domain/law/packs/acts.ts";
import { covered } from "#app/domain/law/packs/us/coverage.ts";
import { twoPartyStates } from "#app/domain/law/packs/us/states.ts";

const regF = "2021-11-30";
const law = { force: "LAW", confidence: "high" } as const;

const emailBases = [
  "consumer_used",
  "consent",
  "prior_consent",
  "creditor_notice",
  "prior_collector",
  "prior_collector_used",
];
const noConsent = ["none", "no", "false", "refused", "revoked", "withdrawn"];
const debtorRoles = [
  "debtor",
  "debtor_attorney",
  "spouse",
  "parent",
  "guardian",
  "executor",
  "administrator",
  "trustee",
  "personal_representative",
  "estate",
];

/** Whose address, whose number, which people (US-CONTACT-08 to -19). */
export const usChannelRules: readonly Row[] = [
  {
    id: "US-CONTACT-08",
    force: "LAW",
    confidence: "medium",
    source: { cite: "12 CFR 1006.6(e)", effective: regF },
    appliesTo: outbound,
    guard: { kind: "hold", types: ["channel_optout"], channelOnly: true },
    message: "hold_active",
    unblock: ["other_channel"],
  },
  {
    id: "US-CONTACT-09",
    ...law,
    source: { cite: "12 CFR 1006.6(d)(4)", effective: regF },
    appliesTo: ["email"],
    when: covered,
    guard: {
      kind: "need",
      all: [
        {
          that: { fact: "action.emailBasis", in: emailBases },
          asks: "action.emailBasis",
        },
      ],
    },
    message: "basis_missing",
    unblock: ["email_basis", "other_channel"],
  },
  {
    id: "US-CONTACT-09",
    part: "notice",
    ...law,
    source: { cite: "12 CFR 1006.6(d)(4)(ii)", effective: regF },
    appliesTo: ["email"],
    when: { all: [covered, { fact: "action.emailBasis", in: ["creditor_notice"], absentMeansNo: true }] },
    // The opt-out period lasts at least 35 days; the first e-mail goes out when it is over.
    guard: {
      kind: "wait",
      after: { facts: ["notices.emailNoticeOn"], pick: "last", asks: "notices.emailNoticeOn" },
      days: 36,
      orElse: "pass",
      reason: "law.wait.email_notice",
    },
    message: "waiting_period",
    unblock: ["wait", "other_channel"],
  },
  {
    id: "US-CONTACT-10",
    ...law,
    source: { cite: "12 CFR 1006.6(d)(5)", effective: regF },
    appliesTo: ["sms"],
    when: covered,
    guard: { kind: "named", name: "textBasis" },
    message: "basis_missing",
    unblock: ["check_number", "other_channel"],
  },
  {
    id: "US-CONTACT-11",
    force: "LAW",
    confidence: "medium",
    source: { cite: "12 CFR 1006.22(f)(3)", effective: regF },
    appliesTo: ["email", "reminder", "demand_payment", "lawyer_letter"],
    when: {
      all: [
        covered,
        { fact: "action.employerAddress", in: [true], absentMeansNo: true },
        {
          not: {
            fact: "action.emailBasis",
            in: ["consumer_used", "consent", "prior_consent"],
            absentMeansNo: true,
          },
        },
      ],
    },
    guard: { kind: "never" },
    message: "work_address",
    unblock: ["other_channel"],
    vectors: ["US-TV-18"],
  },
  {
    id: "US-CONTACT-12",
    force: "LAW",
    confidence: "medium",
    source: { cite: "15 USC 1692c(a)(3); 12 CFR 1006.6(b)(3)", effective: regF },
    appliesTo: ["call", "letter", "sms"],
    when: { all: [covered, { fact: "action.employerAddress", in: [true], absentMeansNo: true }] },
    guard: {
      kind: "need",
      all: [
        {
          that: { fact: "debtor.employerForbidsContact", in: [false] },
          asks: "debtor.employerForbidsContact",
        },
      ],
    },
    message: "work_address",
    unblock: ["other_channel"],
  },
  {
    id: "US-CONTACT-13",
    ...law,
    source: { cite: "15 USC 1692b, 1692c(b); 12 CFR 1006.10, 1006.6(d)(1)", effective: regF },
    appliesTo: outbound,
    when: {
      all: [
        covered,
        { not: { fact: "action.recipientRole", in: debtorRoles } },
        { known: "action.recipientRole" },
      ],
    },
    guard: { kind: "named", name: "thirdPartyOnlyForLocation" },
    message: "third_party",
    unblock: ["location_only"],
  },
  {
    id: "US-CONTACT-18",
    ...law,
    source: { cite: "47 USC 227; 47 CFR 64.1200; FCC 24-17", effective: "2024-02-08" },
    appliesTo: ["call"],
    when: { fact: "action.voice", in: ["synthetic"], absentMeansNo: true },
    guard: {
      kind: "need",
      all: [
        { that: { known: "action.tcpaConsent" }, asks: "action.tcpaConsent" },
        {
          that: { not: { fact: "action.tcpaConsent", in: noConsent, absentMeansNo: true } },
          asks: "action.tcpaConsent",
        },
      ],
    },
    message: "consent_missing",
    unblock: ["call_consent"],
  },
  {
    id: "US-CONTACT-19",
    force: "LAW",
    confidence: "medium",
    source: {
      cite: "Cal. Penal Code 632; Fla. Stat. 934.03; 720 ILCS 5/14; M.G.L. c.272 s.99; 18 Pa.C.S. 5704; RCW 9.73.030",
      effective: "1970-01-01",
    },
    appliesTo: ["call", "visit"],
    states: twoPartyStates,
    when: { fact: "action.record", in: [true], absentMeansNo: true },
    guard: {
      kind: "need",
      all: [{ that: { fact: "action.bothConsent", in: [true] }, asks: "action.bothConsent" }],
    },
    message: "consent_missing",
    unblock: ["announce_recording"],
  },
];
