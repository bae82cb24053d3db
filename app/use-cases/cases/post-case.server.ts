import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { parted } from "#app/domain/cases/personal.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import { deleteDraft } from "#db/queries/case-drafts.ts";
import { type CaseRow, findCase, insertCase } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";
import { lockOpenDraft } from "./draft-pages.server.ts";
import { freeCode } from "./free-code.server.ts";
import { type PreparedCase, prepareCase, type Unpostable } from "./prepare-case.server.ts";
import { recordHistory } from "./record-history.server.ts";
import { writeCaseParts } from "./write-case.server.ts";

export const PostCase = z.object({ caseId: z.uuid() });

export type PostRefusal = { kind: "draft-not-found" } | Unpostable | NotLawful;

/**
 * Posts a draft for review. Posting the same draft again, a second click for instance, changes nothing and says
 * `already`.
 */
export function postCase(
  ctx: Ctx,
  { caseId }: z.infer<typeof PostCase>,
): Promise<Result<{ caseId: string; already: boolean }, PostRefusal>> {
  return transact<{ caseId: string; already: boolean }, PostRefusal>(ctx, async (tx) => {
    const draft = await lockOpenDraft(tx, ctx, caseId);
    const posted = await findCase(tx, ctx.actor, caseId);
    if (!may(ctx.actor, "case.post", "none")) return err({ kind: "draft-not-found" });
    if (posted) return ok({ caseId, already: true });
    if (!draft) return err({ kind: "draft-not-found" });
    const prepared = await prepareCase(tx, ctx, draft);
    if (!prepared.ok) return prepared;

    const kase = newCase(ctx, draft, await freeCode(tx, caseId), prepared.value);
    await insertCase(tx, kase);
    await writeCaseParts(tx, ctx, kase, prepared.value);
    await deleteDraft(tx, caseId);

    const recorded = await recordEvent(tx, ctx, kase, {
      type: "posted",
      occurredAt: ctx.now,
      payload: { facts: prepared.value.facts, evidenceIds: prepared.value.evidence.map(({ id }) => id) },
    });
    if (!recorded.ok) return recorded;
    const history = await recordHistory(tx, ctx, kase, { prepared: prepared.value, before: null });
    return history.ok ? ok({ caseId, already: false }) : history;
  });
}

function newCase(
  ctx: Ctx,
  draft: { caseId: string; creditorOrgId: string; createdBy: string },
  code: string,
  { answers, jurisdiction, pack }: PreparedCase,
): CaseRow {
  return {
    caseId: draft.caseId,
    code,
    creditorOrgId: draft.creditorOrgId,
    collectorOrgId: null,
    status: "submitted",
    stage: "intake",
    jurisdiction,
    placeCode: answers.debtor.placeCode,
    packId: pack.id,
    packVersion: pack.version,
    answers: parted(answers).kept,
    postedBy: ctx.actor.userId ?? draft.createdBy,
    postedAt: ctx.now,
    updatedAt: ctx.now,
    closedAt: null,
  };
}
