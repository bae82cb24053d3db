import type { Row } from "#app/domain/law/pack.ts";
import { agencies, everyStep, lawyers, market } from "#app/domain/law/packs/acts.ts";

const lawyersAct = { cite: "律师法 13, 55 (2017)", effective: "2018-01-01" };
const lawyerActs = [
  "lawyer_letter",
  "payment_order",
  "arbitration",
  "file_suit",
  "default_judgment",
  "apply_enforcement",
] as const;
const certificate = {
  kind: "credential",
  types: ["lawyer_certificate"],
  territory: "country",
  who: "law.who.lawyer",
} as const;

/** Who may act (cn.md section 3). */
export const cnActors: readonly Row[] = [
  {
    id: "CN-ACTOR-01",
    force: "LAW",
    confidence: "high",
    source: lawyersAct,
    appliesTo: [...lawyerActs, ...market],
    when: lawyers,
    guard: { ...certificate, part: "valid" },
    message: "credential_missing",
    unblock: ["verify_credential"],
  },
  {
    id: "CN-ACTOR-02",
    force: "LAW",
    confidence: "high",
    source: { cite: "民事诉讼法 61-62", effective: "2024-01-01" },
    appliesTo: ["payment_order", "arbitration", "file_suit", "default_judgment", "apply_enforcement"],
    guard: {
      kind: "need",
      all: [
        {
          that: { fact: "actor.kind", in: ["lawyer", "law_firm", "creditor_self", "creditor_employee"] },
          asks: "actor.kind",
        },
      ],
    },
    message: "lawyer_only",
    unblock: ["engage_lawyer"],
  },
  {
    id: "CN-ACTOR-05",
    force: "LAW",
    confidence: "high",
    source: { cite: "国经贸综合〔2000〕568号; 中国银行业协会催收工作指引", effective: "2000-06-15" },
    appliesTo: [...everyStep, ...market],
    when: agencies,
    guard: {
      kind: "need",
      all: [
        { that: { fact: "creditor.kind", in: ["financial_institution"] }, asks: "creditor.kind" },
        { that: { fact: "outsourcing.contract", in: ["signed"] }, asks: "outsourcing.contract" },
        { that: { fact: "outsourcing.whitelisted", in: [true] }, asks: "outsourcing.whitelisted" },
      ],
    },
    message: "agency_barred",
    unblock: ["engage_lawyer"],
    vectors: ["CN-TV-18"],
  },
  {
    id: "CN-ACTOR-07",
    force: "POL",
    confidence: "medium",
    source: {
      cite: "Rung platform policy: form of the practising-certificate number (MoJ numbering rules)",
      effective: "1970-01-01",
    },
    appliesTo: [...lawyerActs, ...market],
    when: lawyers,
    guard: { kind: "named", name: "lawyerNumberValid" },
    message: "lawyer_number",
    unblock: ["verify_credential"],
  },
  {
    id: "X-06",
    force: "POL",
    confidence: "high",
    source: {
      cite: "Rung platform policy: registers are looked up again after 30 days",
      effective: "1970-01-01",
    },
    appliesTo: [...lawyerActs, ...market],
    when: lawyers,
    guard: { ...certificate, part: "checked", withinDays: 30 },
    message: "credential_stale",
    unblock: ["recheck_credential"],
  },
];
