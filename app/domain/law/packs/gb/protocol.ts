import {
  gbCompanyLetterItems,
  gbIntentionItems,
  gbLatePaymentItems,
  gbLetterItems,
} from "#app/domain/law/act-items.ts";
import { SMALL_CLAIMS_MOST } from "#app/domain/law/money/court-fees/gb.ts";
import type { Condition, Row } from "#app/domain/law/pack.ts";
import { organisation, titled } from "#app/domain/law/packs/acts.ts";
import { individual, law, lawMedium, pap, pol, regulated } from "#app/domain/law/packs/gb/conditions.ts";

const protocol = "2017-10-01";
const papSource = (paragraph: string) => ({ cite: `PAP for Debt Claims ${paragraph}`, effective: protocol });

const underPap: Condition = { all: [pap, { not: titled }] };
const underPracticeDirection: Condition = { all: [{ not: pap }, { not: titled }] };

const items = (names: readonly string[]) => ({
  kind: "need" as const,
  all: names.map((name) => ({
    that: { fact: `action.items.${name}`, in: [true] },
    asks: `action.items.${name}`,
  })),
});

const letters: readonly Row[] = [
  {
    id: "GB-COV-01",
    ...law,
    source: papSource("1.1-1.4"),
    appliesTo: ["file_suit"],
    when: { not: titled },
    guard: { kind: "need", all: [{ that: { known: "debtor.kind" }, asks: "debtor.kind" }] },
    message: "fact_unknown",
    unblock: ["add_fact"],
  },
  {
    id: "GB-ESC-01",
    ...law,
    source: papSource("3.1, 7"),
    appliesTo: ["file_suit"],
    when: {
      all: [
        underPap,
        { not: { happened: { types: ["demand_payment"] } } },
        { not: { known: "notices.replyReceivedOn" } },
      ],
    },
    guard: { kind: "need", all: [{ that: { known: "notices.letterDate" }, asks: "notices.letterDate" }] },
    message: "fact_unknown",
    unblock: ["gb_letter_of_claim"],
  },
  {
    id: "GB-NOTICE-01",
    ...law,
    source: papSource("3.1"),
    appliesTo: ["demand_payment"],
    when: underPap,
    guard: items(gbLetterItems),
    message: "mandatory_notice_missing",
    unblock: ["gb_complete_letter"],
    cadence: true,
  },
  {
    id: "GB-NOTICE-02",
    ...lawMedium,
    source: papSource("8.2"),
    appliesTo: ["notice_of_intention"],
    when: underPap,
    guard: items(gbIntentionItems),
    message: "mandatory_notice_missing",
    unblock: ["gb_complete_letter"],
    cadence: true,
  },
  {
    id: "GB-NOTICE-03",
    ...law,
    source: { cite: "LPCDA 1998 ss.4, 5A", effective: "2002-08-07" },
    appliesTo: ["demand_payment", "lawyer_letter"],
    when: { fact: "action.items.lateInterestClaimed", in: [true], absentMeansNo: true },
    guard: items(gbLatePaymentItems),
    message: "mandatory_notice_missing",
    unblock: ["gb_complete_letter"],
    cadence: true,
  },
  {
    id: "GB-NOTICE-04",
    ...law,
    source: { cite: "PD-PAC 6", effective: "2015-04-06" },
    appliesTo: ["demand_payment"],
    when: underPracticeDirection,
    guard: items(gbCompanyLetterItems),
    message: "mandatory_notice_missing",
    unblock: ["gb_complete_letter"],
    cadence: true,
  },
];

