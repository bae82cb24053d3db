import type { EventSelector, Row } from "#app/domain/law/pack.ts";
import { outbound } from "#app/domain/law/packs/acts.ts";
import { usChannelRules } from "#app/domain/law/packs/us/contact-channels.ts";
import { usStateCaps } from "#app/domain/law/packs/us/contact-states.ts";
import { covered } from "#app/domain/law/packs/us/coverage.ts";

const regF = "2021-11-30";
const law = { force: "LAW", confidence: "high" } as const;

/** Calls that 12 CFR 1006.14(b) counts: placed, connected to the number, not within the debtor's consent. */
const counted: EventSelector = {
  types: ["call"],
  direction: "out",
  recipientRole: "debtor",
  notOutcomes: ["busy", "not_connected", "not_in_service", "number_invalid"],
  withoutConsent: true,
};

const hours: readonly Row[] = [
  {
    id: "US-CONTACT-01",
    ...law,
    source: { cite: "15 USC 1692c(a)(1); 12 CFR 1006.6(b)(1)(i)", effective: regF },
    appliesTo: outbound,
    when: covered,
    guard: { kind: "window", from: "08:00", to: "21:00", widened: true },
    message: "outside_hours",
    unblock: ["wait", "consented_hours"],
    vectors: ["US-TV-05"],
  },
  {
    id: "US-CONTACT-01",
    part: "MA",
    ...law,
    source: { cite: "940 CMR 7.04(1)", effective: "2012-03-02" },
    appliesTo: outbound,
    states: ["MA"],
    when: covered,
    guard: { kind: "window", from: "08:00", to: "21:00", zone: "America/New_York" },
    message: "outside_hours",
    unblock: ["wait"],
  },
  {
    id: "US-CONTACT-01",
    part: "FL",
    force: "LAW",
    confidence: "medium",
    source: { cite: "Fla. Stat. 559.72(17)", effective: "2010-10-01" },
    appliesTo: outbound,
    states: ["FL"],
    when: covered,
    guard: { kind: "window", from: "08:00", to: "21:00", widened: true },
    message: "outside_hours",
    unblock: ["wait", "consented_hours"],
  },
];

const frequency: readonly Row[] = [
  {
    id: "US-CONTACT-02",
    ...law,
    source: { cite: "12 CFR 1006.14(b)(2)(i)(A)", effective: regF },
    appliesTo: ["call"],
    when: covered,
    guard: {
      kind: "counter",
      counts: { ...counted, same: "debt" },
      limit: 7,
      days: 7,
      window: "law.window.seven_days",
    },
    message: "frequency_cap",
    unblock: ["wait", "call_consent"],
    vectors: ["US-TV-01", "US-TV-02"],
  },
  {
    id: "US-CONTACT-03",
    ...law,
    source: { cite: "12 CFR 1006.14(b)(2)(i)(B)", effective: regF },
    appliesTo: ["call"],
    when: covered,
    guard: {
      kind: "wait",
      after: {
        events: {
          types: ["call"],
          outcomes: ["conversation"],
          recipientRole: "debtor",
          same: "debt",
        },
        pick: "last",
        asks: "history.contact",
      },
      days: 7,
      orElse: "pass",
      unlessConsent: true,
      reason: "law.wait.conversation",
    },
    message: "followup_cooldown",
    unblock: ["wait", "call_consent"],
    vectors: ["US-TV-03", "US-TV-04"],
  },
  {
    id: "US-CONTACT-05",
    part: "spacing",
    force: "POL",
    confidence: "high",
    source: {
      cite: "Rung platform policy: 4 hours between calls (12 CFR 1006.14(b)(1), comment 14(b)(2)(i)-2)",
      effective: "1970-01-01",
    },
    appliesTo: ["call"],
    when: covered,
    guard: {
      kind: "wait",
      after: { events: { ...counted, withoutConsent: undefined }, pick: "last", asks: "history.contact" },
      hours: 4,
      orElse: "pass",
      reason: "law.wait.spacing",
    },
    message: "waiting_period",
    unblock: ["wait"],
  },
  {
    id: "US-CONTACT-05",
    part: "daily",
    force: "POL",
    confidence: "high",
    source: {
      cite: "Rung platform policy: 2 calls a day (12 CFR 1006.14(b)(1), comment 14(b)(2)(i)-2)",
      effective: "1970-01-01",
    },
    appliesTo: ["call"],
    when: covered,
    guard: {
      kind: "counter",
      counts: { ...counted, withoutConsent: undefined },
      limit: 2,
      days: 1,
      window: "law.window.day",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "US-CONTACT-06",
    force: "POL",
    confidence: "high",
    source: {
      cite: "Rung platform policy: 7 calls a week over all debts (12 CFR 1006.14(b)(4))",
      effective: "1970-01-01",
    },
    appliesTo: ["call"],
    when: covered,
    guard: { kind: "counter", counts: counted, limit: 7, days: 7, window: "law.window.seven_days" },
    message: "frequency_cap",
    unblock: ["wait"],
  },
];

const notices: readonly Row[] = [
  {
    id: "US-NOTICE-01",
    ...law,
    source: { cite: "12 CFR 1006.34(c)(2)(viii)", effective: regF },
    appliesTo: ["validation_notice"],
    when: covered,
    guard: { kind: "named", name: "noticeAddsUp" },
    message: "amounts_differ",
    unblock: ["correct_amounts"],
    vectors: ["US-TV-09"],
  },
];

/** How and how often the debtor may be reached (us.md section 2). */
export const usContact: readonly Row[] = [
  ...hours,
  ...frequency,
  ...usStateCaps,
  ...usChannelRules,
  ...notices,
];
