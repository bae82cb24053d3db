import type { Row } from "#app/domain/law/pack.ts";
import { outbound, yes } from "#app/domain/law/packs/acts.ts";
import { debtorRoles } from "#app/domain/law/packs/de/parties.ts";

const policy = { force: "POL", confidence: "high" } as const;
const law = { force: "LAW", confidence: "high" } as const;
const pol = (provision: string) => ({ cite: `Rung platform policy: ${provision}`, effective: "1970-01-01" });
const criminalCode = "1975-01-01";
const connected = { types: ["call"], direction: "out", connected: true } as const;

/** How and how often the debtor may be reached (de.md section 2). */
export const deContact: readonly Row[] = [
  {
    id: "DE-CONTACT-01",
    part: "hours",
    ...policy,
    source: pol("Monday to Saturday 08:00 to 20:00, not on holidays (StGB 240, UWG 4a set no hours)"),
    appliesTo: outbound,
    guard: { kind: "window", from: "08:00", to: "20:00", weekdays: [1, 2, 3, 4, 5, 6], holidays: true },
    message: "outside_hours",
    unblock: ["wait"],
  },
  {
    id: "DE-CONTACT-01",
    part: "week",
    ...policy,
    source: pol("at most 2 connected calls a week"),
    appliesTo: ["call"],
    guard: { kind: "counter", counts: connected, limit: 2, days: 7, window: "law.window.week" },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "DE-CONTACT-01",
    part: "day",
    ...policy,
    source: pol("at most one connected call a day"),
    appliesTo: ["call"],
    guard: { kind: "counter", counts: connected, limit: 1, days: 1, window: "law.window.day" },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "DE-CONTACT-01",
    part: "attempts",
    ...policy,
    source: pol("at most 3 attempts a day"),
    appliesTo: ["call"],
    guard: {
      kind: "counter",
      counts: { types: ["call"], direction: "out" },
      limit: 3,
      days: 1,
      window: "law.window.day",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  },
  {
    id: "DE-CONTACT-03",
    part: "entry",
    ...law,
    source: { cite: "StGB 123, 132; ZPO 758", effective: criminalCode },
    appliesTo: ["enter_premises"],
    when: { not: { fact: "actor.kind", in: ["enforcement_officer"], absentMeansNo: true } },
    guard: { kind: "never" },
    message: "no_entry",
    unblock: ["apply_enforcement"],
    bars: true,
  },
  {
    id: "DE-CONTACT-03",
    part: "visit",
    ...policy,
    source: pol("no visits in Germany (StGB 123)"),
    appliesTo: ["visit"],
    guard: { kind: "never" },
    message: "no_visit",
    unblock: ["other_channel"],
  },
  {
    id: "DE-CONTACT-04",
    ...law,
    confidence: "medium",
    source: { cite: "GDPR 5, 6; BGB 823", effective: "2018-05-25" },
    appliesTo: outbound,
    when: {
      any: [
        { fact: "action.employerAddress", in: [true], absentMeansNo: true },
        {
          all: [
            { known: "action.recipientRole" },
            { not: { fact: "action.recipientRole", in: debtorRoles } },
          ],
        },
      ],
    },
    guard: {
      kind: "need",
      all: [{ that: { fact: "action.disclosesDebt", in: [false] }, asks: "action.disclosesDebt" }],
    },
    message: "de_third_party",
    unblock: ["location_only"],
  },
  {
    id: "DE-CONTACT-05",
    ...law,
    source: { cite: "StGB 201", effective: criminalCode },
    appliesTo: ["call"],
    when: { fact: "action.record", in: [true], absentMeansNo: true },
    guard: { kind: "need", all: [{ that: yes("action.bothConsent"), asks: "action.bothConsent" }] },
    message: "consent_missing",
    unblock: ["announce_recording"],
  },
  {
    id: "DE-CONTACT-06",
    ...policy,
    confidence: "medium",
    source: pol("a debtor who opts out of a channel is not reached through it"),
    appliesTo: outbound,
    guard: { kind: "hold", types: ["channel_optout"], channelOnly: true },
    message: "hold_active",
    unblock: ["other_channel"],
  },
];
