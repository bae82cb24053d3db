import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockEngaged } from "#app/use-cases/engaged.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { decideAmendment, lockAmendment } from "#db/queries/amendments.ts";
import { transact } from "#db/transact.ts";
import { maySign, sideOf } from "./ready-to-sign.server.ts";

export const DeclineAmendment = z.object({ caseId: z.uuid(), amendmentId: z.uuid() });

export type DeclineRefusal = { kind: "case-not-found" } | { kind: "nothing-to-decline" };

/** The other side declines an amendment, or the proposer withdraws it. The mandate stays as it was. */
export function declineAmendment(
  ctx: Ctx,
  { caseId, amendmentId }: z.infer<typeof DeclineAmendment>,
): Promise<Result<null, DeclineRefusal>> {
  return transact<null, DeclineRefusal>(ctx, async (tx) => {
    const engaged = await lockEngaged(tx, ctx.actor, caseId);
    if (!engaged || !maySign(ctx, engaged.relation)) return err({ kind: "case-not-found" });
    const { code, creditorOrgId, collectorOrgId, home } = engaged;
    const row = await lockAmendment(tx, caseId, amendmentId);
    if (row?.status !== "proposed") return err({ kind: "nothing-to-decline" });
    const side = sideOf(engaged.relation);
    const own = side === row.proposedSide;
    await decideAmendment(tx, row, { status: own ? "withdrawn" : "declined", decidedAt: ctx.now });
    await notify(tx, ctx, {
      kind: "amendment_fell",
      values: { case: code, number: row.number },
      toOrgId: side === "creditor" ? (collectorOrgId ?? "") : creditorOrgId,
      href: `${home}/engagement`,
    });
    return ok(null);
  });
}
