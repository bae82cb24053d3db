import type { Row } from "#app/domain/law/pack.ts";
import {
  amicable,
  contactAttempts,
  everyStep,
  filings,
  lawyers,
  market,
  messages,
  titled,
  yes,
} from "#app/domain/law/packs/acts.ts";
import { cnCourt } from "#app/domain/law/packs/cn/court.ts";

const civilCode = "2021-01-01";
const law = { force: "LAW", confidence: "high" } as const;

const cadence = (row: Pick<Row, "part" | "appliesTo" | "when" | "guard" | "unblock">): Row => ({
  ...row,
  id: "CN-ESC-04",
  force: "POL",
  confidence: "high",
  source: { cite: "Rung platform policy: pace of the ladder in mainland China", effective: "1970-01-01" },
  message: "waiting_period",
  cadence: true,
});

const waits: readonly Row[] = [
  cadence({
    part: "contact",
    appliesTo: messages,
    when: { all: [amicable, { known: "debt.dueDate" }, { not: { happened: contactAttempts } }] },
    guard: {
      kind: "wait",
      after: {
        facts: ["notices.remindersOn"],
        events: { types: ["reminder"], direction: "out" },
        pick: "first",
        asks: "notices.remindersOn",
      },
      days: 3,
      orElse: "require",
      reason: "law.wait.reminder",
    },
    unblock: ["send_reminder", "wait"],
  }),
  cadence({
    part: "demand",
    appliesTo: ["demand_payment"],
    when: { all: [amicable, { known: "debt.dueDate" }] },
    guard: {
      kind: "wait",
      after: {
        facts: ["notices.remindersOn"],
        events: { types: ["reminder"], direction: "out" },
        pick: "first",
        asks: "notices.remindersOn",
      },
      days: 7,
      orElse: "require",
      reason: "law.wait.reminder",
    },
    unblock: ["send_reminder", "wait"],
  }),
  cadence({
    part: "letter",
    appliesTo: ["lawyer_letter"],
    when: amicable,
    guard: {
      kind: "wait",
      after: {
        facts: ["notices.demandDeliveredOn"],
        events: { types: ["demand_payment"], direction: "out" },
        pick: "first",
        asks: "notices.demandDeliveredOn",
      },
      days: 7,
      orElse: "require",
      reason: "law.wait.demand",
    },
    unblock: ["send_demand", "wait"],
  }),
];

const conditions: readonly Row[] = [
  {
    id: "CN-ESC-01",
    ...law,
    source: { cite: "刑法 293之一", effective: "2021-03-01" },
    appliesTo: everyStep,
    guard: { kind: "need", all: [{ that: { fact: "debt.lawful", in: ["ok"] }, asks: "debt.lawful" }] },
    message: "debt_unlawful",
    unblock: ["counsel_review"],
    bars: true,
  },
  {
    id: "CN-ESC-01",
    part: "market",
    ...law,
    source: { cite: "刑法 293之一", effective: "2021-03-01" },
    appliesTo: market,
    when: { fact: "debt.lawful", in: ["suspected_illegal"], absentMeansNo: true },
    guard: { kind: "never" },
    message: "debt_unlawful",
    unblock: ["counsel_review"],
  },
  {
    id: "CN-ESC-02",
    ...law,
    source: { cite: "民法典 511(4), 675", effective: civilCode },
    appliesTo: [...messages, "lawyer_letter", "mediation", ...filings],
    when: { not: titled },
    guard: { kind: "named", name: "dueOrDemanded" },
    message: "waiting_period",
    unblock: ["written_demand", "wait"],
  },
  {
    id: "CN-ESC-03",
    ...law,
    source: { cite: "民法典 546", effective: civilCode },
    appliesTo: everyStep,
    when: {
      any: [yes("creditor.assigned"), { fact: "creditor.kind", in: ["debt_buyer"], absentMeansNo: true }],
    },
    guard: {
      kind: "wait",
      after: {
        facts: ["notices.assignmentDeliveredOn"],
        pick: "first",
        asks: "notices.assignmentDeliveredOn",
      },
      days: 0,
      orElse: "require",
      reason: "law.wait.assignment",
    },
    message: "waiting_period",
    unblock: ["assignment_notice"],
  },
  {
    id: "CN-ESC-05",
    part: "lawyer",
    ...law,
    source: { cite: "律师法 13, 25, 28(6), 55 (2017)", effective: "2018-01-01" },
    appliesTo: ["lawyer_letter"],
    guard: { kind: "need", all: [{ that: lawyers, asks: "actor.kind" }] },
    message: "lawyer_only",
    unblock: ["engage_lawyer"],
  },
  {
    id: "CN-ESC-05",
    part: "engagement",
    ...law,
    source: { cite: "律师法 25 (2017)", effective: "2018-01-01" },
    appliesTo: ["lawyer_letter"],
    guard: { kind: "need", all: [{ that: yes("engagementSigned"), asks: "engagementSigned" }] },
    message: "engagement_missing",
    unblock: ["sign_engagement"],
  },
  {
    id: "CN-ESC-06",
    part: "who",
    force: "POL",
    confidence: "high",
    source: {
      cite: "Rung platform policy: visits only by the creditor's own staff or lawyer, or for a bank",
      effective: "1970-01-01",
    },
    appliesTo: ["visit"],
    guard: {
      kind: "need",
      all: [
        {
          that: {
            any: [
              { fact: "creditor.kind", in: ["financial_institution"] },
              { fact: "actor.kind", in: ["creditor_self", "creditor_employee", "lawyer", "law_firm"] },
            ],
          },
          asks: "creditor.kind",
        },
      ],
    },
    message: "no_visit",
    unblock: ["other_channel"],
  },
  {
    id: "CN-ESC-06",
    part: "consent",
    force: "STD",
    confidence: "high",
    source: {
      cite: "中国银行业协会《金融机构个人消费类贷款催收工作指引(试行)》; 民法典 1033(2); 刑法 245",
      effective: "2021-01-01",
    },
    appliesTo: ["visit", "enter_premises"],
    guard: { kind: "need", all: [{ that: yes("action.consentToEntry"), asks: "action.consentToEntry" }] },
    message: "no_entry",
    unblock: ["entry_consent", "other_channel"],
  },
];

/** The ladder 催告→律师函→调解→支付令/仲裁→诉讼→强制执行 (cn.md section 1). */
export const cnEscalation: readonly Row[] = [...waits, ...conditions, ...cnCourt];
