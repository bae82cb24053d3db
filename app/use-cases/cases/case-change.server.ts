import { may, type Operation } from "#app/domain/accounts/access.ts";
import { type CaseStatus, caseMoves } from "#app/domain/cases/moves.ts";
import { isId } from "#app/domain/ids.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notesOf } from "#app/use-cases/log-notes.server.ts";
import { countBids } from "#db/queries/bids.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { mandatesOf } from "#db/queries/engagements.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { eventsOf } from "#db/queries/timeline.ts";

export type CaseChange = {
  caseId: string;
  code: string;
  status: CaseStatus;
  mayEdit: boolean;
  mayWithdraw: boolean;
  /** Bids that an edit or a withdrawal would void. */
  bids: number;
  /** What the reviewer wrote when the case was last returned. */
  returnReason: string | null;
};

type Change = Extract<Operation, "case.edit" | "case.withdraw">;

/** What changing a case would mean now; null for a case that is not the actor's to change. */
export async function caseChange(ctx: Ctx, caseId: string, change: Change): Promise<CaseChange | null> {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, change, relationTo(ctx.actor, kase))) return null;
  const moves = caseMoves[kase.status];
  const tender = await latestTender(ctx.db, caseId);
  const live = tender && (tender.status === "open" || tender.status === "closed");
  return {
    caseId,
    code: kase.code,
    status: kase.status,
    mayEdit:
      (moves.edit !== undefined || moves.resubmit !== undefined) &&
      (await mandatesOf(ctx.db, caseId)).length === 0,
    mayWithdraw: moves.withdraw !== undefined,
    bids: live ? await countBids(ctx.db, caseId, tender.id) : 0,
    returnReason: kase.status === "returned" ? await lastReturn(ctx, caseId) : null,
  };
}

async function lastReturn(ctx: Ctx, caseId: string): Promise<string | null> {
  const [events, notes] = await Promise.all([eventsOf(ctx.db, caseId), notesOf(ctx.db, ctx, caseId)]);
  const returned = events.findLast(({ type }) => type === "returned");
  return returned ? (notes.get(returned.seq) ?? null) : null;
}
