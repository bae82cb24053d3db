import type { Pack, Row } from "#app/domain/law/pack.ts";
import { localTimeRow, policyRows } from "#app/domain/law/packs/pol.ts";
import { usActors } from "#app/domain/law/packs/us/actors.ts";
import { usContact } from "#app/domain/law/packs/us/contact.ts";
import { usEscalation } from "#app/domain/law/packs/us/escalation.ts";
import { usHolds } from "#app/domain/law/packs/us/holds.ts";
import { usMandate } from "#app/domain/law/packs/us/mandate.ts";
import { usRungs } from "#app/domain/law/packs/us/rungs.ts";
import { encodedStates, zonesByState } from "#app/domain/law/packs/us/states.ts";
import { usTexts } from "#app/domain/law/packs/us/texts.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";

const rows: readonly Row[] = [
  ...usEscalation,
  ...usHolds,
  ...usContact,
  ...usTexts,
  ...usActors,
  ...usMandate,
  localTimeRow,
  ...policyRows({ demandFirst: false }),
];

/** The pack for a place in the United States; not signed off by counsel. */
export const usPack = (place: string): Pack => ({
  id: "US",
  version: "2026.11.2",
  place,
  currency: "USD",
  zone: null,
  signedOffBy: null,
  signedOffOn: null,
  reviewBy: null,
  coverageStart: "2021-11-30",
  rungs: usRungs,
  rows,
  zonesOf: (state) => (state ? (zonesByState[state] ?? []) : []),
  states: encodedStates,
  series: publishedSeries,
});
