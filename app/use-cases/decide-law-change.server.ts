import { may } from "#app/domain/accounts/access.ts";
import { type EyesRefusal, eyesRefusal } from "#app/domain/accounts/four-eyes.ts";
import type { ChangeStatus } from "#app/domain/law/book/changes.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Tx } from "#db/client.ts";
import { type LawChangeRow, lockLaw, lockLawChange } from "#db/queries/law.ts";
import type { Ctx } from "./ctx.ts";

export type LawDecisionRefusal =
  | { kind: "not-allowed" }
  | { kind: "no-such-change" }
  | { kind: "decided"; status: ChangeStatus }
  | EyesRefusal;

/** An open proposal and the person who decides it, with the law book held: decisions follow one another. */
export async function openProposal(
  tx: Tx,
  ctx: Ctx,
  { changeId, whose }: { changeId: string; whose: "another's" | "own" },
): Promise<Result<{ row: LawChangeRow; userId: string }, LawDecisionRefusal>> {
  const { userId } = ctx.actor;
  const isOpen =
    whose === "own" ? may(ctx.actor, "law.propose", "none") : may(ctx.actor, "law.decide", "none");
  if (!userId || !isOpen) return err({ kind: "not-allowed" });
  await lockLaw(tx);
  const row = await lockLawChange(tx, changeId);
  if (!row) return err({ kind: "no-such-change" });
  if (row.status !== "proposed") return err({ kind: "decided", status: row.status });
  const eyes = eyesRefusal({ takesBack: whose === "own", isOwn: row.proposedBy === userId });
  return eyes ? err(eyes) : ok({ row, userId });
}
