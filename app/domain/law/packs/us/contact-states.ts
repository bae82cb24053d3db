import type { Condition, Row } from "#app/domain/law/pack.ts";
import { outbound } from "#app/domain/law/packs/acts.ts";
import { covered } from "#app/domain/law/packs/us/coverage.ts";

const law = { force: "LAW", confidence: "high" } as const;

const unheard = ["busy", "not_connected", "not_in_service", "number_invalid"];
const phone = { types: ["call", "sms"], direction: "out", same: "debt" } as const;
const everyChannel = { types: outbound, direction: "out", same: "debt" } as const;
/** Agencies only, in Washington. */
const byAgency: Condition = {
  all: [covered, { not: { fact: "actor.kind", in: ["creditor_self", "creditor_employee"] } }],
};
const fromSeptember2026 = "2026-09-01";

/** Caps of states and of New York City, stricter than the federal ones (US-CONTACT-07). */
export const usStateCaps: readonly Row[] = [
  {
    id: "US-CONTACT-07",
    part: "MA",
    ...law,
    source: { cite: "940 CMR 7.04(1)(f); 209 CMR 18.16", effective: "2012-03-02" },
    appliesTo: ["call", "sms"],
    states: ["MA"],
    when: { all: [covered, { not: { fact: "action.employerAddress", in: [true], absentMeansNo: true } }] },
    guard: {
      kind: "counter",
      counts: { ...phone, notOutcomes: unheard, atWork: false },
      limit: 2,
      days: 7,
      window: "law.window.seven_days",
    },
    message: "frequency_cap",
    unblock: ["wait"],
    vectors: ["US-TV-13"],
  },
  {
    id: "US-CONTACT-07",
    part: "MA elsewhere",
    ...law,
    source: { cite: "940 CMR 7.04(1)(f); 209 CMR 18.16", effective: "2012-03-02" },
    appliesTo: ["call", "sms"],
    states: ["MA"],
    when: { all: [covered, { fact: "action.employerAddress", in: [true], absentMeansNo: true }] },
    guard: {
      kind: "counter",
      counts: { ...phone, notOutcomes: unheard, atWork: true },
      limit: 2,
      days: 30,
      window: "law.window.thirty_days",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "US-CONTACT-07",
    part: "NYC",
    ...law,
    source: { cite: "6 RCNY 5-77 (as amended)", effective: fromSeptember2026 },
    appliesTo: outbound,
    states: ["NY"],
    when: { all: [covered, { city: "new-york-city" }] },
    guard: { kind: "counter", counts: everyChannel, limit: 3, days: 7, window: "law.window.seven_days" },
    message: "frequency_cap",
    unblock: ["wait"],
    vectors: ["US-TV-14"],
  },
  {
    id: "US-CONTACT-07",
    part: "NYC before",
    force: "LAW",
    confidence: "medium",
    source: { cite: "6 RCNY 5-77(b)(1)(iv)", effective: "2010-02-01", until: fromSeptember2026 },
    appliesTo: outbound,
    states: ["NY"],
    when: { all: [covered, { city: "new-york-city" }] },
    guard: {
      kind: "counter",
      counts: { ...everyChannel, notOutcomes: [...unheard, "no_answer"] },
      limit: 2,
      days: 7,
      window: "law.window.seven_days",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "US-CONTACT-07",
    part: "WA",
    force: "LAW",
    confidence: "medium",
    source: { cite: "RCW 19.16.250", effective: "2013-07-28" },
    appliesTo: outbound,
    states: ["WA"],
    when: byAgency,
    guard: {
      kind: "counter",
      counts: { ...everyChannel, notOutcomes: [...unheard, "no_answer"] },
      limit: 3,
      days: 7,
      window: "law.window.week",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "US-CONTACT-07",
    part: "WA hours",
    force: "LAW",
    confidence: "medium",
    source: { cite: "RCW 19.16.250", effective: "2013-07-28" },
    appliesTo: outbound,
    states: ["WA"],
    when: byAgency,
    guard: { kind: "window", from: "07:30", to: "21:00", widened: true },
    message: "outside_hours",
    unblock: ["wait", "consented_hours"],
  },
  {
    id: "US-CONTACT-07",
    part: "WA work",
    force: "LAW",
    confidence: "medium",
    source: { cite: "RCW 19.16.250", effective: "2013-07-28" },
    appliesTo: outbound,
    states: ["WA"],
    when: { all: [byAgency, { fact: "action.employerAddress", in: [true], absentMeansNo: true }] },
    guard: {
      kind: "counter",
      counts: { ...everyChannel, notOutcomes: [...unheard, "no_answer"], atWork: true },
      limit: 1,
      days: 7,
      window: "law.window.week",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
];
