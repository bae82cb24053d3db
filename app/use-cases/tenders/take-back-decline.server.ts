import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { isOpen } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { takeDeclineBack } from "#db/queries/round-declines.ts";
import { lockTender } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { anyRoundFor } from "./standing.server.ts";

export const TakeBackDecline = z.object({ caseId: z.uuid() });

/** Takes a decline back while the round is open; done twice it changes nothing the second time. */
export function takeBackDecline(
  ctx: Ctx,
  { caseId }: z.infer<typeof TakeBackDecline>,
): Promise<Result<null, { kind: "round-not-found" } | { kind: "round-closed" }>> {
  return transact<null, { kind: "round-not-found" } | { kind: "round-closed" }>(ctx, async (tx) => {
    const found = await anyRoundFor(tx, ctx, caseId);
    if (!found || !may(ctx.actor, "bid.place", found.relation)) return err({ kind: "round-not-found" });
    const tender = await lockTender(tx, { caseId, id: found.round.tender.id, strength: "share" });
    if (!tender || !isOpen(tender, ctx.now)) return err({ kind: "round-closed" });
    const decline = { caseId, tenderId: tender.id, orgId: ctx.actor.orgId ?? "" };
    return (await takeDeclineBack(tx, decline, ctx.now)) === "done"
      ? ok(null)
      : err({ kind: "round-closed" });
  });
}
