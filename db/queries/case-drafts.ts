import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { DraftAnswers } from "#app/domain/cases/draft.ts";
import type { Reader, Tx } from "#db/client.ts";
import { caseDrafts, cases } from "#db/schema/cases.ts";

export type DraftRow = typeof caseDrafts.$inferSelect;

/** A draft belongs to one creditor; to anyone else, admins included, it is not there. */
const ownedBy = (actor: Actor) =>
  actor.role === "creditor" && actor.orgId ? eq(caseDrafts.creditorOrgId, actor.orgId) : sql`false`;

/** False when the case has a draft already, of two openings at once for instance. */
export async function insertDraft(tx: Tx, row: DraftRow): Promise<boolean> {
  const rows = await tx
    .insert(caseDrafts)
    .values(row)
    .onConflictDoNothing()
    .returning({ caseId: caseDrafts.caseId });
  return rows.length === 1;
}

export async function findDraft(reader: Reader, actor: Actor, caseId: string): Promise<DraftRow | null> {
  const [row] = await reader
    .select()
    .from(caseDrafts)
    .where(and(eq(caseDrafts.caseId, caseId), ownedBy(actor)));
  return row ?? null;
}

/** Holds the draft until the transaction ends, so that two savings, or two postings, never overlap. */
export async function lockDraft(tx: Tx, actor: Actor, caseId: string): Promise<DraftRow | null> {
  const [row] = await tx
    .select()
    .from(caseDrafts)
    .where(and(eq(caseDrafts.caseId, caseId), ownedBy(actor)))
    .for("update");
  return row ?? null;
}

/** The creditor's cases that were begun and never posted, the last touched first. */
export async function unpostedDrafts(reader: Reader, actor: Actor, limit: number): Promise<DraftRow[]> {
  const rows = await reader
    .select({ draft: caseDrafts })
    .from(caseDrafts)
    .leftJoin(cases, eq(cases.caseId, caseDrafts.caseId))
    .where(and(ownedBy(actor), isNull(cases.caseId)))
    .orderBy(desc(caseDrafts.updatedAt), desc(caseDrafts.caseId))
    .limit(limit);
  return rows.map(({ draft }) => draft);
}

export async function updateDraft(tx: Tx, caseId: string, answers: DraftAnswers, at: Date): Promise<void> {
  await tx.update(caseDrafts).set({ answers, updatedAt: at }).where(eq(caseDrafts.caseId, caseId));
}

export async function deleteDraft(tx: Tx, caseId: string): Promise<void> {
  await tx.delete(caseDrafts).where(eq(caseDrafts.caseId, caseId));
}
