import type { Condition, Row } from "#app/domain/law/pack.ts";
import { agencies, lawyers, market } from "#app/domain/law/packs/acts.ts";
import {
  forAnother,
  inPerson,
  law,
  lawMedium,
  litigation,
  pol,
  reaching,
  regulated,
} from "#app/domain/law/packs/gb/conditions.ts";

const lsa = { cite: "Legal Services Act 2007 ss.12-14, Sch. 2 para 4", effective: "2010-01-01" };
const lawyerActs = [...litigation, "lawyer_letter"] as const;

const responsible: Condition = { known: "actor.responsibleAuthorisedPersonId" };
/** Who works under the responsibility, direction and control of an authorised person (Mazur v CRS). */
const supervised: Condition = {
  all: [responsible, { not: { fact: "actor.kind", in: ["agency", "agency_licensed"] } }],
};

const solicitor = {
  kind: "credential",
  types: ["practising_certificate", "bar_admission", "lawyer_certificate", "firm_licence"],
  territory: "country",
  who: "law.who.gb_lawyer",
} as const;

const fcaPermission = {
  kind: "need",
  all: [{ that: { fact: "actor.fcaDebtCollecting", in: [true] }, asks: "actor.fcaDebtCollecting" }],
} as const;

/** Who may act (gb.md section 3). */
export const gbActors: readonly Row[] = [
  {
    id: "GB-ACTOR-01",
    ...law,
    source: lsa,
    appliesTo: litigation,
    guard: {
      kind: "need",
      all: [{ that: { any: [lawyers, inPerson, supervised] }, asks: "actor.kind" }],
    },
    message: "gb_reserved",
    unblock: ["engage_lawyer"],
    vectors: ["GB-TV-14", "GB-TV-15"],
  },
  {
    id: "GB-ACTOR-01",
    part: "credential",
    ...law,
    source: lsa,
    appliesTo: [...lawyerActs, ...market],
    when: { all: [lawyers, { not: supervised }] },
    guard: { ...solicitor, part: "valid" },
    message: "credential_missing",
    unblock: ["verify_credential"],
  },
  {
    id: "GB-ACTOR-02",
    ...law,
    source: { cite: "Mazur v Charles Russell Speechlys LLP [2026] EWCA Civ 369", effective: "2010-01-01" },
    appliesTo: litigation,
    when: { not: { any: [lawyers, inPerson, agencies] } },
    guard: {
      kind: "need",
      all: [{ that: responsible, asks: "actor.responsibleAuthorisedPersonId" }],
    },
    message: "fact_unknown",
    unblock: ["gb_responsible_person"],
    vectors: ["GB-TV-15"],
  },
  {
    id: "GB-ACTOR-03",
    ...law,
    source: lsa,
    appliesTo: litigation,
    when: { all: [agencies, { not: supervised }] },
    guard: { kind: "never" },
    message: "gb_agency_barred",
    unblock: ["engage_lawyer"],
    vectors: ["GB-TV-14"],
  },
  {
    id: "GB-ACTOR-04",
    ...lawMedium,
    source: {
      cite: "CPR 39.6; Lay Representatives (Rights of Audience) Order 1999",
      effective: "1999-04-26",
    },
    appliesTo: ["file_suit"],
    when: { all: [inPerson, { not: { fact: "creditor.kind", in: ["natural"], absentMeansNo: true } }] },
    guard: { kind: "never" },
    effect: "warn",
    message: "gb_in_person",
    unblock: ["ask_counsel"],
  },
  {
    id: "GB-ACTOR-05",
    ...pol(
      "a register number of an unusual form is looked up with care (SRA numbers have six or seven digits)",
    ),
    confidence: "medium",
    appliesTo: [...lawyerActs, ...market],
    when: lawyers,
    guard: { kind: "named", name: "registerNumberFits" },
    effect: "warn",
    message: "gb_number",
    unblock: ["verify_credential"],
  },
  {
    id: "GB-COV-03",
    ...lawMedium,
    source: { cite: "FSMA 2000 s.19; RAO arts 39F-39G", effective: "2014-04-01" },
    appliesTo: reaching,
    when: { all: [forAnother, regulated] },
    guard: fcaPermission,
    message: "gb_fca",
    unblock: ["gb_fca_permission"],
  },
  {
    id: "GB-COV-03",
    part: "market",
    ...lawMedium,
    source: { cite: "FSMA 2000 s.19; RAO arts 39F-39G", effective: "2014-04-01" },
    appliesTo: market,
    when: { all: [forAnother, { fact: "debt.regulatedCredit", in: [true], absentMeansNo: true }] },
    guard: fcaPermission,
    message: "gb_fca",
    unblock: ["gb_fca_permission"],
  },
  {
    id: "X-06",
    ...pol("registers are looked up again after 30 days"),
    appliesTo: [...lawyerActs, ...market],
    when: { all: [lawyers, { not: supervised }] },
    guard: { ...solicitor, part: "checked", withinDays: 30 },
    message: "credential_stale",
    unblock: ["recheck_credential"],
  },
];
