import { cnDemandItems, cnLetterItems, cnReportItems } from "#app/domain/law/act-items.ts";
import type { Condition, Row } from "#app/domain/law/pack.ts";
import { isTrue, listed, organisation, outbound, toldFalse } from "#app/domain/law/packs/acts.ts";

const guideline = {
  cite: "中国银行业协会《金融机构个人消费类贷款催收工作指引(试行)》",
  effective: "2026-01-30",
};
const std = { force: "STD", confidence: "high" } as const;
const pol = (provision: string) => ({ cite: `Rung platform policy: ${provision}`, effective: "1970-01-01" });
const policy = { force: "POL", confidence: "high" } as const;
const personal = { not: organisation } as const;

/** Eight prohibitions of the guideline that the act itself can tell; its words are read by the linter. */
const prohibited: Condition = {
  any: ["disclosesPrivacy", "falseStatement", "extraCharge", "inducesBorrowing", "postedInPublic"].map(
    (name) => isTrue(`action.items.${name}`),
  ),
};

/** What texts and notices must carry, and must not (cn.md CN-CONTACT-07, -08, -12 and section 6). */
export const cnTexts: readonly Row[] = [
  {
    id: "CN-CONTACT-07",
    ...std,
    source: guideline,
    appliesTo: outbound,
    when: { all: [personal, toldFalse("action.items.identifiesSender")] },
    guard: { kind: "never" },
    message: "item_missing",
    unblock: ["complete_text"],
  },
  {
    id: "CN-CONTACT-07",
    part: "posing",
    ...std,
    source: guideline,
    appliesTo: outbound,
    when: {
      all: [personal, { any: [isTrue("action.items.posesAsLender"), isTrue("action.items.privateChannel")] }],
    },
    guard: { kind: "never" },
    message: "conduct",
    unblock: ["approved_channel"],
  },
  {
    id: "CN-CONTACT-08",
    ...std,
    source: { cite: "中国银行业协会催收工作指引; 刑法 238, 253之一, 279, 293", effective: "2021-03-01" },
    appliesTo: [...outbound, "send_template"],
    when: prohibited,
    guard: { kind: "never" },
    message: "conduct",
    unblock: ["rewrite_text"],
  },
  {
    id: "CN-CONTACT-09",
    ...policy,
    source: pol("two e-mails a day (民法典 1032-1033)"),
    appliesTo: ["email"],
    guard: {
      kind: "counter",
      counts: { types: ["email"], direction: "out" },
      limit: 2,
      days: 1,
      window: "law.window.day",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "CN-CONTACT-12",
    ...std,
    source: { cite: "GB/T 45251-2025, 5.4", effective: "2025-02-28" },
    appliesTo: ["call", "visit"],
    when: { all: [personal, toldFalse("action.record")] },
    guard: { kind: "never" },
    message: "recording_missing",
    unblock: ["record_contact"],
  },
  {
    id: "CN-NOTICE-01",
    ...policy,
    source: pol("what a demand carries, so that it also interrupts limitation (诉讼时效规定 8)"),
    appliesTo: ["demand_payment", "lawyer_letter"],
    when: listed(cnDemandItems).told,
    guard: { kind: "need", all: listed(cnDemandItems).needs },
    message: "mandatory_notice_missing",
    unblock: ["complete_text"],
  },
  {
    id: "CN-NOTICE-02",
    ...policy,
    source: pol("what a lawyer's letter carries besides a demand"),
    appliesTo: ["lawyer_letter"],
    when: listed(cnLetterItems).told,
    guard: { kind: "need", all: listed(cnLetterItems).needs },
    message: "mandatory_notice_missing",
    unblock: ["complete_text"],
  },
  {
    id: "CN-NOTICE-03",
    force: "LAW",
    confidence: "high",
    source: { cite: "民诉法解释 428(2)", effective: "2022-04-10" },
    appliesTo: ["payment_order"],
    when: isTrue("action.items.claimsInterest"),
    guard: {
      kind: "need",
      all: [
        {
          that: { fact: "action.items.interestAgreedInWriting", in: [true] },
          asks: "action.items.interestAgreedInWriting",
        },
      ],
    },
    message: "charge_unauthorised",
    unblock: ["leave_out_charge"],
  },
  {
    id: "CN-NOTICE-04",
    force: "LAW",
    confidence: "high",
    source: { cite: "征信业管理条例 15", effective: "2013-03-15" },
    appliesTo: ["bureau_report"],
    when: listed(cnReportItems).told,
    guard: { kind: "need", all: listed(cnReportItems).needs },
    message: "mandatory_notice_missing",
    unblock: ["complete_text"],
  },
];
