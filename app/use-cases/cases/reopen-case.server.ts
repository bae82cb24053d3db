import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { typedFrom } from "#app/domain/cases/draft.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { joined, personalFields } from "#app/domain/cases/personal.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { withPurpose } from "#app/use-cases/sights.server.ts";
import { insertDraft } from "#db/queries/case-drafts.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";
import { sealPages } from "./draft-pages.server.ts";

export const ReopenCase = z.object({ caseId: z.uuid() });

export type ReopenRefusal = { kind: "case-not-found" } | { kind: "past-editing"; status: string };

/** Lays a posted case's answers out for editing. Nothing about the case changes until the edit is sent in. */
export function reopenCase(
  ctx: Ctx,
  { caseId }: z.infer<typeof ReopenCase>,
): Promise<Result<{ caseId: string }, ReopenRefusal>> {
  return transact<{ caseId: string }, ReopenRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "case.edit", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    const moves = caseMoves[kase.status];
    if (!moves.edit && !moves.resubmit) return err({ kind: "past-editing", status: kase.status });

    const look = { caseId, fields: personalFields, purpose: "editing" } as const;
    const debtor = await openDebtor(tx, ctx, await withPurpose(tx, ctx, look));
    if (!debtor?.person) return err({ kind: "past-editing", status: kase.status });

    await insertDraft(tx, {
      caseId,
      creditorOrgId: kase.creditorOrgId,
      answers: await sealPages(tx, ctx, caseId, typedFrom(joined(kase.answers, debtor.person))),
      createdBy: ctx.actor.userId ?? kase.postedBy,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    return ok({ caseId });
  });
}
