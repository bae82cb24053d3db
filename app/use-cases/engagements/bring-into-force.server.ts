import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { firstWatch, monthsAfter } from "#app/domain/engagements/period.ts";
import { certify } from "#app/use-cases/certify.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { type EngagementRow, updateEngagement } from "#db/queries/engagements.ts";

/** The case or the lot that a mandate is for. */
type Engaged = { caseId: string; code: string; creditorOrgId: string; jurisdiction: string };

/** Certifies a mandate that both sides signed. From here on somebody looks whether the promised first act is there, and the period runs. */
export async function bringIntoForce(
  tx: Tx,
  ctx: Ctx,
  { caseId, code, creditorOrgId, jurisdiction }: Engaged,
  paper: EngagementRow,
): Promise<void> {
  const { periodMonths, terms }: EngagementContents = JSON.parse(paper.contents);
  const certificate = await certify(tx, ctx, {
    caseId,
    paperId: paper.id,
    ownerOrgId: creditorOrgId,
    paper: {
      code,
      jurisdiction,
      amendment: null,
      documentHash: paper.documentHash,
      authorityHash: paper.authorityHash,
      engagementHash: null,
    },
  });
  await updateEngagement(tx, paper, {
    ...certificate,
    engagedAt: ctx.now,
    watchAt: firstWatch(ctx.now, terms.firstActDays),
    periodEndsAt: periodMonths ? monthsAfter(ctx.now, periodMonths) : null,
  });
}
