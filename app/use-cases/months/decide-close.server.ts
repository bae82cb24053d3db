import type { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import type { DecideClose } from "#app/domain/papers/month.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { closeMonth, lockMonth, withdrawProposal } from "#db/queries/months.ts";
import { transact } from "#db/transact.ts";

export type DecideCloseRefusal =
  | { kind: "not-there" }
  | { kind: "closed-before" }
  /** Four eyes: nobody closes what they proposed. */
  | { kind: "own-proposal" };

/**
 * Another admin closes a proposed month, or sends the proposal away. Whoever proposed may take it back. From the close on nothing counts from a day in it.
 */
export const decideClose = (
  ctx: Ctx,
  { month, verdict }: z.infer<typeof DecideClose>,
): Promise<Result<null, DecideCloseRefusal>> =>
  transact<null, DecideCloseRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "month.decide");
    const row = person && (await lockMonth(tx, month));
    if (!person || !row) return err({ kind: "not-there" });
    if (row.closedAt) return err({ kind: "closed-before" });
    if (verdict === "close" && row.proposedBy === person.userId) return err({ kind: "own-proposal" });
    if (verdict === "close") await closeMonth(tx, month, { closedBy: person.userId, closedAt: ctx.now });
    else await withdrawProposal(tx, month);
    await insertAudit(tx, ctx, {
      operation: verdict === "close" ? "month.closed" : "month.refused",
      ...{ subjectKind: "month", subjectId: month, details: { month } },
    });
    return ok(null);
  });
