import type { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { SignEngagement } from "#app/use-cases/engagements/sign-engagement.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { stopTimers } from "#app/use-cases/timers/set-timer.server.ts";
import { awardInForce, setAwardStatus } from "#db/queries/awards.ts";
import { engagementFor, markEngaged, type Side, writeSignature } from "#db/queries/engagements.ts";
import { lockLot, lotRelation, updateLot } from "#db/queries/lots.ts";
import { transact } from "#db/transact.ts";

export type SignLotRefusal =
  | { kind: "lot-not-found" }
  | { kind: "nothing-to-sign" }
  | { kind: "paper-changed" }
  | { kind: "already-signed" }
  | { kind: "too-late"; signBy: Date };

/**
 * Signs a lot's mandate for the actor's side. The second signature brings it into force; the worker then makes each claim a case,
 * and the law looks at the collector again for each.
 */
export function signLot(
  ctx: Ctx,
  input: z.infer<typeof SignEngagement>,
): Promise<Result<{ engaged: boolean }, SignLotRefusal>> {
  return transact<{ engaged: boolean }, SignLotRefusal>(ctx, async (tx) => {
    const lot = await lockLot(tx, ctx.actor, input.caseId);
    const relation = lot && lotRelation(ctx.actor, lot);
    if (!lot || !relation || !may(ctx.actor, "engagement.sign", relation))
      return err({ kind: "lot-not-found" });
    const { caseId, code, creditorOrgId } = lot;
    const award = await awardInForce(tx, caseId);
    const paper = award && (await engagementFor(tx, { caseId, awardId: award.id }));
    const status = caseMoves[lot.status].engage;
    if (!award || !paper || lot.status !== "signing" || !status) return err({ kind: "nothing-to-sign" });
    const side: Side = relation === "creditor" ? "creditor" : "collector";
    if (input.documentHash !== paper.documentHash) return err({ kind: "paper-changed" });
    if (side === "creditor" ? paper.creditorSignedAt : paper.collectorSignedAt)
      return err({ kind: "already-signed" });
    if (ctx.now >= award.signBy) return err({ kind: "too-late", signBy: award.signBy });

    await writeSignature(tx, paper, { side, by: ctx.actor.userId ?? "", name: input.fullName, at: ctx.now });
    if (!(side === "creditor" ? paper.collectorSignedAt : paper.creditorSignedAt))
      return ok({ engaged: false });
    await markEngaged(tx, paper, ctx.now);
    await setAwardStatus(tx, award, "engaged");
    await stopTimers(tx, ctx, { caseId, kind: "lapse_award" });
    await updateLot(tx, caseId, { status, collectorOrgId: award.collectorOrgId, updatedAt: ctx.now });
    for (const toOrgId of [creditorOrgId, award.collectorOrgId]) {
      await notify(tx, ctx, { kind: "engaged", values: { case: code }, toOrgId, href: `/lots/${caseId}` });
    }
    return ok({ engaged: true });
  });
}