const waits: readonly Row[] = [
  {
    id: "GB-COV-02",
    ...law,
    source: { cite: "PD-PAC 6", effective: "2015-04-06" },
    appliesTo: ["file_suit"],
    when: { all: [underPracticeDirection, { known: "notices.letterDate" }] },
    guard: {
      kind: "wait",
      after: { facts: ["notices.letterDate"], pick: "first", asks: "notices.letterDate" },
      days: 15,
      orElse: "require",
      reason: "law.wait.answer",
    },
    message: "waiting_period",
    unblock: ["send_demand", "wait"],
    vectors: ["GB-TV-20"],
  },
  {
    id: "GB-COV-02",
    part: "recorded",
    ...law,
    source: { cite: "PD-PAC 6", effective: "2015-04-06" },
    appliesTo: ["file_suit"],
    when: { all: [underPracticeDirection, { not: { known: "notices.letterDate" } }] },
    guard: {
      kind: "wait",
      after: {
        facts: ["notices.demandDeliveredOn", "notices.lawyerLetterOn"],
        events: { types: ["demand_payment", "lawyer_letter"], direction: "out" },
        pick: "first",
        asks: "notices.letterDate",
      },
      days: 15,
      orElse: "require",
      reason: "law.wait.answer",
    },
    message: "waiting_period",
    unblock: ["send_demand", "wait"],
  },
  {
    id: "GB-ESC-02",
    ...law,
    source: papSource("3.2-3.3"),
    appliesTo: ["file_suit"],
    when: underPap,
    guard: { kind: "named", name: "letterPostedInTime" },
    message: "letter_posted_late",
    unblock: ["gb_reissue_letter"],
    vectors: ["GB-TV-08"],
  },
  {
    id: "GB-ESC-02",
    part: "sending",
    ...law,
    source: papSource("3.2-3.3"),
    appliesTo: ["demand_payment"],
    when: underPap,
    guard: { kind: "named", name: "letterGoesOutInTime" },
    message: "letter_posted_late",
    unblock: ["gb_reissue_letter"],
    cadence: true,
  },
  {
    id: "GB-ESC-03",
    ...law,
    source: papSource("3.4"),
    appliesTo: ["file_suit"],
    when: underPap,
    guard: { kind: "named", name: "responseTimeOver" },
    message: "waiting_period",
    unblock: ["gb_letter_of_claim", "wait"],
    vectors: ["GB-TV-05"],
  },
  {
    id: "GB-ESC-03",
    part: "late post",
    ...pol("five business days more for a reply posted late in the thirty (PAP 3.4)"),
    appliesTo: ["file_suit"],
    when: underPap,
    guard: { kind: "named", name: "lateReplyAwaited" },
    effect: "warn",
    message: "waiting_period",
    unblock: ["wait"],
    vectors: ["GB-TV-05"],
  },
  {
    id: "GB-ESC-04",
    ...law,
    source: papSource("4.2"),
    appliesTo: ["file_suit"],
    when: underPap,
    guard: { kind: "named", name: "replyTimeOver" },
    message: "waiting_period",
    unblock: ["wait"],
    vectors: ["GB-TV-06"],
  },
  {
    id: "GB-ESC-05",
    part: "reasons",
    ...lawMedium,
    source: papSource("4.3-4.4"),
    appliesTo: ["file_suit", "notice_of_intention"],
    when: { all: [underPap, { known: "notices.timeToPayRequestedOn" }] },
    guard: {
      kind: "need",
      all: [{ that: { known: "notices.writtenReasonsOn" }, asks: "notices.writtenReasonsOn" }],
    },
    message: "fact_unknown",
    unblock: ["gb_written_reasons"],
  },
  {
    id: "GB-ESC-05",
    part: "partial form",
    ...lawMedium,
    source: papSource("4.5"),
    appliesTo: ["file_suit", "notice_of_intention"],
    when: { all: [underPap, { fact: "notices.replyFormPartial", in: [true], absentMeansNo: true }] },
    guard: {
      kind: "need",
      all: [{ that: { known: "notices.replyFormQueriedOn" }, asks: "notices.replyFormQueriedOn" }],
    },
    message: "fact_unknown",
    unblock: ["contact_debtor"],
  },
  {
    id: "GB-ESC-06",
    ...law,
    source: papSource("5.2"),
    appliesTo: ["file_suit"],
    when: underPap,
    guard: { kind: "named", name: "documentsProvided" },
    message: "fact_unknown",
    unblock: ["gb_send_documents"],
  },
  {
    id: "GB-ESC-07",
    ...lawMedium,
    source: papSource("8.2"),
    appliesTo: ["file_suit"],
    when: underPap,
    guard: { kind: "named", name: "noticeOfIntentionOver" },
    message: "waiting_period",
    unblock: ["gb_notice_of_intention", "wait"],
    vectors: ["GB-TV-07"],
  },
];

