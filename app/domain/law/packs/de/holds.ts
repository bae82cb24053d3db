import type { Row } from "#app/domain/law/pack.ts";
import { escalation, everyStep, lawyers, outbound } from "#app/domain/law/packs/acts.ts";

const pol = (provision: string) => ({ cite: `Rung platform policy: ${provision}`, effective: "1970-01-01" });
const policy = { force: "POL", confidence: "high" } as const;
const law = { force: "LAW", confidence: "high" } as const;
const hold = { message: "hold_active", unblock: ["end_hold"] } as const;

/** Pauses with an exception of their own here, which X-04 leaves to them. */
export const deOwnHolds = ["hardship", "breathing_space", "settlement_talks", "incapacity"] as const;

/** Legal pauses (de.md section 1, Holds). */
export const deHolds: readonly Row[] = [
  {
    id: "DE-HOLD-01",
    ...policy,
    source: pol("a dispute stops collection until it is answered (BDSG 31(2), RDG 13f)"),
    appliesTo: [...outbound, ...escalation],
    guard: { kind: "hold", types: ["dispute"] },
    message: "hold_active",
    unblock: ["send_verification", "engage_lawyer"],
  },
  {
    id: "DE-HOLD-02",
    ...law,
    source: { cite: "InsO 87-89", effective: "1999-01-01" },
    appliesTo: [...everyStep, "claim_collection_costs"],
    guard: { kind: "hold", types: ["bankruptcy"], recipients: ["administrator", "trustee"] },
    message: "hold_active",
    unblock: ["proof_of_claim"],
    bars: true,
  },
  {
    id: "DE-HOLD-03",
    part: "pause",
    ...policy,
    source: pol("collection rests while debt relief is sought; the adviser stays reachable (InsO 305a)"),
    appliesTo: [...outbound, ...escalation],
    guard: { kind: "hold", types: ["hardship", "breathing_space"], recipients: ["debt_adviser"] },
    message: "hold_active",
    unblock: ["de_contact_adviser", "end_hold"],
  },
  {
    id: "DE-HOLD-03",
    part: "enforcement",
    ...law,
    source: { cite: "InsO 305a", effective: "1999-01-01" },
    appliesTo: ["apply_enforcement"],
    guard: { kind: "hold", types: ["hardship", "breathing_space"] },
    effect: "warn",
    message: "de_debt_relief",
    unblock: ["de_contact_adviser"],
  },
  {
    id: "DE-HOLD-04",
    ...law,
    confidence: "medium",
    source: { cite: "BGB 1967, 2014", effective: "2002-01-01" },
    appliesTo: everyStep,
    guard: {
      kind: "hold",
      types: ["death"],
      recipients: ["heir", "executor", "administrator", "estate", "personal_representative"],
    },
    message: "hold_active",
    unblock: ["contact_estate"],
  },
  {
    id: "DE-HOLD-05",
    part: "hold",
    ...law,
    confidence: "medium",
    source: { cite: "BGB 104-113, 1814", effective: "2023-01-01" },
    appliesTo: [...outbound, ...escalation],
    guard: {
      kind: "hold",
      types: ["minor", "incapacity"],
      recipients: ["parent", "guardian", "representative"],
    },
    message: "hold_active",
    unblock: ["contact_guardian"],
  },
  {
    id: "DE-HOLD-05",
    part: "age",
    ...law,
    confidence: "medium",
    source: { cite: "BGB 2, 106-113", effective: "2002-01-01" },
    appliesTo: outbound,
    when: {
      all: [
        { fact: "debtor.ageYears", atMost: 17, absentMeansNo: true },
        {
          not: {
            fact: "action.recipientRole",
            in: ["parent", "guardian", "representative"],
            absentMeansNo: true,
          },
        },
      ],
    },
    guard: { kind: "never" },
    message: "minor",
    unblock: ["contact_guardian"],
  },
  {
    id: "DE-HOLD-06",
    ...law,
    source: { cite: "BGB 205, 271", effective: "2002-01-01" },
    appliesTo: [...everyStep, "claim_collection_costs"],
    guard: { kind: "hold", types: ["payment_plan"] },
    ...hold,
  },
  {
    id: "DE-HOLD-07",
    ...policy,
    source: pol("the ladder rests during talks, which suspend limitation (BGB 203)"),
    appliesTo: [...outbound, ...escalation],
    guard: { kind: "hold", types: ["settlement_talks"], recipients: ["debtor_attorney", "debt_adviser"] },
    ...hold,
  },
  {
    id: "DE-HOLD-08",
    ...policy,
    source: pol("nothing is collected from a victim of identity fraud (GDPR 16-18)"),
    appliesTo: everyStep,
    guard: { kind: "hold", types: ["identity_theft"] },
    ...hold,
    bars: true,
  },
  {
    id: "DE-HOLD-09",
    part: "lawyer",
    ...law,
    confidence: "medium",
    source: { cite: "BORA 12", effective: "2002-01-01" },
    appliesTo: outbound,
    when: lawyers,
    guard: { kind: "hold", types: ["represented"], recipients: ["debtor_attorney"] },
    message: "hold_active",
    unblock: ["contact_attorney"],
  },
  {
    id: "DE-HOLD-09",
    part: "others",
    ...policy,
    source: pol("a represented debtor is written to through the lawyer"),
    appliesTo: outbound,
    when: { not: lawyers },
    guard: { kind: "hold", types: ["represented"], recipients: ["debtor_attorney"] },
    message: "hold_active",
    unblock: ["contact_attorney"],
  },
  {
    id: "X-04",
    part: "cease",
    ...policy,
    source: pol("a debtor who asks for no further contact is not contacted"),
    appliesTo: outbound,
    guard: { kind: "hold", types: ["cease_contact"], recipients: ["debtor_attorney", "debt_adviser"] },
    ...hold,
  },
];
