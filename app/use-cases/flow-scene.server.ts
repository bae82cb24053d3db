import { packOfCase } from "#app/domain/cases/case-pack.ts";
import type { FlowScene } from "#app/domain/ledger/flows.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationOf } from "#db/queries/organizations.ts";

/** What decides who may be paid on a case: the place, who collects, and whether counsel has signed the pack. */
export async function flowSceneOf(reader: Reader, kase: CaseRow): Promise<FlowScene> {
  const collector = kase.collectorOrgId ? await organizationOf(reader, kase.collectorOrgId) : null;
  return {
    jurisdiction: kase.jurisdiction,
    collectorIsLawyer: collector && collector.kind !== "agency",
    signedOffBy: packOfCase(await lawBook(reader), kase).signedOffBy,
  };
}
