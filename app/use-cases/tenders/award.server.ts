import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { powers } from "#app/domain/engagements/contents.ts";
import { err, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { openedBids } from "#db/queries/bids.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { type MakeAwardRefusal, makeAward } from "./make-award.server.ts";

export const Award = z.object({
  caseId: z.uuid(),
  bidId: z.uuid(),
  /** How far the power of attorney goes; nothing beyond a general one unless the creditor says so. */
  powers: z.enum(powers, "error.choose").default("general"),
});

export type AwardRefusal =
  | { kind: "case-not-found" }
  | { kind: "bid-not-found" }
  | { kind: "already-awarded" }
  | { kind: "round-not-decided" }
  | MakeAwardRefusal;

/**
 * Awards the case to one opened bid: once, whoever else presses at the same moment. The bidder's licence and ties
 * are looked at again now. Draws up the engagement, which both sides must sign within three days.
 */
export function award(
  ctx: Ctx,
  { caseId, bidId, powers: granted = "general" }: z.input<typeof Award>,
): Promise<Result<null, AwardRefusal>> {
  return transact<null, AwardRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "award.make", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (await awardInForce(tx, caseId)) return err({ kind: "already-awarded" });
    const status = caseMoves[kase.status].award;
    const tender = await latestTender(tx, caseId);
    if (!status || tender?.status !== "closed" || tender.lane !== "sealed")
      return err({ kind: "round-not-decided" });
    const bid = (await openedBids(tx, caseId, tender.id)).find(({ id }) => id === bidId);
    if (!bid) return err({ kind: "bid-not-found" });
    return makeAward(tx, ctx, kase, { tender, bid, status, powers: granted });
  });
}
