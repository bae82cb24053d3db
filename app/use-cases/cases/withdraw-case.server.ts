import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import { voidRound } from "#app/use-cases/void-round.server.ts";
import { deleteDraft } from "#db/queries/case-drafts.ts";
import { lockCase, relationTo, updateCase } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";

export const WithdrawCase = z.object({
  caseId: z.uuid(),
  note: z.string().trim().max(2_000, "error.too_long").optional(),
});

export type WithdrawRefusal =
  | { kind: "case-not-found" }
  | { kind: "past-withdrawing"; status: string }
  | NotLawful;

/** Takes a case back for good, before a collector is engaged. Bidders, and a collector who was to sign, are told. */
export function withdrawCase(
  ctx: Ctx,
  { caseId, note }: z.infer<typeof WithdrawCase>,
): Promise<Result<null, WithdrawRefusal>> {
  return transact<null, WithdrawRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "case.withdraw", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    const status = caseMoves[kase.status].withdraw;
    if (!status) return err({ kind: "past-withdrawing", status: kase.status });

    const affected = await voidRound(tx, ctx, kase);
    await updateCase(tx, caseId, { status, closedAt: ctx.now, updatedAt: ctx.now });
    await deleteDraft(tx, caseId);
    for (const toOrgId of [kase.creditorOrgId, ...affected]) {
      const href = toOrgId === kase.creditorOrgId ? `/cases/${caseId}` : "/rounds";
      await notify(tx, ctx, { toOrgId, kind: "case_withdrawn", values: { case: kase.code }, href });
    }
    const recorded = await recordEvent(tx, ctx, kase, { type: "withdrawn", occurredAt: ctx.now, note });
    return recorded.ok ? ok(null) : recorded;
  });
}
