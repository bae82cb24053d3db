import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { roundHours } from "#app/domain/cases/answers.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { tenderScopes } from "#app/domain/tenders/scope.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type OpenRoundRefusal, openRound } from "#app/use-cases/open-round.server.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";

export const ReopenRound = z.object({
  caseId: z.uuid(),
  hours: z.coerce
    .number("error.choose")
    .refine((hours) => roundHours.some((each) => each === hours), "error.choose"),
  scope: z.enum(tenderScopes, "error.choose"),
  feeModels: z.array(z.enum(feeModels, "error.choose"), "error.choose").min(1, "error.choose"),
});

export type ReopenRefusal = { kind: "case-not-found" } | OpenRoundRefusal;

/** Offers a case anew after a round without a suitable bid. The bids of that round are declined. */
export function reopenRound(
  ctx: Ctx,
  { caseId, ...terms }: z.infer<typeof ReopenRound>,
): Promise<Result<null, ReopenRefusal>> {
  return transact<null, ReopenRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "round.open", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    const opened = await openRound(tx, ctx, kase, terms);
    return opened.ok ? ok(null) : opened;
  });
}
