import { may } from "#app/domain/accounts/access.ts";
import { type CaseMove, type CaseStatus, caseMoves } from "#app/domain/cases/moves.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";

export type ReviewRefusal = { kind: "case-not-found" } | { kind: "not-waiting"; status: CaseStatus };

/** Holds a case that waits for review, with the status a decision would give it. */
export async function lockForReview(
  tx: Tx,
  ctx: Ctx,
  { caseId, move }: { caseId: string; move: Extract<CaseMove, "approve" | "return" | "refuse"> },
): Promise<Result<{ kase: CaseRow; status: CaseStatus }, ReviewRefusal>> {
  const kase = await lockCase(tx, ctx.actor, caseId);
  if (!kase || !may(ctx.actor, "case.review", "none")) return err({ kind: "case-not-found" });
  const status = caseMoves[kase.status][move];
  return status ? ok({ kase, status }) : err({ kind: "not-waiting", status: kase.status });
}
