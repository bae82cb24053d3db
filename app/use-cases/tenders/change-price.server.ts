import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockOwnPrice, updatePrice } from "#db/queries/standing-prices.ts";
import { transact } from "#db/transact.ts";

export const ChangePrice = z.object({ priceId: z.uuid(), to: z.enum(["paused", "standing", "ended"]) });

/** Pauses, resumes or ends the organisation's own price. What was taken before stays as it was agreed; an ended price stays ended. */
export function changePrice(
  ctx: Ctx,
  { priceId, to }: z.infer<typeof ChangePrice>,
): Promise<Result<null, { kind: "price-not-found" }>> {
  return transact<null, { kind: "price-not-found" }>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "price.publish");
    const price = member && (await lockOwnPrice(tx, { id: priceId, orgId: member.orgId }));
    if (!price) return err({ kind: "price-not-found" });
    if (price.endedAt) return ok(null);
    if (to === "ended") await updatePrice(tx, priceId, { endedAt: ctx.now });
    else await updatePrice(tx, priceId, { pausedAt: to === "paused" ? (price.pausedAt ?? ctx.now) : null });
    return ok(null);
  });
}
