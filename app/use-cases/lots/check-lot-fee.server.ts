import { may } from "#app/domain/accounts/access.ts";
import { checkLot, type LotCheck } from "#app/domain/portfolios/check-lot.ts";
import type { BandRate } from "#app/domain/portfolios/lot-terms.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lotRoundFor } from "#app/use-cases/tenders/standing.server.ts";
import { lawBook } from "#db/queries/law.ts";
import { lotClaim } from "./lot-standing.server.ts";

/** Works the rates of a lot through without keeping anything of them. */
export async function checkLotFee(
  ctx: Ctx,
  { lotId, rates }: { lotId: string; rates: readonly BandRate[] },
): Promise<Result<LotCheck, { kind: "round-not-found" }>> {
  const found = await lotRoundFor(ctx.db, ctx, lotId);
  if (!found || !may(ctx.actor, "bid.place", found.relation)) return err({ kind: "round-not-found" });
  return ok(checkLot(rates, found.lot.spread, lotClaim(ctx, found, await lawBook(ctx.db))));
}
