import type { Condition, Row } from "#app/domain/law/pack.ts";
import { lawyers, titled, yes } from "#app/domain/law/packs/acts.ts";
import { consumerCredit } from "#app/domain/law/packs/de/parties.ts";

const zpo = "2002-01-01";
const law = { force: "LAW", confidence: "high" } as const;

/** Where a payment order can be served: the Union and the states of AVAG (ZPO 688(3)). */
const servedIn = [
  ..."DE AT BE BG CY CZ DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
  ..."CH IS NO".split(" "),
];

/** GVG 23 no. 1, in cents, before and from 1 January 2026. */
const OLD_LOCAL_COURT = 5_000_00;
const LOCAL_COURT = 10_000_00;

/** Homes are the local court's whatever the sum (GVG 23 no. 2a). */
const homeRent: Condition = {
  all: [
    { fact: "debt.kind", in: ["rent"], absentMeansNo: true },
    { fact: "debt.purpose", in: ["consumer"], absentMeansNo: true },
  ],
};
const above = (limit: number): Condition => ({
  all: [{ not: { fact: "debt.principal", atMost: limit } }, { not: homeRent }],
});

const no = (fact: string): Condition => ({ fact, in: [false] });

const orderConditions: readonly Row[] = [
  {
    id: "DE-ESC-07",
    part: "euro",
    ...law,
    source: { cite: "ZPO 688(1)", effective: zpo },
    appliesTo: ["payment_order"],
    guard: { kind: "need", all: [{ that: { fact: "debt.currency", in: ["EUR"] }, asks: "debt.currency" }] },
    message: "de_order_conditions",
    unblock: ["sue_instead"],
  },
  {
    id: "DE-ESC-07",
    part: "rate",
    ...law,
    source: { cite: "ZPO 688(2) no. 1; BGB 247, 491-504", effective: zpo },
    appliesTo: ["payment_order"],
    when: consumerCredit,
    guard: { kind: "named", name: "rateAllowsPaymentOrder" },
    message: "de_order_rate",
    unblock: ["sue_instead"],
    vectors: ["DE-TV-17"],
  },
  {
    id: "DE-ESC-07",
    part: "claim",
    ...law,
    source: { cite: "ZPO 688(2) nos. 2-3", effective: zpo },
    appliesTo: ["payment_order"],
    guard: {
      kind: "need",
      all: [
        {
          that: no("action.counterPerformanceOutstanding"),
          asks: "action.counterPerformanceOutstanding",
        },
        { that: no("action.publicServiceNeeded"), asks: "action.publicServiceNeeded" },
      ],
    },
    message: "de_order_conditions",
    unblock: ["sue_instead"],
  },
  {
    id: "DE-ESC-07",
    part: "abroad",
    ...law,
    source: { cite: "ZPO 688(3); AVAG 32", effective: zpo },
    appliesTo: ["payment_order"],
    when: {
      all: [
        { known: "debtor.residence.country" },
        { not: { fact: "debtor.residence.country", in: servedIn } },
      ],
    },
    guard: { kind: "never" },
    message: "de_order_abroad",
    unblock: ["sue_instead"],
  },
  {
    id: "DE-ESC-09",
    ...law,
    source: { cite: "ZPO 690(1) no. 3", effective: zpo },
    appliesTo: ["payment_order"],
    guard: { kind: "need", all: [{ that: { known: "debt.principal" }, asks: "debt.principal" }] },
    message: "fact_unknown",
    unblock: ["add_fact"],
  },
  {
    id: "DE-ESC-09",
    part: "evidence",
    force: "POL",
    confidence: "high",
    source: {
      cite: "Rung platform policy: an order that no court examines rests on papers (ZPO 690, 692(1) no. 2)",
      effective: "1970-01-01",
    },
    appliesTo: ["payment_order"],
    guard: {
      kind: "need",
      all: [
        { that: { known: "documents.itemisedAccountId" }, asks: "documents.itemisedAccountId" },
        { that: { known: "documents.primaryDocumentId" }, asks: "documents.primaryDocumentId" },
      ],
    },
    message: "mandatory_notice_missing",
    unblock: ["add_itemised_account", "add_primary_document"],
    cadence: true,
  },
];

