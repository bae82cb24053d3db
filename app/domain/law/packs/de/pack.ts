import { deCalendars, laender } from "#app/domain/law/calendar/de.ts";
import type { Pack, Row, RungPlan } from "#app/domain/law/pack.ts";
import { deActors } from "#app/domain/law/packs/de/actors.ts";
import { deContact } from "#app/domain/law/packs/de/contact.ts";
import { deEscalation } from "#app/domain/law/packs/de/escalation.ts";
import { deHolds, deOwnHolds } from "#app/domain/law/packs/de/holds.ts";
import { policyRows } from "#app/domain/law/packs/pol.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

const rows: readonly Row[] = [
  ...deEscalation,
  ...deHolds,
  ...deContact,
  ...deActors,
  ...policyRows({ demandFirst: false, ownHolds: deOwnHolds }),
];

const everyone = ["creditor", "agency", "lawyer"] as const;

/** Mahnung → Kontakt → Inkassoschreiben → Anwaltsschreiben → Mediation → Mahnverfahren | Klage → Urteil → Vollstreckung (de.md section 1). */
const rungs: readonly RungPlan[] = [
  { stage: "reminder", steps: ["reminder"], mayAct: everyone, cost: "none" },
  {
    stage: "contact",
    steps: ["letter", "email", "call", "sms", "visit"],
    mayAct: everyone,
    cost: "none",
  },
  { stage: "formal_demand", steps: ["demand_payment"], mayAct: everyone, cost: "de_collection" },
  { stage: "lawyer_letter", steps: ["lawyer_letter"], mayAct: ["lawyer"], cost: "de_lawyer" },
  {
    stage: "mediation",
    steps: ["mediation"],
    optional: true,
    mayAct: [...everyone, "mediator"],
    cost: "mediation",
  },
  {
    stage: "payment_order",
    steps: ["payment_order", "enforcement_order_application"],
    sequel: "enforcement_order_application",
    optional: true,
    alternatives: ["lawsuit"],
    mayAct: everyone,
    cost: "de_payment_order",
  },
  {
    stage: "lawsuit",
    steps: ["file_suit"],
    alternatives: ["payment_order"],
    mayAct: ["creditor", "lawyer"],
    cost: "de_court",
  },
  { stage: "judgment", steps: ["judgment", "default_judgment"], mayAct: ["court"], cost: "none" },
  {
    stage: "enforcement",
    steps: ["apply_enforcement", "bureau_report"],
    mayAct: everyone,
    cost: "enforcement",
  },
];

const zones = ["Europe/Berlin"] as const;

/** Days off by the Länder the debtor may be in; every Land's where none is known. */
function restCalendars(states: readonly string[], series: Series): readonly string[] {
  const known = states.filter((state) => laender.includes(state));
  const lists = known.length > 0 ? known : [null];
  return [...new Set(lists.flatMap((land) => deCalendars(series, land, "debtor")))];
}

/** The pack for Germany; not signed off by counsel. */
export const dePack = (place: string): Pack => ({
  id: "DE",
  version: "2026.11.1",
  place,
  currency: "EUR",
  zone: "Europe/Berlin",
  signedOffBy: null,
  signedOffOn: null,
  reviewBy: null,
  coverageStart: "2021-10-01",
  rungs,
  rows,
  restCalendars,
  zonesOf: () => zones,
  states: new Set(laender),
  series: publishedSeries,
});