const defaultNotice = { cite: "CCA 1974 ss.86B-88", effective: "2008-10-01" };

const credit: readonly Row[] = [
  {
    id: "GB-ESC-09",
    ...lawMedium,
    source: defaultNotice,
    appliesTo: ["file_suit"],
    when: { all: [regulated, { not: titled }, { not: { known: "limitation.defaultNoticeExpiredOn" } }] },
    guard: {
      kind: "wait",
      after: { facts: ["notices.defaultNoticeOn"], pick: "last", asks: "notices.defaultNoticeOn" },
      days: 15,
      orElse: "require",
      reason: "law.wait.gb_default_notice",
    },
    message: "waiting_period",
    unblock: ["gb_default_notice", "wait"],
  },
  {
    id: "GB-ESC-09",
    part: "expiry",
    ...lawMedium,
    source: defaultNotice,
    appliesTo: ["file_suit"],
    when: { all: [regulated, { not: titled }] },
    guard: {
      kind: "wait",
      after: {
        facts: ["limitation.defaultNoticeExpiredOn"],
        pick: "last",
        asks: "limitation.defaultNoticeExpiredOn",
      },
      days: 1,
      orElse: "pass",
      reason: "law.wait.gb_default_notice",
    },
    message: "waiting_period",
    unblock: ["wait"],
  },
];

const smallClaim: Condition = {
  all: [{ not: titled }, { fact: "debt.principal", atMost: SMALL_CLAIMS_MOST }],
};

const settlement: readonly Row[] = [
  {
    id: "GB-ESC-08",
    part: "considered",
    ...law,
    source: papSource("6"),
    appliesTo: ["file_suit"],
    when: { all: [{ not: titled }, { not: { happened: { types: ["mediation"] } } }] },
    guard: { kind: "never" },
    effect: "warn",
    message: "gb_adr",
    unblock: ["gb_offer_mediation"],
  },
  {
    id: "GB-ESC-08",
    part: "referral",
    ...law,
    source: { cite: "PD 51ZE; CPR 26.6, 27.14(2A)", effective: "2024-05-22", until: "2026-05-22" },
    appliesTo: ["file_suit"],
    when: smallClaim,
    guard: { kind: "never" },
    effect: "warn",
    message: "gb_mediation_referral",
    unblock: ["gb_offer_mediation"],
  },
  {
    id: "GB-ESC-08",
    part: "after the pilot",
    force: "LAW",
    confidence: "low",
    source: { cite: "Successor of PD 51ZE, not verified", effective: "2026-05-22" },
    appliesTo: ["file_suit"],
    when: smallClaim,
    guard: { kind: "never" },
    message: "gb_mediation_unverified",
    unblock: ["ask_counsel"],
  },
];

const insolvency = (part: string, row: Pick<Row, "when" | "guard" | "message" | "vectors">): Row => ({
  id: "GB-ESC-14",
  part,
  ...lawMedium,
  source: { cite: "IA 1986 ss.123, 267-268", effective: "2015-10-01" },
  appliesTo: ["statutory_demand"],
  unblock: ["gb_sue_instead"],
  bars: true,
  ...row,
});

const statutoryDemand: readonly Row[] = [
  insolvency("dispute", {
    guard: { kind: "named", name: "notGenuinelyDisputed" },
    message: "gb_demand_disputed",
    vectors: ["GB-TV-17"],
  }),
  insolvency("bankruptcy", {
    when: { not: organisation },
    guard: {
      kind: "need",
      all: [{ that: { not: { fact: "debt.principal", atMost: 4_999_99 } }, asks: "debt.principal" }],
    },
    message: "gb_under_bankruptcy_level",
  }),
  insolvency("winding-up", {
    when: { not: individual },
    guard: {
      kind: "need",
      all: [{ that: { not: { fact: "debt.principal", atMost: 750_00 } }, asks: "debt.principal" }],
    },
    message: "gb_under_winding_up_sum",
  }),
];

/** Letters, waits and notices before a claim (gb.md sections 1 and 6). */
export const gbProtocol: readonly Row[] = [
  ...letters,
  ...waits,
  ...credit,
  ...settlement,
  ...statutoryDemand,
];
