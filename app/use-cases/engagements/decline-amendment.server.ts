import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { decideAmendment, lockAmendment } from "#db/queries/amendments.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";

export const DeclineAmendment = z.object({ caseId: z.uuid(), amendmentId: z.uuid() });

export type DeclineRefusal = { kind: "case-not-found" } | { kind: "nothing-to-decline" };

/** The other side declines an amendment, or the proposer withdraws it. The mandate stays as it was. */
export function declineAmendment(
  ctx: Ctx,
  { caseId, amendmentId }: z.infer<typeof DeclineAmendment>,
): Promise<Result<null, DeclineRefusal>> {
  return transact<null, DeclineRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const relation = kase && relationTo(ctx.actor, kase);
    if (!kase || !relation || !may(ctx.actor, "engagement.sign", relation))
      return err({ kind: "case-not-found" });
    const row = await lockAmendment(tx, caseId, amendmentId);
    if (row?.status !== "proposed") return err({ kind: "nothing-to-decline" });
    const own = (relation === "creditor" ? "creditor" : "collector") === row.proposedSide;
    await decideAmendment(tx, row, { status: own ? "withdrawn" : "declined", decidedAt: ctx.now });
    await notify(tx, ctx, {
      kind: "amendment_fell",
      values: { case: kase.code, number: row.number },
      toOrgId: relation === "creditor" ? (kase.collectorOrgId ?? "") : kase.creditorOrgId,
      href: `/cases/${caseId}/engagement`,
    });
    return ok(null);
  });
}
