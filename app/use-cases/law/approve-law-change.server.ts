import { z } from "zod";
import { type ChangeFlaw, changedSince, flawOf } from "#app/domain/law/book/flaws.ts";
import { baseOf, versionAfter } from "#app/domain/law/book.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { enqueue } from "#app/gateways/jobs.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type LawDecisionRefusal, openProposal } from "#app/use-cases/decide-law-change.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { lawAudit, lawDay } from "#app/use-cases/propose-law-change.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { approvedChanges, changeOf, decideLawChange, type LawChangeRow, lawBook } from "#db/queries/law.ts";
import { transact } from "#db/transact.ts";

export const ApproveLawChange = z.object({ changeId: z.uuid("error.invalid") });

export type ApprovalRefusal = LawDecisionRefusal | { kind: "flaw"; flaw: ChangeFlaw };

/**
 * Puts another administrator's proposal into the law book. From the end of this transaction on every process decides
 * by it, each act by the law of its own date; the pack has a version of its own, which every event records.
 */
export const approveLawChange = (
  ctx: Ctx,
  { changeId }: z.infer<typeof ApproveLawChange>,
): Promise<Result<{ version: string }, ApprovalRefusal>> =>
  transact<{ version: string }, ApprovalRefusal>(ctx, async (tx) => {
    const open = await openProposal(tx, ctx, { changeId, whose: "another's" });
    if (!open.ok) return open;
    const { row, userId } = open.value;
    const approved = await approvedChanges(tx);
    const ofPack = approved.filter(({ packId }) => packId === row.packId);
    const flaw = await flawNow(tx, ctx, row, ofPack);
    if (flaw) return err({ kind: "flaw", flaw });

    const version = versionAfter(baseOf(packFor(row.packId)?.version ?? ""), ofPack.length + 1);
    await decideLawChange(tx, changeId, {
      status: "approved",
      decidedBy: userId,
      decidedAt: ctx.now,
      decisionNote: null,
      seq: (approved.at(-1)?.seq ?? 0) + 1,
      packVersion: version,
    });
    await enqueue(tx, { task: "recount-dates", payload: { packId: row.packId, after: null } });
    await insertAudit(tx, ctx, lawAudit("law.approved", row));
    await notify(tx, ctx, {
      userIds: [row.proposedBy],
      kind: "law_approved",
      values: { subject: row.subject, version },
      href: `/admin/law/changes/${changeId}`,
    });
    return ok({ version });
  });

/** The book and the day have moved on since it was proposed. */
async function flawNow(
  tx: Tx,
  ctx: Ctx,
  row: LawChangeRow,
  ofPack: LawChangeRow[],
): Promise<ChangeFlaw | null> {
  const change = changeOf(row);
  const flaw = flawOf(await lawBook(tx), change, lawDay(row.packId, ctx.now));
  if (flaw || change.kind !== "signature") return flaw;
  return changedSince(change.body.version, ofPack)
    ? { field: "form", message: "error.law.other_version" }
    : null;
}
