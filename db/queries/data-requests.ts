import { and, asc, count, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import { dataRequests } from "#db/schema/data-requests.ts";

export type DataRequest = typeof dataRequests.$inferSelect;
type Key = Pick<DataRequest, "caseId" | "id">;
type Asked = Pick<DataRequest, "caseId" | "id" | "kind" | "words" | "askedAt" | "dueOn" | "dueAt">;

/** Enters a request under the next number of its case, which the caller holds; null where one waits already. */
export async function insertDataRequest(tx: Tx, asked: Asked): Promise<number | null> {
  const [{ n }] = await tx
    .select({ n: count() })
    .from(dataRequests)
    .where(eq(dataRequests.caseId, asked.caseId));
  const rows = await tx
    .insert(dataRequests)
    .values({ ...asked, no: n + 1 })
    .onConflictDoNothing()
    .returning({ no: dataRequests.no });
  return rows[0]?.no ?? null;
}

/** All of a case, the newest first. */
export const dataRequestsOn = (reader: Reader, caseId: string): Promise<DataRequest[]> =>
  reader
    .select()
    .from(dataRequests)
    .where(eq(dataRequests.caseId, caseId))
    .orderBy(desc(dataRequests.askedAt), desc(dataRequests.no));

export async function dataRequest(reader: Reader, { caseId, id }: Key): Promise<DataRequest | null> {
  const [row] = await reader
    .select()
    .from(dataRequests)
    .where(and(eq(dataRequests.caseId, caseId), eq(dataRequests.id, id)));
  return row ?? null;
}

/** Requests that wait for an answer, the most pressing first. */
export const requestsWaiting = (reader: Reader, { after, limit }: { after: PageKey | null; limit: number }) =>
  reader
    .select({
      caseId: dataRequests.caseId,
      id: dataRequests.id,
      no: dataRequests.no,
      kind: dataRequests.kind,
      dueOn: dataRequests.dueOn,
      dueAt: dataRequests.dueAt,
      code: cases.code,
    })
    .from(dataRequests)
    .innerJoin(cases, eq(cases.caseId, dataRequests.caseId))
    .where(
      and(
        isNull(dataRequests.answer),
        after
          ? or(
              gt(dataRequests.dueAt, after.at),
              and(eq(dataRequests.dueAt, after.at), gt(dataRequests.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(dataRequests.dueAt), asc(dataRequests.id))
    .limit(limit);

type Answered = Pick<DataRequest, "answer" | "answeredBy" | "answeredAt"> &
  Partial<Pick<DataRequest, "against" | "reason">>;

/** Answers the open request of this kind on a case; false where there is none. */
export async function answerOpenRequest(
  tx: Tx,
  { caseId, kind }: Pick<DataRequest, "caseId" | "kind">,
  set: Answered,
): Promise<boolean> {
  const rows = await tx
    .update(dataRequests)
    .set(set)
    .where(and(eq(dataRequests.caseId, caseId), eq(dataRequests.kind, kind), isNull(dataRequests.answer)))
    .returning({ id: dataRequests.id });
  return rows.length === 1;
}
