import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { isOpen } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { withdrawBid as writeWithdrawal } from "#db/queries/bids.ts";
import { lockTender } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { anyRoundFor } from "./standing.server.ts";

export const WithdrawBid = z.object({ caseId: z.uuid() });

export type WithdrawRefusal =
  | { kind: "round-not-found" }
  | { kind: "no-bid" }
  | { kind: "round-closed"; closesAt: Date };

/** Takes the organisation's bid back while the round is open; it can be placed again until then. */
export function withdrawBid(
  ctx: Ctx,
  { caseId }: z.infer<typeof WithdrawBid>,
): Promise<Result<null, WithdrawRefusal>> {
  return transact<null, WithdrawRefusal>(ctx, async (tx) => {
    const found = await anyRoundFor(tx, ctx, caseId);
    if (!found || !may(ctx.actor, "bid.place", found.relation)) return err({ kind: "round-not-found" });
    const { round, own } = found;
    if (!own || own.withdrawnAt) return err({ kind: "no-bid" });
    const closed = { kind: "round-closed", closesAt: round.tender.closesAt } as const;
    const tender = await lockTender(tx, { caseId, id: round.tender.id, strength: "share" });
    if (!tender || !isOpen(tender, ctx.now)) return err(closed);
    return (await writeWithdrawal(tx, own, ctx.now)) === "done" ? ok(null) : err(closed);
  });
}
