import { z } from "zod";
import { Reason } from "#app/domain/accounts/fields.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type LawDecisionRefusal, openProposal } from "#app/use-cases/decide-law-change.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { lawAudit } from "#app/use-cases/propose-law-change.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { decideLawChange } from "#db/queries/law.ts";
import { transact } from "#db/transact.ts";

export const RefuseLawChange = z.object({ changeId: z.uuid("error.invalid"), note: Reason });

/** Refuses another administrator's proposal with a reason; the law stays as it is. */
export const refuseLawChange = (
  ctx: Ctx,
  { changeId, note }: z.infer<typeof RefuseLawChange>,
): Promise<Result<null, LawDecisionRefusal>> =>
  transact<null, LawDecisionRefusal>(ctx, async (tx) => {
    const open = await openProposal(tx, ctx, { changeId, whose: "another's" });
    if (!open.ok) return open;
    const { row, userId } = open.value;
    await decideLawChange(tx, changeId, {
      status: "refused",
      decidedBy: userId,
      decidedAt: ctx.now,
      decisionNote: note,
    });
    await insertAudit(tx, ctx, lawAudit("law.refused", row));
    await notify(tx, ctx, {
      userIds: [row.proposedBy],
      kind: "law_refused",
      values: { subject: row.subject, reason: note },
      href: `/admin/law/changes/${changeId}`,
    });
    return ok(null);
  });
