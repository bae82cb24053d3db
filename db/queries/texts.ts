import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { StepType } from "#app/domain/law/types.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "#db/client.ts";
import { organizations } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { textReviews } from "#db/schema/texts.ts";

export type TextReview = typeof textReviews.$inferSelect;
type Asked = Pick<TextReview, "caseId" | "stepType" | "textHash">;

const sameText = ({ caseId, stepType, textHash }: Asked) =>
  and(eq(textReviews.caseId, caseId), eq(textReviews.stepType, stepType), eq(textReviews.textHash, textHash));

/** What was asked and said about these very words for this step; null where nobody asked. */
export async function reviewOfText(reader: Reader, asked: Asked): Promise<TextReview | null> {
  const [row] = await reader.select().from(textReviews).where(sameText(asked));
  return row ?? null;
}

/** Asked twice it is asked once: false where it was there already. */
export async function insertTextReview(
  tx: Tx,
  row: Omit<TextReview, "verdict" | "reason" | "decidedBy" | "decidedAt">,
): Promise<boolean> {
  const rows = await tx
    .insert(textReviews)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: textReviews.id });
  return rows.length > 0;
}

/** Texts that wait for a reader, the longest waiting first. The words are not in it. */
export const textsWaiting = (
  reader: Reader,
  { after, limit }: { after: PageKey | null; limit: number },
): Promise<
  { id: string; caseId: string; code: string; stepType: StepType; askedAt: Date; orgName: string }[]
> =>
  reader
    .select({
      id: textReviews.id,
      caseId: textReviews.caseId,
      code: cases.code,
      stepType: textReviews.stepType,
      askedAt: textReviews.askedAt,
      orgName: organizations.name,
    })
    .from(textReviews)
    .innerJoin(cases, eq(cases.caseId, textReviews.caseId))
    .innerJoin(organizations, eq(organizations.id, textReviews.askedByOrgId))
    .where(
      and(
        isNull(textReviews.verdict),
        sql`${textReviews.words} <> ''::bytea`,
        after
          ? or(
              gt(textReviews.askedAt, after.at),
              and(eq(textReviews.askedAt, after.at), gt(textReviews.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(textReviews.askedAt), asc(textReviews.id))
    .limit(limit);

export async function textReviewById(reader: Reader, caseId: string, id: string): Promise<TextReview | null> {
  const [row] = await reader
    .select()
    .from(textReviews)
    .where(and(eq(textReviews.caseId, caseId), eq(textReviews.id, id)));
  return row ?? null;
}

/** Records a verdict once; false where there is one already. */
export async function decideTextReview(
  tx: Tx,
  { caseId, id }: Pick<TextReview, "caseId" | "id">,
  decided: Pick<TextReview, "verdict" | "reason" | "decidedBy" | "decidedAt">,
): Promise<boolean> {
  const rows = await tx
    .update(textReviews)
    .set(decided)
    .where(and(eq(textReviews.caseId, caseId), eq(textReviews.id, id), isNull(textReviews.verdict)))
    .returning({ id: textReviews.id });
  return rows.length > 0;
}
