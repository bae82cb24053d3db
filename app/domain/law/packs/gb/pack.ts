import type { Pack, Row, RungPlan } from "#app/domain/law/pack.ts";
import { gbActors } from "#app/domain/law/packs/gb/actors.ts";
import { gbContact } from "#app/domain/law/packs/gb/contact.ts";
import { gbCourt } from "#app/domain/law/packs/gb/court.ts";
import { gbHolds, gbOwnHolds } from "#app/domain/law/packs/gb/holds.ts";
import { gbProtocol } from "#app/domain/law/packs/gb/protocol.ts";
import { policyRows } from "#app/domain/law/packs/pol.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";

const rows: readonly Row[] = [
  ...gbProtocol,
  ...gbCourt,
  ...gbHolds,
  ...gbContact,
  ...gbActors,
  ...policyRows({ demandFirst: false, ownHolds: gbOwnHolds }),
];

/** From the reminder over the letter of claim to enforcement by the court (gb.md section 1). */
const rungs: readonly RungPlan[] = [
  { stage: "reminder", steps: ["reminder"], mayAct: ["creditor", "agency", "lawyer"], cost: "none" },
  {
    stage: "contact",
    steps: ["call", "email", "sms", "letter", "visit"],
    mayAct: ["creditor", "agency", "lawyer"],
    cost: "none",
  },
  {
    stage: "formal_demand",
    steps: ["demand_payment", "notice_of_intention", "statutory_demand"],
    mayAct: ["creditor", "agency", "lawyer"],
    cost: "postage",
  },
  { stage: "lawyer_letter", steps: ["lawyer_letter"], optional: true, mayAct: ["lawyer"], cost: "lawyer" },
  {
    stage: "mediation",
    steps: ["mediation"],
    optional: true,
    mayAct: ["creditor", "agency", "lawyer", "mediator"],
    cost: "mediation",
  },
  { stage: "lawsuit", steps: ["file_suit"], mayAct: ["creditor", "lawyer"], cost: "gb_issue" },
  { stage: "judgment", steps: ["judgment", "default_judgment"], mayAct: ["court"], cost: "none" },
  {
    stage: "enforcement",
    steps: ["apply_enforcement", "county_court_warrant", "high_court_writ"],
    mayAct: ["creditor", "lawyer"],
    cost: "gb_enforcement",
  },
];

const zones = ["Europe/London"] as const;

/** The pack for England and Wales, which have one law; not signed off by counsel. */
export const gbPack = (place: string): Pack => ({
  id: "GB-EW",
  version: "2026.11.1",
  place,
  currency: "GBP",
  zone: "Europe/London",
  signedOffBy: null,
  signedOffOn: null,
  reviewBy: null,
  coverageStart: "2021-05-04",
  rungs,
  rows,
  zonesOf: () => zones,
  states: new Set(),
  series: publishedSeries,
});
