import { z } from "zod";
import { ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type LawDecisionRefusal, openProposal } from "#app/use-cases/decide-law-change.server.ts";
import { lawAudit } from "#app/use-cases/propose-law-change.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { decideLawChange } from "#db/queries/law.ts";
import { transact } from "#db/transact.ts";

export const WithdrawLawChange = z.object({ changeId: z.uuid("error.invalid") });

/** Takes one's own proposal back before anybody decided it. */
export const withdrawLawChange = (
  ctx: Ctx,
  { changeId }: z.infer<typeof WithdrawLawChange>,
): Promise<Result<null, LawDecisionRefusal>> =>
  transact<null, LawDecisionRefusal>(ctx, async (tx) => {
    const open = await openProposal(tx, ctx, { changeId, whose: "own" });
    if (!open.ok) return open;
    const { row, userId } = open.value;
    await decideLawChange(tx, changeId, {
      status: "withdrawn",
      decidedBy: userId,
      decidedAt: ctx.now,
      decisionNote: null,
    });
    await insertAudit(tx, ctx, lawAudit("law.withdrawn", row));
    return ok(null);
  });