const enforcementOrder: readonly Row[] = [
  {
    id: "DE-ESC-10",
    part: "period",
    ...law,
    source: { cite: "ZPO 222, 692(1) no. 3, 694", effective: zpo },
    appliesTo: ["enforcement_order_application"],
    guard: { kind: "named", name: "objectionPeriodOver" },
    message: "waiting_period",
    unblock: ["wait"],
    vectors: ["DE-TV-05", "DE-TV-06"],
  },
  {
    id: "DE-ESC-10",
    part: "objection",
    ...law,
    source: { cite: "ZPO 694", effective: zpo },
    appliesTo: ["enforcement_order_application"],
    guard: { kind: "named", name: "noObjection" },
    message: "de_objection",
    unblock: ["sue_instead"],
    vectors: ["DE-TV-07"],
  },
  {
    id: "DE-ESC-11",
    part: "early",
    ...law,
    source: { cite: "ZPO 699(1)", effective: zpo },
    appliesTo: ["enforcement_order_application"],
    guard: { kind: "named", name: "objectionPeriodOver" },
    message: "waiting_period",
    unblock: ["wait"],
    vectors: ["DE-TV-05", "DE-TV-06"],
  },
  {
    id: "DE-ESC-11",
    part: "late",
    ...law,
    source: { cite: "ZPO 701", effective: zpo },
    appliesTo: ["enforcement_order_application"],
    guard: { kind: "named", name: "paymentOrderAlive" },
    message: "de_order_lapsed",
    unblock: ["de_new_order", "sue_instead"],
    vectors: ["DE-TV-06"],
  },
  {
    id: "DE-ESC-11",
    part: "order",
    ...law,
    source: { cite: "ZPO 699(1)", effective: zpo },
    appliesTo: ["enforcement_order_application"],
    guard: {
      kind: "order",
      after: ["payment_order"],
      orFacts: ["notices.orderServedOn"],
      asks: "payment_order",
    },
    message: "step_missing",
    unblock: ["de_apply_order"],
  },
  {
    id: "DE-ESC-12",
    ...law,
    source: { cite: "ZPO 696-697; GKG 12(3)", effective: zpo },
    appliesTo: ["enforcement_order_application"],
    guard: { kind: "named", name: "noObjection" },
    message: "de_objection",
    unblock: ["sue_instead"],
    vectors: ["DE-TV-07"],
  },
];

const suit: readonly Row[] = [
  {
    id: "DE-ESC-14",
    part: "5000",
    ...law,
    source: { cite: "GVG 23, 71; ZPO 78 (to 31 December 2025)", effective: zpo, until: "2026-01-01" },
    appliesTo: ["file_suit"],
    when: above(OLD_LOCAL_COURT),
    guard: { kind: "need", all: [{ that: lawyers, asks: "actor.kind" }] },
    message: "de_regional_court",
    unblock: ["engage_lawyer"],
  },
  {
    id: "DE-ESC-14",
    part: "10000",
    ...law,
    source: { cite: "GVG 23, 71; ZPO 78", effective: "2026-01-01" },
    appliesTo: ["file_suit"],
    when: above(LOCAL_COURT),
    guard: { kind: "need", all: [{ that: lawyers, asks: "actor.kind" }] },
    message: "de_regional_court",
    unblock: ["engage_lawyer"],
    vectors: ["DE-TV-18"],
  },
  {
    id: "DE-ESC-15",
    ...law,
    source: { cite: "ZPO 1121-1132; GVG 23 no. 1", effective: "2026-01-01" },
    appliesTo: ["file_suit"],
    when: { fact: "action.online", in: [true], absentMeansNo: true },
    guard: {
      kind: "need",
      all: [{ that: { fact: "debt.principal", atMost: LOCAL_COURT }, asks: "debt.principal" }],
    },
    message: "de_online_limit",
    unblock: ["de_file_on_paper"],
  },
  {
    id: "DE-ESC-15",
    part: "courts",
    ...law,
    source: { cite: "ZPO 1121-1132", effective: "2026-01-01" },
    appliesTo: ["file_suit"],
    when: { fact: "action.online", in: [true], absentMeansNo: true },
    guard: { kind: "never" },
    effect: "warn",
    message: "de_online_courts",
    unblock: ["de_file_on_paper"],
  },
  {
    id: "DE-STATE-01",
    ...law,
    source: { cite: "ZPO 253, 300, 331", effective: zpo },
    appliesTo: ["judgment", "default_judgment"],
    guard: { kind: "order", after: ["file_suit"], asks: "lawsuit" },
    message: "step_missing",
    unblock: ["file_suit"],
  },
];

