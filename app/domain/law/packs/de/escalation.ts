import type { Condition, Row } from "#app/domain/law/pack.ts";
import { agencies, amicable, isReply, lawyers, yes } from "#app/domain/law/packs/acts.ts";
import { deCourt } from "#app/domain/law/packs/de/court.ts";
import { privatePerson, professional } from "#app/domain/law/packs/de/parties.ts";

const law = { force: "LAW", confidence: "high" } as const;
const policy = { force: "POL", confidence: "high" } as const;
const bgb = "2002-01-01";
/** The information duties of RDG 13a and BRAO 43d in their present form. */
const duties = { cite: "RDG 13a; BRAO 43d", effective: "2021-10-01" };
const pol = (provision: string) => ({ cite: `Rung platform policy: ${provision}`, effective: "1970-01-01" });

/** What a later reminder really costs, in cents (BGB 280, 286; case law). */
const REMINDER_COST = 3_00;

const asks = (purpose: string): Condition => ({
  all: [professional, privatePerson, { fact: "action.purpose", in: [purpose], absentMeansNo: true }],
});
const texts = ["email", "sms", "letter", "demand_payment", "lawyer_letter", "send_template"] as const;
const firstWord: Condition = { all: [professional, privatePerson, amicable] };

const verzug: readonly Row[] = [
  {
    id: "DE-ESC-01",
    ...law,
    source: { cite: "BGB 280(2), 286(1)-(2)", effective: bgb },
    appliesTo: ["claim_collection_costs"],
    guard: { kind: "named", name: "inDefault" },
    message: "de_no_default",
    unblock: ["de_remind", "wait"],
    vectors: ["DE-TV-03"],
  },
  {
    id: "DE-ESC-02",
    ...law,
    source: { cite: "BGB 286(3)", effective: bgb },
    appliesTo: ["claim_collection_costs"],
    when: {
      all: [
        privatePerson,
        { not: { known: "verzugFrom" } },
        { fact: "debt.invoiceHint", in: [false], absentMeansNo: true },
      ],
    },
    guard: { kind: "named", name: "remindedAfterInvoice" },
    message: "de_no_hint",
    unblock: ["de_remind"],
    vectors: ["DE-TV-03"],
  },
  {
    id: "DE-ESC-03",
    part: "first",
    ...law,
    source: { cite: "BGB 280(2), 286", effective: bgb },
    appliesTo: ["reminder"],
    when: { all: [{ not: { happened: { types: ["reminder"] } } }, { not: { known: "verzugFrom" } }] },
    guard: { kind: "cap", amount: "action.amounts.fees", cap: 0 },
    message: "de_first_reminder_costs",
    unblock: ["correct_amounts"],
  },
  {
    id: "DE-ESC-03",
    part: "later",
    force: "LAW",
    confidence: "medium",
    source: { cite: "BGB 280; case law on reminder costs", effective: bgb },
    appliesTo: ["reminder"],
    guard: { kind: "cap", amount: "action.amounts.fees", cap: REMINDER_COST },
    effect: "warn",
    message: "amount_over_cap",
    unblock: ["correct_amounts"],
  },
  {
    id: "DE-ESC-04",
    ...policy,
    source: pol("a collector's letter 7 days after default at the earliest"),
    appliesTo: ["demand_payment"],
    when: { all: [agencies, amicable] },
    guard: { kind: "named", name: "inDefaultForAWeek" },
    message: "waiting_period",
    unblock: ["de_remind", "wait"],
    cadence: true,
  },
];

