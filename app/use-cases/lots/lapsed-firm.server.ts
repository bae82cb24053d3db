import type { Ctx } from "#app/use-cases/ctx.ts";
import { openPlan } from "#db/queries/lapse-plans.ts";
import type { LotRow } from "#db/queries/lots.ts";
import { organizationOf } from "#db/queries/organizations.ts";

/** The lot's collector, where it lost the licence that the mandate rests on and nobody has settled that yet; else null. */
export async function lapsedFirm(
  { db }: Ctx,
  { caseId, collectorOrgId }: Pick<LotRow, "caseId" | "collectorOrgId">,
): Promise<string | null> {
  const plan = collectorOrgId ? await openPlan(db, caseId) : null;
  const firm = plan && (await organizationOf(db, collectorOrgId ?? ""));
  return firm?.name ?? null;
}
