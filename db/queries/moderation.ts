import { and, asc, count, eq, gt, or } from "drizzle-orm";
import type { CaseStatus } from "#app/domain/cases/moves.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader } from "#db/client.ts";
import { organizations } from "#db/schema/accounts.ts";
import { caseBriefs, cases } from "#db/schema/cases.ts";

/** The statuses a reviewer can list. */
export const reviewStatuses = ["submitted", "returned", "refused"] as const satisfies CaseStatus[];
export type ReviewStatus = (typeof reviewStatuses)[number];

/** Cases that wait for a reviewer (or were sent back or refused), the longest waiting first. Names no debtor. */
export const reviewQueue = (
  reader: Reader,
  { status, after, limit }: { status: ReviewStatus; after: PageKey | null; limit: number },
) =>
  reader
    .select({
      caseId: cases.caseId,
      code: cases.code,
      status: cases.status,
      postedAt: cases.postedAt,
      updatedAt: cases.updatedAt,
      placeCode: cases.placeCode,
      creditorName: organizations.name,
      principal: caseBriefs.principal,
      currency: caseBriefs.currency,
      disputed: caseBriefs.disputed,
      claimKind: caseBriefs.claimKind,
    })
    .from(cases)
    .innerJoin(caseBriefs, eq(caseBriefs.caseId, cases.caseId))
    .innerJoin(organizations, eq(organizations.id, cases.creditorOrgId))
    .where(
      and(
        eq(cases.status, status),
        after
          ? or(gt(cases.updatedAt, after.at), and(eq(cases.updatedAt, after.at), gt(cases.caseId, after.id)))
          : undefined,
      ),
    )
    .orderBy(asc(cases.updatedAt), asc(cases.caseId))
    .limit(limit);

export async function reviewCounts(reader: Reader): Promise<Partial<Record<CaseStatus, number>>> {
  const rows = await reader
    .select({ status: cases.status, total: count() })
    .from(cases)
    .groupBy(cases.status);
  return Object.fromEntries(rows.map(({ status, total }) => [status, total]));
}