const firstAssertion: readonly Row[] = [
  {
    id: "DE-NOTICE-01",
    ...law,
    source: duties,
    appliesTo: ["demand_payment", "lawyer_letter"],
    when: firstWord,
    guard: { kind: "named", name: "firstAssertionComplete" },
    message: "de_first_letter",
    unblock: ["de_complete_letter"],
    vectors: ["DE-TV-15"],
  },
  {
    id: "DE-ESC-05",
    part: "message",
    ...law,
    source: duties,
    appliesTo: ["reminder", "email", "sms", "letter"],
    when: firstWord,
    guard: { kind: "named", name: "firstAssertionComplete" },
    message: "de_first_letter",
    unblock: ["de_complete_letter"],
    // What an excerpt does not tell may have been sent; the platform's own record is whole.
    cadence: true,
  },
  {
    id: "DE-ESC-05",
    part: "call",
    ...law,
    source: duties,
    appliesTo: ["call"],
    when: firstWord,
    guard: { kind: "named", name: "assertedInText" },
    message: "de_text_first",
    unblock: ["de_complete_letter"],
    cadence: true,
  },
  {
    id: "DE-ESC-05",
    part: "form",
    ...law,
    source: { ...duties, cite: "RDG 13a(1); BRAO 43d(1); BGB 126b" },
    appliesTo: ["demand_payment", "lawyer_letter"],
    when: {
      all: [firstWord, { fact: "action.channel", in: ["voice", "in_person"], absentMeansNo: true }],
    },
    guard: { kind: "never" },
    message: "de_text_first",
    unblock: ["other_channel"],
  },
  {
    id: "DE-ESC-06",
    part: "plan",
    ...law,
    source: { ...duties, cite: "RDG 13a(3); BRAO 43d(3)" },
    appliesTo: texts,
    when: asks("plan_offer"),
    guard: {
      kind: "need",
      all: [{ that: yes("action.items.planCosts"), asks: "action.items.planCosts" }],
    },
    message: "mandatory_notice_missing",
    unblock: ["de_complete_letter"],
  },
  {
    id: "DE-ESC-06",
    part: "acknowledgment",
    ...law,
    source: { ...duties, cite: "RDG 13a(4); BRAO 43d(4)" },
    appliesTo: texts,
    when: asks("acknowledgment_request"),
    guard: {
      kind: "need",
      all: [{ that: yes("action.items.acknowledgmentWarning"), asks: "action.items.acknowledgmentWarning" }],
    },
    message: "mandatory_notice_missing",
    unblock: ["de_complete_letter"],
  },
];

const limitation: readonly Row[] = [
  {
    id: "DE-LIM-07",
    ...law,
    source: { cite: "BGB 214; UWG 5, 5a; RDG 13a(4)", effective: bgb },
    appliesTo: ["demand_payment", "lawyer_letter"],
    when: { all: [privatePerson, amicable] },
    guard: { kind: "named", name: "barredNeedsCounsel" },
    message: "de_barred",
    unblock: ["lawyer_statement"],
  },
];

const costs: readonly Row[] = [
  {
    id: "DE-MONEY-05",
    ...law,
    source: { cite: "RDG 13e; RVG 13, VV 2300, 7002, 7008", effective: "2021-10-01" },
    appliesTo: ["claim_collection_costs"],
    guard: { kind: "named", name: "collectionCostsWithinCap" },
    message: "amount_over_cap",
    unblock: ["correct_amounts"],
    vectors: ["DE-TV-12", "DE-TV-13", "DE-TV-14"],
  },
  {
    id: "DE-MONEY-07",
    ...law,
    source: { cite: "RDG 13a(1) no. 6; VV 7008", effective: "2021-10-01" },
    appliesTo: ["claim_collection_costs"],
    when: { fact: "action.vatClaimed", in: [true], absentMeansNo: true },
    guard: {
      kind: "need",
      all: [{ that: yes("action.items.vatStatement"), asks: "action.items.vatStatement" }],
    },
    message: "de_vat",
    unblock: ["correct_amounts"],
  },
  {
    id: "DE-ACTOR-08",
    ...law,
    source: { cite: "RDG 13f", effective: "2021-10-01" },
    appliesTo: ["claim_collection_costs"],
    when: {
      all: [
        { happened: { types: ["claim_collection_costs"] } },
        { not: { fact: "notices.disputed", in: [true], absentMeansNo: true } },
        { not: { happened: { types: ["dispute"] } } },
      ],
    },
    guard: { kind: "never" },
    message: "de_costs_once",
    unblock: ["correct_amounts"],
  },
  {
    id: "DE-HOLD-10",
    force: "LAW",
    confidence: "medium",
    source: { cite: "BGB 355-356", effective: "2014-06-13" },
    appliesTo: ["payment_order", "file_suit"],
    when: { all: [privatePerson, { not: isReply }] },
    guard: {
      kind: "wait",
      after: { facts: ["debt.contractDate"], pick: "first", asks: "debt.contractDate" },
      days: 15,
      orElse: "pass",
      reason: "law.wait.de_withdrawal",
    },
    effect: "warn",
    message: "waiting_period",
    unblock: ["ask_counsel"],
  },
  {
    id: "DE-ACTOR-06",
    ...law,
    source: { cite: "ZPO 79(1) s. 2", effective: "2008-07-01" },
    appliesTo: ["file_suit"],
    when: {
      all: [{ fact: "creditor.assigned", in: [true], absentMeansNo: true }, { not: lawyers }],
    },
    guard: { kind: "never" },
    effect: "warn",
    message: "de_assignee",
    unblock: ["engage_lawyer"],
  },
];

/** Rechnung → Mahnung → Inkassoschreiben | Anwaltsschreiben → Mahnverfahren | Klage → Zwangsvollstreckung (de.md section 1). */
export const deEscalation: readonly Row[] = [
  ...verzug,
  ...firstAssertion,
  ...limitation,
  ...costs,
  ...deCourt,
];
