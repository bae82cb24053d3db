import { may, type Relation } from "#app/domain/accounts/access.ts";
import type { CaseStatus } from "#app/domain/cases/moves.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import { type AwardRow, awardInForce } from "#db/queries/awards.ts";
import { type EngagementRow, engagementFor, type Side } from "#db/queries/engagements.ts";
import { sidesOf } from "#db/queries/signatures.ts";

export type NotReady =
  | { kind: "nothing-to-sign" }
  | { kind: "paper-changed" }
  | { kind: "already-signed" }
  | { kind: "too-late" };

export const sideOf = (relation: Relation): Side => (relation === "creditor" ? "creditor" : "collector");

export const maySign = (ctx: Ctx, relation: Relation | null): relation is Relation =>
  relation !== null && may(ctx.actor, "engagement.sign", relation);

type Paper = { caseId: string; paperId: string; documentHash: string; until: Date };

/** Whether a side can sign a paper now: it is the one that was shown, it is not signed for that side, and its time is not over. */
export async function signableBy(
  reader: Reader,
  ctx: Ctx,
  { caseId, paperId, documentHash, until }: Paper,
  { side, shown }: { side: Side; shown: string },
): Promise<Result<null, NotReady>> {
  if (shown !== documentHash) return err({ kind: "paper-changed" });
  if ((await sidesOf(reader, { caseId, paperId }))[side]) return err({ kind: "already-signed" });
  return ctx.now >= until ? err({ kind: "too-late" }) : ok(null);
}

/** The award of a case or a lot that waits for signatures, with its paper, for the side of whoever asks: this very paper. */
export async function awardToSign(
  reader: Reader,
  ctx: Ctx,
  { caseId, status, relation }: { caseId: string; status: CaseStatus; relation: Relation },
  shown: string,
): Promise<Result<{ award: AwardRow; paper: EngagementRow; side: Side }, NotReady>> {
  const award = await awardInForce(reader, caseId);
  const paper = award && (await engagementFor(reader, { caseId, awardId: award.id }));
  if (!award || !paper || status !== "signing") return err({ kind: "nothing-to-sign" });
  const side = sideOf(relation);
  const { id: paperId, documentHash } = paper;
  const ready = await signableBy(
    reader,
    ctx,
    { caseId, paperId, documentHash, until: award.signBy },
    { side, shown },
  );
  return ready.ok ? ok({ award, paper, side }) : ready;
}
