import { limitedContentItems, usNoticeItems } from "#app/domain/law/act-items.ts";
import type { Condition, Row } from "#app/domain/law/pack.ts";
import { isTrue, listed, outbound, toldFalse } from "#app/domain/law/packs/acts.ts";
import { covered } from "#app/domain/law/packs/us/coverage.ts";

const regF = "2021-11-30";
const medium = { force: "LAW", confidence: "medium" } as const;
const high = { force: "LAW", confidence: "high" } as const;

const isLimited: Condition = { all: limitedContentItems.map((name) => isTrue(`action.items.${name}`)) };
/** Conduct of 15 USC 1692d-f that the act itself can tell; its words are read by the linter. */
const unfair: Condition = {
  any: ["anonymous", "postcard", "envelopeShowsDebt", "simulatesProcess"].map((name) =>
    isTrue(`action.items.${name}`),
  ),
};

/** What texts and notices must carry, and must not (us.md US-CONTACT-08, -14 to -17, -20 and section 6). */
export const usTexts: readonly Row[] = [
  {
    id: "US-CONTACT-08",
    part: "offer",
    ...medium,
    source: { cite: "12 CFR 1006.6(e)", effective: regF },
    appliesTo: ["email", "sms"],
    when: { all: [covered, toldFalse("action.items.optOut")] },
    guard: { kind: "never" },
    message: "item_missing",
    unblock: ["complete_text"],
  },
  {
    id: "US-CONTACT-14",
    ...high,
    source: { cite: "15 USC 1692e(11); 12 CFR 1006.18(e)", effective: regF },
    appliesTo: [...outbound, "validation_notice"],
    when: { all: [covered, toldFalse("action.items.collectorDisclosure"), { not: isLimited }] },
    guard: { kind: "never" },
    message: "item_missing",
    unblock: ["complete_text"],
  },
  {
    id: "US-CONTACT-15",
    ...medium,
    source: { cite: "12 CFR 1006.2(j), 1006.6(d)(1)", effective: regF },
    appliesTo: ["call"],
    when: { all: [covered, isTrue("action.items.voicemail"), { not: isLimited }] },
    guard: {
      kind: "need",
      all: [
        {
          that: { fact: "action.items.othersMayHear", in: [false] },
          asks: "action.items.othersMayHear",
        },
      ],
    },
    message: "voicemail",
    unblock: ["limited_content"],
    vectors: ["US-TV-19"],
  },
  {
    id: "US-CONTACT-16",
    ...medium,
    source: { cite: "15 USC 1692d-1692f, 1692j; 12 CFR 1006.14, .18, .22", effective: regF },
    appliesTo: [...outbound, "validation_notice", "send_template"],
    when: { all: [covered, unfair] },
    guard: { kind: "never" },
    message: "conduct",
    unblock: ["rewrite_text"],
  },
  {
    id: "US-CONTACT-17",
    ...medium,
    source: { cite: "15 USC 1692f(1); 12 CFR 1006.22(b)", effective: regF },
    appliesTo: [...outbound, "validation_notice"],
    when: { all: [covered, isTrue("action.items.convenienceFee")] },
    guard: {
      kind: "need",
      all: [
        {
          that: { fact: "action.items.convenienceFeeAuthorised", in: [true] },
          asks: "action.items.convenienceFeeAuthorised",
        },
      ],
    },
    message: "charge_unauthorised",
    unblock: ["leave_out_charge"],
  },
  {
    id: "US-MONEY-01",
    ...medium,
    source: { cite: "15 USC 1692f(1)", effective: "1978-03-20" },
    appliesTo: [...outbound, "validation_notice", "file_suit"],
    when: { all: [covered, toldFalse("action.items.feesAuthorised")] },
    guard: { kind: "never" },
    message: "charge_unauthorised",
    unblock: ["leave_out_charge"],
  },
  {
    id: "US-CONTACT-20",
    ...medium,
    source: { cite: "6 RCNY 5-77; Cal. Civ. Code 1632; RCW 19.16", effective: regF },
    appliesTo: [...outbound, "validation_notice"],
    states: ["CA", "NY", "WA"],
    when: covered,
    guard: { kind: "named", name: "inPreferredLanguage" },
    effect: "warn",
    message: "other_language",
    unblock: ["translate_text"],
  },
  {
    id: "US-ESC-02",
    ...high,
    source: { cite: "12 CFR 1006.34(b)(5), (c)(3); comments 34(b)(5)-1, -2", effective: regF },
    appliesTo: ["validation_notice"],
    when: covered,
    guard: { kind: "named", name: "statedEndLateEnough" },
    message: "end_too_early",
    unblock: ["complete_text"],
    vectors: ["US-TV-06"],
  },
  {
    id: "US-NOTICE-01",
    part: "items",
    ...high,
    source: { cite: "12 CFR 1006.34(c)", effective: regF },
    appliesTo: ["validation_notice"],
    when: { all: [covered, listed(usNoticeItems).told] },
    guard: { kind: "need", all: listed(usNoticeItems).needs },
    message: "mandatory_notice_missing",
    unblock: ["complete_text"],
  },
  {
    id: "US-STATE-15",
    ...medium,
    source: { cite: "Cal. Civ. Code 1788.11", effective: "2022-01-01" },
    appliesTo: ["email", "letter", "demand_payment", "validation_notice"],
    states: ["CA"],
    when: { all: [covered, toldFalse("action.items.licenceNumber")] },
    guard: { kind: "never" },
    message: "item_missing",
    unblock: ["complete_text"],
  },
];
