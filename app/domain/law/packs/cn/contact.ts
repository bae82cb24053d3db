import type { Row } from "#app/domain/law/pack.ts";
import { organisation, outbound } from "#app/domain/law/packs/acts.ts";

/** GB/T 45251-2025, in effect since its issue; the guideline of the China Banking Association since 30 Jan 2026. */
const gbt = { cite: "GB/T 45251-2025", effective: "2025-02-28" };
const guideline = {
  cite: "中国银行业协会《金融机构个人消费类贷款催收工作指引(试行)》",
  effective: "2026-01-30",
};
const std = { force: "STD", confidence: "high" } as const;
const pol = (provision: string) => ({ cite: `Rung platform policy: ${provision}`, effective: "1970-01-01" });
const policy = { force: "POL", confidence: "high" } as const;

/** The platform applies the standards for personal loans to every natural person, whatever the debt. */
const personal = { not: organisation } as const;
const notABank = { not: { fact: "creditor.kind", in: ["financial_institution"] } } as const;
const debtorRoles = [
  "debtor",
  "debtor_attorney",
  "guarantor",
  "guardian",
  "parent",
  "administrator",
  "executor",
  "estate",
  "heir_who_accepted",
];

const frequency: readonly Row[] = [
  {
    id: "CN-CONTACT-01",
    ...std,
    source: { ...gbt, cite: "GB/T 45251-2025; 中国银行业协会催收工作指引" },
    appliesTo: outbound,
    when: personal,
    guard: { kind: "window", from: "08:00", to: "22:00", widened: true },
    message: "outside_hours",
    unblock: ["wait", "consented_hours"],
    vectors: ["CN-TV-13"],
  },
  {
    id: "CN-CONTACT-02",
    ...std,
    source: gbt,
    appliesTo: ["call"],
    when: personal,
    guard: {
      kind: "counter",
      counts: { types: ["call"], direction: "out", connected: true, recipientRole: "debtor" },
      limit: 3,
      days: 1,
      window: "law.window.day",
    },
    message: "frequency_cap",
    unblock: ["wait"],
    vectors: ["CN-TV-12"],
  },
  {
    id: "CN-CONTACT-03",
    ...std,
    source: guideline,
    appliesTo: ["call"],
    when: personal,
    guard: {
      kind: "counter",
      counts: { types: ["call"], direction: "out", connected: false, same: "number" },
      limit: 6,
      days: 1,
      window: "law.window.day",
    },
    message: "frequency_cap",
    unblock: ["wait", "other_number"],
    vectors: ["CN-TV-14"],
  },
  {
    id: "CN-CONTACT-04",
    part: "calls a day",
    ...policy,
    source: pol("one connected call a day for debts not owed to a bank"),
    appliesTo: ["call"],
    when: { all: [personal, notABank] },
    guard: {
      kind: "counter",
      counts: { types: ["call"], direction: "out", connected: true, recipientRole: "debtor" },
      limit: 1,
      days: 1,
      window: "law.window.day",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "CN-CONTACT-04",
    part: "calls a week",
    ...policy,
    source: pol("three connected calls a week for debts not owed to a bank"),
    appliesTo: ["call"],
    when: { all: [personal, notABank] },
    guard: {
      kind: "counter",
      counts: { types: ["call"], direction: "out", connected: true, recipientRole: "debtor" },
      limit: 3,
      days: 7,
      window: "law.window.week",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "CN-CONTACT-04",
    part: "messages",
    ...policy,
    source: pol("two text messages a day"),
    appliesTo: ["sms"],
    guard: {
      kind: "counter",
      counts: { types: ["sms"], direction: "out" },
      limit: 2,
      days: 1,
      window: "law.window.day",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "CN-CONTACT-04",
    part: "visits",
    ...policy,
    source: pol("one visit a week"),
    appliesTo: ["visit"],
    guard: {
      kind: "counter",
      counts: { types: ["visit"], direction: "out" },
      limit: 1,
      days: 7,
      window: "law.window.week",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
];

const people: readonly Row[] = [
  {
    id: "CN-CONTACT-06",
    ...std,
    source: gbt,
    appliesTo: outbound,
    when: {
      all: [{ known: "action.recipientRole" }, { not: { fact: "action.recipientRole", in: debtorRoles } }],
    },
    guard: { kind: "named", name: "thirdPartyUnreachable" },
    message: "third_party",
    unblock: ["debtor_unreachable"],
    vectors: ["CN-TV-15"],
  },
  {
    id: "CN-HOLD-10",
    ...std,
    source: gbt,
    appliesTo: outbound,
    when: {
      all: [{ known: "action.recipientRole" }, { not: { fact: "action.recipientRole", in: debtorRoles } }],
    },
    guard: { kind: "named", name: "thirdPartyNotRefused" },
    message: "third_party",
    unblock: ["other_step"],
  },
  {
    id: "CN-CONTACT-11",
    ...std,
    source: guideline,
    appliesTo: outbound,
    when: { all: [personal, { fact: "action.employerAddress", in: [true], absentMeansNo: true }] },
    guard: {
      kind: "need",
      all: [{ that: { fact: "action.workplaceConsent", in: [true] }, asks: "action.workplaceConsent" }],
    },
    message: "work_address",
    unblock: ["other_channel"],
  },
  {
    id: "CN-CONTACT-13",
    force: "LAW",
    confidence: "medium",
    source: { cite: "个人信息保护法 44, 47", effective: "2021-11-01" },
    appliesTo: outbound,
    guard: { kind: "hold", types: ["channel_optout"], channelOnly: true },
    message: "hold_active",
    unblock: ["other_channel"],
  },
  {
    id: "CN-CONTACT-01",
    part: "asked hours",
    ...policy,
    source: pol("hours the debtor asked for are kept"),
    appliesTo: outbound,
    guard: { kind: "preferred_hours" },
    message: "outside_hours",
    unblock: ["wait"],
  },
];

/** How and how often the debtor may be reached (cn.md section 2). */
export const cnContact: readonly Row[] = [...frequency, ...people];
