import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { foldRoundCounts } from "#db/queries/round-counts.ts";
import { transact } from "#db/transact.ts";

const batch = 5_000;

/** Adds what came and went to the market's counts. Until then it is counted apart, so nothing depends on how soon. */
export function foldCounts(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  return transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "market.tell", "none")) return err({ kind: "not-allowed" });
    return ok(await foldRoundCounts(tx, batch));
  });
}
