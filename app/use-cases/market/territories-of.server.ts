import type { Ctx } from "#app/use-cases/ctx.ts";
import { validLicences } from "#db/queries/licences.ts";

/** The jurisdictions in which the actor's organisation holds a licence that counts now. */
export async function territoriesOf(ctx: Ctx): Promise<string[]> {
  const { orgId } = ctx.actor;
  const licences = orgId ? await validLicences(ctx.db, orgId, ctx.now) : [];
  return [...new Set(licences.map(({ territory }) => territory))];
}
