import type { RungPlan } from "#app/domain/law/pack.ts";

/** The ladder from the first reminder to enforcement (us.md section 1). */
export const usRungs: readonly RungPlan[] = [
  { stage: "reminder", steps: ["reminder"], mayAct: ["creditor", "agency", "lawyer"], cost: "none" },
  {
    stage: "contact",
    steps: ["call", "email", "sms", "letter", "visit", "validation_notice"],
    mayAct: ["creditor", "agency", "lawyer"],
    cost: "none",
  },
  {
    stage: "formal_demand",
    steps: ["demand_payment"],
    mayAct: ["creditor", "agency", "lawyer"],
    cost: "postage",
  },
  { stage: "lawyer_letter", steps: ["lawyer_letter"], mayAct: ["lawyer"], cost: "lawyer" },
  {
    stage: "mediation",
    steps: ["mediation"],
    optional: true,
    mayAct: ["creditor", "agency", "lawyer", "mediator"],
    cost: "mediation",
  },
  {
    stage: "arbitration",
    steps: ["arbitration"],
    optional: true,
    alternatives: ["lawsuit"],
    mayAct: ["lawyer"],
    cost: "arbitration",
  },
  {
    stage: "lawsuit",
    steps: ["file_suit"],
    alternatives: ["arbitration"],
    mayAct: ["lawyer"],
    cost: "court",
  },
  { stage: "judgment", steps: ["judgment", "default_judgment"], mayAct: ["court"], cost: "none" },
  {
    stage: "enforcement",
    steps: ["apply_enforcement", "bureau_report"],
    mayAct: ["lawyer"],
    cost: "enforcement",
  },
];
