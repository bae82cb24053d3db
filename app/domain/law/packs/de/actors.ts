import type { Row } from "#app/domain/law/pack.ts";
import { agencies, everyStep, isTrue, lawyers, market } from "#app/domain/law/packs/acts.ts";

const law = { force: "LAW", confidence: "high" } as const;
const policy = { force: "POL", confidence: "high" } as const;
const rdg = "2008-07-01";
const lookedUp = {
  cite: "Rung platform policy: registers are looked up again after 30 days",
  effective: "1970-01-01",
};
const collecting = [...everyStep, "claim_collection_costs", ...market] as const;

const registration = {
  kind: "credential",
  types: ["inkasso_registration"],
  territory: "country",
  who: "law.who.de_collector",
} as const;
const admission = {
  kind: "credential",
  types: ["bar_admission"],
  territory: "country",
  who: "law.who.lawyer",
} as const;

/** Who may act (de.md section 3). */
export const deActors: readonly Row[] = [
  {
    id: "DE-MONEY-13",
    ...law,
    source: { cite: "BRAO 49b(3)", effective: "1994-09-09" },
    appliesTo: market,
    when: {
      all: [lawyers, { any: [isTrue("action.items.sharesFee"), isTrue("action.items.referralFee")] }],
    },
    guard: { kind: "never" },
    message: "fee_shared",
    unblock: ["flat_fee"],
  },
  {
    id: "DE-COV-04",
    ...law,
    source: { cite: "KrZwMG 2, 7(1), 10", effective: "2023-12-30" },
    appliesTo: collecting,
    when: {
      all: [
        { not: lawyers },
        { fact: "creditor.kind", in: ["debt_buyer"], absentMeansNo: true },
        { fact: "debt.kind", in: ["loan_bank"], absentMeansNo: true },
        {
          not: {
            all: [
              { fact: "debtor.kind", in: ["company", "public"] },
              { fact: "debtor.size", in: ["large"], absentMeansNo: true },
            ],
          },
        },
      ],
    },
    guard: {
      kind: "credential",
      types: ["bafin_permit"],
      territory: "country",
      part: "valid",
      who: "law.who.de_servicer",
    },
    message: "credential_missing",
    unblock: ["verify_credential"],
  },
  {
    id: "DE-ACTOR-01",
    ...law,
    source: { cite: "RDG 2(2), 3, 10, 11(4)", effective: rdg },
    appliesTo: collecting,
    when: agencies,
    guard: { ...registration, part: "valid" },
    message: "credential_missing",
    unblock: ["verify_credential"],
  },
  {
    id: "DE-ACTOR-04",
    ...law,
    source: { cite: "ZPO 79(2) no. 4", effective: rdg },
    appliesTo: ["file_suit", "default_judgment"],
    when: agencies,
    guard: { kind: "never" },
    message: "de_collector_in_court",
    unblock: ["engage_lawyer"],
  },
  {
    id: "DE-ACTOR-05",
    ...law,
    source: { cite: "BRAO 12, 31", effective: "2002-01-01" },
    appliesTo: collecting,
    when: lawyers,
    guard: { ...admission, part: "valid" },
    message: "credential_missing",
    unblock: ["verify_credential"],
  },
  {
    id: "X-06",
    part: "lawyer",
    ...policy,
    source: lookedUp,
    appliesTo: collecting,
    when: lawyers,
    guard: { ...admission, part: "checked", withinDays: 30 },
    message: "credential_stale",
    unblock: ["recheck_credential"],
  },
  {
    id: "X-06",
    part: "collector",
    ...policy,
    source: lookedUp,
    appliesTo: collecting,
    when: agencies,
    guard: { ...registration, part: "checked", withinDays: 30 },
    message: "credential_stale",
    unblock: ["recheck_credential"],
  },
];