const enforcement: readonly Row[] = [
  {
    id: "DE-ESC-16",
    ...law,
    source: { cite: "ZPO 704, 750, 794, 796", effective: zpo },
    appliesTo: ["apply_enforcement", "enter_premises"],
    guard: {
      kind: "order",
      after: ["judgment", "title_recorded"],
      orFacts: ["effectiveInstrument"],
      asks: "judgment",
    },
    message: "instrument_missing",
    unblock: ["record_title"],
    bars: true,
  },
  {
    id: "DE-ESC-13",
    ...law,
    source: { cite: "ZPO 339, 700, 707, 719", effective: zpo },
    appliesTo: ["apply_enforcement"],
    when: {
      all: [
        { happened: { types: ["enforcement_order_application"] } },
        { not: { happened: { types: ["judgment"] } } },
      ],
    },
    guard: { kind: "never" },
    effect: "warn",
    message: "de_provisional",
    unblock: ["ask_counsel"],
  },
  {
    id: "DE-ESC-19",
    ...law,
    source: { cite: "ZPO 882b-882c", effective: "2013-01-01" },
    appliesTo: ["list_debtors_register"],
    when: { not: { fact: "actor.kind", in: ["court", "enforcement_officer"], absentMeansNo: true } },
    guard: { kind: "never" },
    message: "court_only",
    unblock: ["apply_to_court"],
    bars: true,
  },
  {
    id: "DE-ESC-22",
    ...law,
    confidence: "medium",
    source: { cite: "BDSG 31(2); GDPR 6(1)(f)", effective: "2018-05-25" },
    appliesTo: ["bureau_report"],
    when: {
      not: { any: [titled, { happened: { types: ["acknowledgment"] } }] },
    },
    guard: { kind: "named", name: "bureauReportReady" },
    message: "de_report_conditions",
    unblock: ["de_remind", "wait"],
    vectors: ["DE-TV-16"],
  },
  {
    id: "DE-ESC-22",
    part: "disputed",
    ...law,
    source: { cite: "BDSG 31(2) no. 4 lit. d", effective: "2018-05-25" },
    appliesTo: ["bureau_report"],
    when: { not: { any: [titled, { happened: { types: ["acknowledgment"] } }] } },
    guard: { kind: "named", name: "undisputed" },
    message: "de_report_disputed",
    unblock: ["record_title"],
    bars: true,
    vectors: ["DE-TV-16"],
  },
  {
    id: "DE-CONTACT-02",
    force: "LAW",
    confidence: "medium",
    source: { cite: "BGH 19 March 2015, I ZR 157/13; UWG 4a", effective: "2015-03-19" },
    appliesTo: ["reminder", "email", "sms", "letter", "demand_payment", "lawyer_letter", "send_template"],
    when: {
      all: [
        { not: titled },
        {
          any: [
            { fact: "action.threatens", in: ["bureau_report"], absentMeansNo: true },
            { fact: "action.threatenedSteps", in: ["bureau_report"], absentMeansNo: true },
          ],
        },
      ],
    },
    guard: {
      kind: "need",
      all: [{ that: yes("action.items.disputePreventsReport"), asks: "action.items.disputePreventsReport" }],
    },
    message: "mandatory_notice_missing",
    unblock: ["de_complete_letter"],
  },
];

/** Mahnverfahren, Klage, Titel, Vollstreckung (de.md section 1, ESC-07 to -22). */
export const deCourt: readonly Row[] = [...orderConditions, ...enforcementOrder, ...suit, ...enforcement];
