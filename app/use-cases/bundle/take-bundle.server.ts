import type { Result } from "#app/domain/result.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { limit } from "#app/use-cases/limit.server.ts";
import { type ExportedBundle, type ExportRefusal, exportBundle } from "./export-bundle.server.ts";

/** A case's evidence bundle for its creditor or its collector; twenty a day for a person, since each is made anew. */
export async function takeBundle(
  ctx: Ctx,
  caseId: string,
): Promise<Result<ExportedBundle, ExportRefusal | TooMany>> {
  const allowed = await limit(ctx, "bundle", [ctx.actor.userId ?? "nobody"]);
  return allowed.ok ? exportBundle(ctx, caseId) : allowed;
}
