import { may } from "#app/domain/accounts/access.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type ReviewStatus, reviewCounts, reviewQueue, reviewStatuses } from "#db/queries/moderation.ts";

const pageSize = 25;

export const isReviewStatus = (text: unknown): text is ReviewStatus =>
  reviewStatuses.some((each) => each === text);

/** The reviewers' list of one status, the longest waiting first. Names no debtor. */
export async function caseQueue(
  ctx: Ctx,
  { status, after }: { status: ReviewStatus; after: PageKey | null },
) {
  if (!may(ctx.actor, "case.review", "none")) return null;
  const [rows, counts] = await Promise.all([
    reviewQueue(ctx.db, { status, after, limit: pageSize + 1 }),
    reviewCounts(ctx.db),
  ]);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page,
    counts,
    next: rows.length > pageSize && last ? { at: last.updatedAt, id: last.caseId } : null,
  };
}
