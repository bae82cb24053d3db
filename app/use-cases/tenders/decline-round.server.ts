import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { declineReasons } from "#app/domain/tenders/declines.ts";
import { isOpen } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { saveDecline } from "#db/queries/round-declines.ts";
import { lockTender } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { anyRoundFor } from "./standing.server.ts";

export const DeclineRound = z.object({ caseId: z.uuid(), reason: z.enum(declineReasons, "error.choose") });

export type DeclineRefusal = { kind: "round-not-found" } | { kind: "round-closed" } | { kind: "bid-stands" };

/** Passes a round by, with a reason that is told in numbers and never by whom. It can be taken back until the round closes. */
export function declineRound(
  ctx: Ctx,
  { caseId, reason }: z.infer<typeof DeclineRound>,
): Promise<Result<null, DeclineRefusal>> {
  return transact<null, DeclineRefusal>(ctx, async (tx) => {
    const found = await anyRoundFor(tx, ctx, caseId);
    if (!found || !may(ctx.actor, "bid.place", found.relation)) return err({ kind: "round-not-found" });
    const { own, round } = found;
    const tender = await lockTender(tx, { caseId, id: round.tender.id, strength: "share" });
    if (!tender || !isOpen(tender, ctx.now)) return err({ kind: "round-closed" });
    if (own && !own.withdrawnAt) return err({ kind: "bid-stands" });
    const written = await saveDecline(tx, {
      caseId,
      tenderId: tender.id,
      orgId: ctx.actor.orgId ?? "",
      reason,
      declinedBy: ctx.actor.userId ?? "",
      declinedAt: ctx.now,
      takenBackAt: null,
    });
    return written === "done" ? ok(null) : err({ kind: "round-closed" });
  });
}
