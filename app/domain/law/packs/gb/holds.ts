import type { HoldType } from "#app/domain/law/facts.ts";
import type { Row } from "#app/domain/law/pack.ts";
import { outbound } from "#app/domain/law/packs/acts.ts";
import {
  enforcement,
  formalLetters,
  gbSteps,
  lawMedium,
  pol,
  reaching,
  regulated,
  regulator,
} from "#app/domain/law/packs/gb/conditions.ts";

const advisers = ["debt_adviser", "debtor_attorney"];
const estate = ["executor", "administrator", "personal_representative", "estate"];

/** Contact and new steps; a claim that is pending may run to judgment (SI 2020/1311 regs 10, 11). */
const moratoriumActs = [...reaching, "mediation", "file_suit", ...enforcement] as const;

/** The holds that rows of their own speak of here, and not the platform's X-04. */
export const gbOwnHolds: readonly HoldType[] = ["breathing_space", "hardship", "incapacity"];

/** Legal pauses (gb.md section 1, Holds). What X-04 keeps open is kept open by the guard. */
export const gbHolds: readonly Row[] = [
  {
    id: "GB-HOLD-01",
    ...lawMedium,
    source: { cite: "SI 2020/1311 regs 7, 8, 10, 11, 26", effective: "2021-05-04" },
    appliesTo: moratoriumActs,
    guard: { kind: "hold", types: ["breathing_space"], recipients: ["debt_adviser"] },
    message: "hold_active",
    unblock: ["wait", "gb_contact_adviser"],
    bars: true,
    vectors: ["GB-TV-13"],
  },
  {
    id: "GB-HOLD-03",
    ...regulator,
    source: { cite: "CONC 7.14", effective: "2014-04-01" },
    appliesTo: gbSteps,
    when: regulated,
    guard: { kind: "hold", types: ["dispute"] },
    message: "hold_active",
    unblock: ["send_verification"],
  },
  {
    id: "X-04",
    part: "dispute",
    ...pol("a dispute stops collection until it is answered with the account and the contract"),
    appliesTo: gbSteps,
    when: { not: regulated },
    guard: { kind: "hold", types: ["dispute"] },
    message: "hold_active",
    unblock: ["send_verification"],
  },
  {
    id: "GB-HOLD-04",
    part: "plan",
    ...regulator,
    source: { cite: "CONC 7.3.11-12", effective: "2014-04-01" },
    appliesTo: gbSteps,
    guard: { kind: "hold", types: ["hardship"], recipients: advisers },
    message: "hold_active",
    unblock: ["end_hold"],
  },
  {
    id: "GB-HOLD-04",
    part: "adviser",
    ...regulator,
    source: { cite: "CONC 7.3.11-12, 7.12", effective: "2014-04-01" },
    appliesTo: outbound,
    guard: { kind: "hold", types: ["represented"], recipients: advisers },
    message: "hold_active",
    unblock: ["gb_contact_adviser"],
  },
  {
    id: "GB-HOLD-05",
    ...lawMedium,
    source: { cite: "IA 1986 ss.251G, 252, 285, Sch. B1 para 43", effective: "2009-04-06" },
    appliesTo: gbSteps,
    guard: { kind: "hold", types: ["bankruptcy"], recipients: ["administrator", "trustee"] },
    message: "hold_active",
    unblock: ["proof_of_claim"],
    bars: true,
  },
  {
    id: "GB-HOLD-06",
    ...regulator,
    source: { cite: "CONC 7.10; Consumer Duty (PRIN 2A)", effective: "2014-04-01" },
    appliesTo: gbSteps,
    guard: { kind: "hold", types: ["incapacity"], recipients: ["attorney", "deputy", ...advisers] },
    message: "hold_active",
    unblock: ["end_hold"],
  },
  {
    id: "GB-HOLD-07",
    ...pol("after a death only the estate is written to, never the family"),
    appliesTo: reaching,
    guard: { kind: "hold", types: ["death"], recipients: estate },
    message: "hold_active",
    unblock: ["contact_estate"],
  },
  {
    id: "GB-HOLD-09",
    part: "hold",
    ...lawMedium,
    source: { cite: "Family Law Reform Act 1969 s.1; Minors' Contracts Act 1987", effective: "1987-06-09" },
    appliesTo: gbSteps,
    guard: { kind: "hold", types: ["minor"] },
    message: "hold_active",
    unblock: ["ask_counsel"],
    bars: true,
  },
  {
    id: "GB-HOLD-09",
    part: "age",
    ...lawMedium,
    source: { cite: "Family Law Reform Act 1969 s.1; Minors' Contracts Act 1987", effective: "1987-06-09" },
    appliesTo: gbSteps,
    when: { fact: "debtor.ageYears", atMost: 17, absentMeansNo: true },
    guard: { kind: "never" },
    message: "minor",
    unblock: ["ask_counsel"],
    bars: true,
  },
  {
    id: "GB-HOLD-10",
    ...lawMedium,
    source: { cite: "PAP for Debt Claims 4.4-4.6; CONC 7.3", effective: "2017-10-01" },
    appliesTo: gbSteps,
    guard: { kind: "hold", types: ["payment_plan"] },
    message: "hold_active",
    unblock: ["end_hold"],
  },
  {
    id: "X-04",
    part: "cease",
    ...pol("a request for no further contact is kept; the letters that the law asks for may still go out"),
    appliesTo: outbound.filter((act) => !formalLetters.some((letter) => letter === act)),
    guard: { kind: "hold", types: ["cease_contact"] },
    message: "hold_active",
    unblock: ["remedy_notice_only"],
  },
  {
    id: "X-04",
    part: "identity",
    ...pol("a report of identity theft stops collection"),
    appliesTo: gbSteps,
    guard: { kind: "hold", types: ["identity_theft"] },
    message: "hold_active",
    unblock: ["end_hold"],
  },
];
