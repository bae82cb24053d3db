import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { bidderOf, checkFee as check, type FeeCheck } from "#app/domain/tenders/fee-check.ts";
import type { FeeTerms } from "#app/domain/tenders/terms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lawBook } from "#db/queries/law.ts";
import { roundFor } from "./standing.server.ts";

/** Works a fee through for a round without keeping anything of it. */
export async function checkFee(
  ctx: Ctx,
  { caseId, terms }: { caseId: string; terms: FeeTerms },
): Promise<Result<FeeCheck, { kind: "round-not-found" }>> {
  const found = await roundFor(ctx.db, ctx, caseId);
  if (!found || !may(ctx.actor, "bid.place", found.relation)) return err({ kind: "round-not-found" });
  const { brief, tender } = found.round;
  const { series } = await lawBook(ctx.db);
  const bidder = bidderOf(ctx.actor.role);
  return ok(check(terms, { ...brief, scope: tender.scope, bidder, at: ctx.now, series }));
}
