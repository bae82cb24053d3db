import { eq } from "drizzle-orm";
import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { plainText } from "#app/domain/timeline/step-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { keepSatisfaction } from "#app/use-cases/keep-satisfaction.server.ts";
import { proofOf } from "#app/use-cases/proof.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import { setOffsOf } from "#app/use-cases/settle-case.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { cases } from "#db/schema/cases.ts";
import { transact } from "#db/transact.ts";

export const closings = [
  "closed_paid",
  "closed_settled",
  "closed_withdrawn",
  "closed_uncollectable",
] as const;

export const CloseCase = z.object({
  caseId: z.uuid(),
  closing: z.enum(closings, "error.choose"),
  evidenceId: z.uuid().optional(),
  proof: z.instanceof(File).optional(),
  note: plainText(2_000).min(5, "error.required"),
});

export type CloseRefusal =
  | { kind: "case-not-found" }
  | { kind: "wrong-status" }
  | { kind: "creditor-only" }
  | { kind: "proof-needed" }
  | { kind: "not-lawful"; decision: Decision }
  | UploadRefusal;

/** Ends an engaged case. Paid and settled need proof; only the creditor withdraws or writes off. */
export async function closeCase(
  ctx: Ctx,
  input: z.infer<typeof CloseCase>,
): Promise<Result<null, CloseRefusal>> {
  const file = input.proof ? await readUpload(ctx, input.proof) : null;
  if (file && !file.ok) return file;
  const needsProof = input.closing === "closed_paid" || input.closing === "closed_settled";

  return transact<null, CloseRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const relation = kase && relationTo(ctx.actor, kase);
    if (!kase || !relation || !may(ctx.actor, "case.close", relation)) return err({ kind: "case-not-found" });
    const status = caseMoves[kase.status].close;
    if (!status) return err({ kind: "wrong-status" });
    if (!needsProof && relation !== "creditor") return err({ kind: "creditor-only" });
    const evidenceId = await proofOf(tx, ctx, kase.caseId, {
      kind: "other",
      file: file?.value,
      evidenceId: input.evidenceId,
    });
    if (needsProof && !evidenceId) return err({ kind: "proof-needed" });

    const recorded = await recordEvent(tx, ctx, kase, {
      type: input.closing,
      occurredAt: ctx.now,
      payload: evidenceId ? { evidenceIds: [evidenceId] } : {},
      note: input.note,
    });
    if (!recorded.ok) return recorded;
    await tx.update(cases).set({ status, closedAt: ctx.now }).where(eq(cases.caseId, kase.caseId));
    if (needsProof) await confirm(tx, ctx, kase);
    return ok(null);
  });
}

/** Paid or settled is said to the debtor too, by whoever closes the case. */
async function confirm(tx: Tx, ctx: Ctx, kase: CaseRow): Promise<void> {
  const zone = await zoneOf(tx, kase.caseId);
  const { found } = await setOffsOf(tx, kase, { zone, until: dateIn(zone, ctx.now) });
  await keepSatisfaction(tx, ctx, kase, { zone, found, closedBy: ctx.actor.orgId });
}
