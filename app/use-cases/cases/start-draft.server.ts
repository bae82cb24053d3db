import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import type { DraftAnswers } from "#app/domain/cases/draft.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertDraft } from "#db/queries/case-drafts.ts";
import { transact } from "#db/transact.ts";
import { sealPages } from "./draft-pages.server.ts";

export type StartRefusal = { kind: "creditors-only" };

/** `title`: a judgment or an award is in hand, and the case is for its enforcement. */
export const StartDraft = z.object({ lane: z.literal("title").optional() });

const titled: DraftAnswers = { history: { judgment: "yes" }, goal: { goal: "enforcement" } };

/** Begins a case; the draft's id becomes the case's. */
export function startDraft(
  ctx: Ctx,
  { lane }: z.infer<typeof StartDraft> = {},
): Promise<Result<{ caseId: string }, StartRefusal>> {
  return transact<{ caseId: string }, StartRefusal>(ctx, async (tx) => {
    const { orgId, userId } = ctx.actor;
    if (!orgId || !userId || !may(ctx.actor, "case.post", "none")) return err({ kind: "creditors-only" });
    const caseId = newId(ctx.now);
    await insertDraft(tx, {
      caseId,
      creditorOrgId: orgId,
      answers: await sealPages(tx, ctx, caseId, lane === "title" ? titled : {}),
      createdBy: userId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    return ok({ caseId });
  });
}
