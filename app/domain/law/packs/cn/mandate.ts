import type { Row } from "#app/domain/law/pack.ts";
import { everyStep, isTrue, lawyers, market } from "#app/domain/law/packs/acts.ts";

const lawyersAct = (articles: string) => ({ cite: `律师法 ${articles} (2017)`, effective: "2018-01-01" });
const law = { force: "LAW", confidence: "high" } as const;

/** Who is paid, who may pass a mandate on, and what a fee may be (cn.md sections 3 and 4). */
export const cnMandate: readonly Row[] = [
  {
    id: "CN-ACTOR-02",
    part: "powers",
    ...law,
    source: { cite: "民事诉讼法 62; 民诉法解释 89", effective: "2024-01-01" },
    appliesTo: ["mediation", "apply_judicial_confirmation", "closed_settled", "closed_withdrawn"],
    when: isTrue("action.items.disposesOfClaim"),
    guard: {
      kind: "need",
      all: [
        {
          that: { fact: "action.items.specialAuthority", in: [true] },
          asks: "action.items.specialAuthority",
        },
      ],
    },
    message: "authority_missing",
    unblock: ["special_authority"],
  },
  {
    id: "CN-ACTOR-03",
    ...law,
    source: lawyersAct("10, 25, 40(1)"),
    appliesTo: ["engaged", "closed_paid", "closed_settled"],
    when: { fact: "action.payee", in: ["lawyer"], absentMeansNo: true },
    guard: { kind: "never" },
    message: "firm_is_paid",
    unblock: ["pay_the_firm"],
  },
  {
    id: "CN-ACTOR-04",
    ...law,
    source: lawyersAct("26, 27, 50"),
    appliesTo: market,
    when: { all: [lawyers, isTrue("action.items.referralFee")] },
    guard: { kind: "never" },
    message: "fee_shared",
    unblock: ["flat_fee"],
  },
  {
    id: "CN-MONEY-13",
    ...law,
    source: lawyersAct("26, 47(2), 50"),
    appliesTo: market,
    when: { all: [lawyers, isTrue("action.items.sharesFee")] },
    guard: { kind: "never" },
    message: "fee_shared",
    unblock: ["flat_fee"],
  },
  {
    id: "CN-ACTOR-06",
    ...law,
    source: { cite: "民法典 923; 个人信息保护法 21", effective: "2021-11-01" },
    appliesTo: [...everyStep, ...market],
    when: isTrue("action.items.delegated"),
    guard: {
      kind: "need",
      all: [
        {
          that: { fact: "action.items.principalConsent", in: [true] },
          asks: "action.items.principalConsent",
        },
      ],
    },
    message: "consent_missing",
    unblock: ["principal_consent"],
  },
  {
    id: "CN-ACTOR-08",
    force: "POL",
    confidence: "medium",
    source: {
      cite: "Rung platform policy: form of a law firm's unified social credit code",
      effective: "1970-01-01",
    },
    appliesTo: market,
    when: lawyers,
    guard: { kind: "named", name: "firmNumberValid" },
    message: "lawyer_number",
    unblock: ["verify_credential"],
  },
  {
    id: "CN-ACTOR-09",
    ...law,
    source: lawyersAct("39"),
    appliesTo: [...everyStep, ...market],
    when: { all: [lawyers, isTrue("action.items.actsForOtherSide")] },
    guard: { kind: "never" },
    message: "conflict",
    unblock: ["other_collector"],
  },
  {
    id: "CN-ACTOR-10",
    ...law,
    source: { cite: "人民调解法 4; 商事调解条例 (国令827号)", effective: "2011-01-01" },
    appliesTo: ["mediation"],
    when: {
      all: [
        { fact: "action.mediationBody", in: ["people"], absentMeansNo: true },
        isTrue("action.items.successFee"),
      ],
    },
    guard: { kind: "never" },
    message: "mediation_free",
    unblock: ["leave_out_charge"],
  },
  {
    id: "CN-MONEY-09",
    ...law,
    source: { cite: "民法典 585; 合同编通则解释 65", effective: "2023-12-05" },
    appliesTo: ["demand_payment", "lawyer_letter", "arbitration", "file_suit"],
    guard: { kind: "named", name: "damagesReasonable" },
    effect: "warn",
    message: "damages_high",
    unblock: ["ask_counsel"],
  },
  {
    id: "CN-MONEY-12",
    force: "REG",
    confidence: "high",
    source: { cite: "司发通〔2021〕87号 (四)-(七)", effective: "2021-12-28" },
    appliesTo: market,
    when: { all: [lawyers, { known: "action.feePercent" }] },
    guard: { kind: "named", name: "contingentFeeLawful" },
    message: "fee_over_cap",
    unblock: ["lower_fee"],
    vectors: ["CN-TV-16"],
  },
];
