import type { Condition } from "#app/domain/law/pack.ts";
import { agencies, lawyers, organisation } from "#app/domain/law/packs/acts.ts";

/** Whoever collects for another: registered collectors and lawyers (RDG 2(2), DE-COV-03). */
export const professional: Condition = { any: [agencies, lawyers] };

/** DE-COV-01: a natural person whose debt has nothing to do with a trade; unknown counts as one (RDG 13a(5)). */
export const privatePerson: Condition = {
  all: [{ not: organisation }, { not: { fact: "debt.purpose", in: ["commercial"] } }],
};

/** Loans of a business to a consumer, and other credit that is told to be one. */
export const consumerCredit: Condition = {
  all: [
    privatePerson,
    { not: { fact: "creditor.kind", in: ["natural"], absentMeansNo: true } },
    {
      any: [
        { fact: "debt.kind", in: ["loan_bank", "loan_private"], absentMeansNo: true },
        { fact: "debt.regulatedCredit", in: [true], absentMeansNo: true },
        { known: "debt.apr" },
      ],
    },
  ],
};

/** The debtor, and whoever stands for the debtor. */
export const debtorRoles = [
  "debtor",
  "debtor_attorney",
  "debt_adviser",
  "guarantor",
  "guardian",
  "representative",
  "parent",
  "administrator",
  "trustee",
  "executor",
  "estate",
  "heir",
  "personal_representative",
] as const;
