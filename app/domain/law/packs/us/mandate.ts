import type { Row } from "#app/domain/law/pack.ts";
import { agencies, isTrue, lawyers, market } from "#app/domain/law/packs/acts.ts";

const medium = { force: "LAW", confidence: "medium" } as const;
const rules = (provision: string) => ({
  cite: `ABA Model Rule ${provision}; state versions`,
  effective: "1983-08-02",
});

/** Settlements that forgive so much, in cents, may be reported to the tax office (26 CFR 1.6050P-1). */
const REPORTED_FORGIVENESS = 600_00;

/** Bids, mandates and settlements (us.md sections 3 and 4). */
export const usMandate: readonly Row[] = [
  {
    id: "US-ACTOR-05",
    ...medium,
    source: rules("5.4(a), 7.2(b)"),
    appliesTo: market,
    when: {
      all: [lawyers, { any: [isTrue("action.items.sharesFee"), isTrue("action.items.referralFee")] }],
    },
    guard: { kind: "never" },
    message: "fee_shared",
    unblock: ["flat_fee"],
  },
  {
    id: "US-ACTOR-06",
    ...medium,
    source: rules("1.5(a),(c)"),
    appliesTo: market,
    when: { known: "action.feePercent" },
    guard: { kind: "named", name: "contingentFeeLawful" },
    message: "fee_high",
    unblock: ["ask_counsel"],
  },
  {
    id: "X-07",
    force: "POL",
    confidence: "high",
    source: { cite: "Rung platform policy: nobody acts for both sides", effective: "1970-01-01" },
    appliesTo: market,
    when: isTrue("action.items.actsForOtherSide"),
    guard: { kind: "never" },
    message: "conflict",
    unblock: ["other_collector"],
  },
  {
    id: "US-MONEY-07",
    ...medium,
    source: { cite: "26 CFR 1.6050P-1", effective: "1996-01-04" },
    appliesTo: ["closed_settled"],
    when: {
      all: [
        { known: "action.amounts.forgiven" },
        { not: { fact: "action.amounts.forgiven", atMost: REPORTED_FORGIVENESS - 1 } },
      ],
    },
    guard: { kind: "never" },
    effect: "warn",
    message: "forgiveness_reported",
    unblock: ["ask_counsel"],
  },
  {
    id: "US-STATE-16",
    ...medium,
    source: {
      cite: "Cal. Fin. Code 100019; Tex. Fin. Code 392.101; 205 ILCS 740; RCW 19.16.190; N.J.S.A. 45:18-1",
      effective: "1970-01-01",
    },
    appliesTo: market,
    states: ["CA", "TX", "IL", "WA", "NJ"],
    when: agencies,
    guard: {
      kind: "credential",
      types: ["bond"],
      territory: "debtor",
      part: "valid",
      who: "law.who.agency",
    },
    effect: "warn",
    message: "bond_missing",
    unblock: ["verify_credential"],
  },
];
