import type { Condition, EventSelector, Row } from "#app/domain/law/pack.ts";
import { messages, organisation, outbound, titled } from "#app/domain/law/packs/acts.ts";
import { individual, lawMedium, pol, reaching, regulator } from "#app/domain/law/packs/gb/conditions.ts";

const concSource = (provision: string) => ({ cite: `CONC ${provision}`, effective: "2014-04-01" });

/** The platform keeps the standards for consumers with every natural person. */
const personal: Condition = { not: organisation };
const asked: Condition = {
  all: [{ known: "debtor.preferredHours.from" }, { known: "debtor.preferredHours.to" }],
};

const WEEK = [1, 2, 3, 4, 5];
const WEEK_WITH_SATURDAY = [...WEEK, 6];
const closed = ["GB-EW"];

const calls: EventSelector = { types: ["call"], direction: "out", recipientRole: "debtor" };
const debtorRoles = [
  "debtor",
  "debtor_attorney",
  "debt_adviser",
  "administrator",
  "trustee",
  "executor",
  "personal_representative",
  "estate",
  "attorney",
  "deputy",
];

const times: readonly Row[] = [
  {
    id: "GB-CONTACT-01",
    ...pol(
      "weekdays 08:00 to 20:00, Saturdays 09:00 to 17:00, not on Sundays and bank holidays (CONC 7.9.4R)",
    ),
    appliesTo: outbound,
    when: { all: [personal, { not: asked }] },
    guard: {
      kind: "window",
      from: "08:00",
      to: "20:00",
      weekdays: WEEK,
      also: [{ from: "09:00", to: "17:00", weekdays: [6] }],
      closed,
    },
    message: "outside_hours",
    unblock: ["wait"],
  },
  {
    id: "GB-CONTACT-01",
    part: "days",
    ...pol("not on Sundays and bank holidays, whatever hours the debtor asked for (CONC 7.9.4R)"),
    appliesTo: outbound,
    when: { all: [personal, asked] },
    guard: { kind: "window", from: "00:00", to: "24:00", weekdays: WEEK_WITH_SATURDAY, closed },
    message: "outside_hours",
    unblock: ["wait"],
  },
  {
    id: "GB-CONTACT-01",
    part: "asked hours",
    ...regulator,
    confidence: "high",
    source: concSource("7.9.4R"),
    appliesTo: outbound,
    guard: { kind: "preferred_hours" },
    message: "outside_hours",
    unblock: ["wait"],
  },
  {
    id: "GB-CONTACT-01",
    part: "channel",
    ...regulator,
    source: concSource("7.9.4R"),
    appliesTo: outbound,
    guard: { kind: "hold", types: ["channel_optout"], channelOnly: true },
    message: "hold_active",
    unblock: ["other_channel"],
  },
  {
    id: "GB-CONTACT-01",
    part: "calls a day",
    ...pol("one call a day (CONC 7.9.4R)"),
    appliesTo: ["call"],
    when: personal,
    guard: { kind: "counter", counts: calls, limit: 1, days: 1, window: "law.window.day" },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "GB-CONTACT-01",
    part: "calls a week",
    ...pol("three calls a week (CONC 7.9.4R)"),
    appliesTo: ["call"],
    when: personal,
    guard: { kind: "counter", counts: calls, limit: 3, days: 7, window: "law.window.week" },
    message: "frequency_cap",
    unblock: ["wait"],
  },
];

const conduct: readonly Row[] = [
  {
    id: "GB-CONTACT-02",
    ...lawMedium,
    source: { cite: "Administration of Justice Act 1970 s.40", effective: "1970-08-01" },
    appliesTo: [...reaching, "mediation", "send_template"],
    when: {
      fact: "action.threatens",
      in: ["arrest", "prison", "police", "criminal_liability", "criminal_prosecution"],
      absentMeansNo: true,
    },
    guard: { kind: "never" },
    message: "gb_criminal_threat",
    unblock: ["leave_out_threat"],
  },
  {
    id: "GB-CONTACT-03",
    ...regulator,
    confidence: "high",
    source: concSource("7.9.2-7.9.11"),
    appliesTo: reaching,
    when: {
      all: [{ known: "action.recipientRole" }, { not: { fact: "action.recipientRole", in: debtorRoles } }],
    },
    guard: {
      kind: "need",
      all: [{ that: { fact: "action.disclosesDebt", in: [false] }, asks: "action.disclosesDebt" }],
    },
    message: "gb_third_party",
    unblock: ["gb_say_nothing_of_debt"],
  },
  {
    id: "GB-CONTACT-04",
    ...pol("no door visits in England and Wales (CONC 7.9.12-13)"),
    appliesTo: ["visit"],
    guard: { kind: "never" },
    message: "no_visit",
    unblock: ["other_channel"],
  },
  {
    id: "GB-CONTACT-08",
    ...pol("no contact at work (CONC 7.9)"),
    appliesTo: messages,
    when: { fact: "action.employerAddress", in: [true], absentMeansNo: true },
    guard: { kind: "never" },
    message: "work_address",
    unblock: ["other_channel"],
  },
  {
    id: "GB-CONTACT-09",
    ...pol("who is recorded is told so, and the recording is kept for six years (UK GDPR arts 5, 13)"),
    appliesTo: ["call"],
    when: { fact: "action.record", in: [true], absentMeansNo: true },
    guard: { kind: "never" },
    effect: "warn",
    message: "gb_recording",
    unblock: ["announce_recording"],
  },
  {
    id: "GB-MONEY-09",
    ...lawMedium,
    source: { cite: "CPR 27.14; CONC 7.7", effective: "2014-04-22" },
    appliesTo: ["demand_payment", "notice_of_intention", "lawyer_letter", "statutory_demand"],
    when: { all: [individual, { not: titled }] },
    guard: { kind: "cap", amount: "action.amounts.fees", cap: 0 },
    message: "amount_over_cap",
    unblock: ["correct_amounts"],
  },
];

/** How and how often the debtor may be reached (gb.md section 2). */
export const gbContact: readonly Row[] = [...times, ...conduct];
