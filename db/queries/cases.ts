import { and, asc, count, desc, eq, gt, inArray, lt, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Relation } from "#app/domain/accounts/access.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { isCollector } from "#app/domain/accounts/actor.ts";
import type { CaseStatus } from "#app/domain/cases/moves.ts";
import { isId } from "#app/domain/ids.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "#db/client.ts";
import { caseBriefs, caseCodes, cases, debtors } from "#db/schema/cases.ts";
import { subjectKeys } from "#db/schema/keys.ts";
import { awards } from "#db/schema/tenders.ts";

export type CaseRow = typeof cases.$inferSelect;

/**
 * A case the actor may not see is a case that is not there. Creditors see their own, collectors those they
 * were awarded or are engaged on, a debtor the one the door opened, admins and jobs all. Bidders read `case_briefs`, which name no debtor.
 */
export function visibleTo(actor: Actor): SQL | undefined {
  if (actor.role === "admin" || actor.role === "system") return undefined;
  if (actor.role === "debtor") return actor.caseId ? eq(cases.caseId, actor.caseId) : sql`false`;
  if (!actor.orgId) return sql`false`;
  if (actor.role === "creditor") return eq(cases.creditorOrgId, actor.orgId);
  if (!isCollector(actor.role)) return sql`false`;
  const awarded = sql`exists (select 1 from ${awards} where ${awards.caseId} = ${cases.caseId}
    and ${awards.collectorOrgId} = ${actor.orgId} and ${awards.status} in ('active', 'engaged'))`;
  return or(eq(cases.collectorOrgId, actor.orgId), awarded);
}

/** Holds the case until the transaction ends, so that two decisions about it never overlap. */
export async function lockCase(tx: Tx, actor: Actor, caseId: string): Promise<CaseRow | null> {
  if (!isId(caseId)) return null;
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.caseId, caseId), visibleTo(actor)))
    .for("update");
  return row ?? null;
}

export async function findCase(reader: Reader, actor: Actor, caseId: string): Promise<CaseRow | null> {
  if (!isId(caseId)) return null;
  const [row] = await reader
    .select()
    .from(cases)
    .where(and(eq(cases.caseId, caseId), visibleTo(actor)));
  return row ?? null;
}

/** How the actor stands to a case it was shown: what the access table asks for. */
export function relationTo(actor: Actor, kase: Pick<CaseRow, "creditorOrgId" | "collectorOrgId">): Relation {
  if (actor.role === "admin" || actor.role === "system") return "none";
  if (actor.role === "debtor") return "debtor";
  if (actor.role === "creditor") return kase.creditorOrgId === actor.orgId ? "creditor" : "stranger";
  return isCollector(actor.role) ? "collector" : "stranger";
}

/** The address a case is spoken of by; `R-7K2M9`. */
export async function caseIdByCode(reader: Reader, code: string): Promise<string | null> {
  const [row] = await reader.select().from(caseCodes).where(eq(caseCodes.code, code.toUpperCase()));
  return row?.caseId ?? null;
}

/** The cases of a pack that are still going on, in the order of their ids; `after` is the last of the page before. */
export async function liveCasesAfter(
  reader: Reader,
  { packId, after, limit }: { packId: string; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await reader
    .select({ caseId: cases.caseId })
    .from(cases)
    .where(
      and(
        eq(cases.packId, packId),
        notInArray(cases.status, ["refused", "closed"]),
        after ? gt(cases.caseId, after) : undefined,
      ),
    )
    .orderBy(asc(cases.caseId))
    .limit(limit);
  return rows.map(({ caseId }) => caseId);
}

/** Every case there is, in the order of their ids: the operator's, and nobody else's. */
export async function allCaseIds(reader: Reader): Promise<string[]> {
  const rows = await reader.select({ caseId: cases.caseId }).from(cases).orderBy(asc(cases.caseId));
  return rows.map(({ caseId }) => caseId);
}

/** The actor's cases at some statuses, the last changed first. `after` is the last row of the page before. */
export const casesPage = (
  reader: Reader,
  actor: Actor,
  { statuses, after, limit }: { statuses: CaseStatus[]; after: PageKey | null; limit: number },
) =>
  reader
    .select({
      caseId: cases.caseId,
      code: cases.code,
      creditorOrgId: cases.creditorOrgId,
      collectorOrgId: cases.collectorOrgId,
      status: cases.status,
      stage: cases.stage,
      placeCode: cases.placeCode,
      updatedAt: cases.updatedAt,
      name: debtors.name,
      key: subjectKeys.sealed,
      principal: caseBriefs.principal,
      currency: caseBriefs.currency,
    })
    .from(cases)
    .innerJoin(debtors, eq(debtors.caseId, cases.caseId))
    .leftJoin(subjectKeys, eq(subjectKeys.caseId, cases.caseId))
    .innerJoin(caseBriefs, eq(caseBriefs.caseId, cases.caseId))
    .where(
      and(
        inArray(cases.status, statuses),
        visibleTo(actor),
        after
          ? or(lt(cases.updatedAt, after.at), and(eq(cases.updatedAt, after.at), lt(cases.caseId, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(cases.updatedAt), desc(cases.caseId))
    .limit(limit);

/** How many of the actor's cases stand at each status. */
export async function statusCounts(
  reader: Reader,
  actor: Actor,
): Promise<Partial<Record<CaseStatus, number>>> {
  const rows = await reader
    .select({ status: cases.status, total: count() })
    .from(cases)
    .where(visibleTo(actor))
    .groupBy(cases.status);
  return Object.fromEntries(rows.map(({ status, total }) => [status, total]));
}

export async function insertCase(tx: Tx, row: CaseRow): Promise<void> {
  await tx.insert(cases).values(row);
}

export async function updateCase(
  tx: Tx,
  caseId: string,
  set: Partial<Omit<CaseRow, "caseId" | "creditorOrgId" | "stage">>,
): Promise<void> {
  await tx.update(cases).set(set).where(eq(cases.caseId, caseId));
}

/** Takes a code for a case; false when another case has it. */
export async function takeCode(tx: Tx, code: string, caseId: string): Promise<boolean> {
  const rows = await tx
    .insert(caseCodes)
    .values({ code, caseId })
    .onConflictDoNothing()
    .returning({ code: caseCodes.code });
  return rows.length === 1;
}

export async function writeBrief(tx: Tx, row: typeof caseBriefs.$inferSelect): Promise<void> {
  await tx.insert(caseBriefs).values(row).onConflictDoUpdate({ target: caseBriefs.caseId, set: row });
}

/** The creditor's other live cases with the same digest of creditor, debtor and invoice. */
export const likelyDuplicates = (
  reader: Reader,
  actor: Actor,
  { duplicateKey, exceptCaseId }: { duplicateKey: string; exceptCaseId: string },
) =>
  reader
    .select({ caseId: cases.caseId, code: cases.code, status: cases.status })
    .from(debtors)
    .innerJoin(cases, eq(cases.caseId, debtors.caseId))
    .where(
      and(
        eq(debtors.duplicateKey, duplicateKey),
        ne(cases.caseId, exceptCaseId),
        ne(cases.status, "refused"),
        visibleTo(actor),
      ),
    )
    .orderBy(desc(cases.postedAt))
    .limit(5);

/** How many cases that are not over stand under a pack. */
export const openCasesUnder = (reader: Reader, packId: string): Promise<number> =>
  reader.$count(cases, and(eq(cases.packId, packId), notInArray(cases.status, ["closed", "refused"])));
