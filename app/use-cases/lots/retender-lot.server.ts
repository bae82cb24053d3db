import type { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { mayEndFor, reasonsFor } from "#app/domain/engagements/end-mandate.ts";
import { err, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type EndLotRefusal, endLotMandate } from "#app/use-cases/end-lot-mandate.server.ts";
import { Retender, standingOf } from "#app/use-cases/engagements/retender.server.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { mandateOf } from "#db/queries/engagements.ts";
import { findLot, lockLot, lotRelation } from "#db/queries/lots.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { remainingIn } from "#db/queries/settled-claims.ts";
import { transact } from "#db/transact.ts";
import { lotHeadingOf } from "./lot-heading.server.ts";

export const RetenderLot = Retender;

export type RetenderLotRefusal =
  | { kind: "lot-not-found" }
  | { kind: "not-engaged" }
  | { kind: "reason-not-shown" }
  | EndLotRefusal;

/** Ends the one mandate of a lot and opens a round on what is left of it, in one go. A reproach is taken only where the record bears it out. */
export function retenderLot(
  ctx: Ctx,
  { caseId, reason }: z.infer<typeof RetenderLot>,
): Promise<Result<null, RetenderLotRefusal>> {
  return transact<null, RetenderLotRefusal>(ctx, async (tx) => {
    const lot = await lockLot(tx, ctx.actor, caseId);
    if (!lot || !may(ctx.actor, "mandate.end", lotRelation(ctx.actor, lot)))
      return err({ kind: "lot-not-found" });
    const award = await awardInForce(tx, caseId);
    const row = await mandateOf(tx, caseId);
    if (!award || !row || lot.status !== "engaged") return err({ kind: "not-engaged" });
    if (!mayEndFor(reason, await standingOf(tx, row), ctx.now)) return err({ kind: "reason-not-shown" });
    return endLotMandate(tx, ctx, lot, { award, row, reason });
  });
}

/** What ending the lot's mandate would mean now; null when the lot is not this creditor's, `ready` null without a mandate. */
export async function readLotRetender(ctx: Ctx, caseId: string) {
  const lot = await findLot(ctx.db, ctx.actor, caseId);
  if (!lot || !may(ctx.actor, "mandate.end", lotRelation(ctx.actor, lot))) return null;
  const heading = lotHeadingOf(lot, ctx);
  const row = await mandateOf(ctx.db, caseId);
  if (!row || lot.status !== "engaged" || !lot.collectorOrgId) return { heading, ready: null };
  const firm = await organizationOf(ctx.db, lot.collectorOrgId);
  return {
    heading,
    ready: {
      firm: firm?.name ?? "",
      reasons: reasonsFor(await standingOf(ctx.db, row), ctx.now),
      ...(await remainingIn(ctx.db, lot, row.id)),
    },
  };
}
