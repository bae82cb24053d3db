import type { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { type MakeBatch, mostLetters } from "#app/domain/contact/letter-batch.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { batchById, insertBatch, takeLetters, updateBatch } from "#db/queries/letter-batches.ts";
import { transact } from "#db/transact.ts";

export type MakeRefusal = { kind: "not-allowed" } | { kind: "nothing-to-print" };

/** Takes the letters that wait into one batch, as many as a file holds. The worker asks the law about each and draws the sheets. */
export function makeBatch(
  ctx: Ctx,
  { key }: z.infer<typeof MakeBatch>,
): Promise<Result<{ batchId: string }, MakeRefusal>> {
  return transact<{ batchId: string }, MakeRefusal>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "letter.print");
    if (!member) return err({ kind: "not-allowed" });
    const { orgId, userId } = member;
    const batch = { id: key, orgId, madeBy: userId, madeAt: ctx.now, state: "deciding", taken: 0 } as const;
    if (!(await insertBatch(tx, batch))) {
      const before = await batchById(tx, key);
      return before?.orgId === orgId ? ok({ batchId: key }) : err({ kind: "not-allowed" });
    }
    const taken = await takeLetters(tx, { orgId, batchId: key, now: ctx.now, limit: mostLetters });
    if (taken === 0) return err({ kind: "nothing-to-print" });
    await updateBatch(tx, key, { taken });
    return ok({ batchId: key });
  });
}
