import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Reader, Tx } from "#db/client.ts";
import { caseDrafts, cases } from "#db/schema/cases.ts";
import { subjectKeys } from "#db/schema/keys.ts";

/** A draft as it is kept, its pages sealed; they are read by `openDraft` and `openPage`. */
export type DraftRow = typeof caseDrafts.$inferSelect;
/** With the key that its pages are sealed under; null where nothing was sealed yet. */
export type KeyedDraft = { draft: DraftRow; key: Buffer | null };

const keyed = { draft: caseDrafts, key: subjectKeys.sealed };

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

export async function findDraft(reader: Reader, actor: Actor, caseId: string): Promise<KeyedDraft | null> {
  const [row] = await reader
    .select(keyed)
    .from(caseDrafts)
    .leftJoin(subjectKeys, eq(subjectKeys.caseId, caseDrafts.caseId))
    .where(and(eq(caseDrafts.caseId, caseId), ownedBy(actor)));
  return row ?? null;
}

/** Holds the draft until the transaction ends, so that two savings, or two postings, never overlap. */
export async function lockDraft(tx: Tx, actor: Actor, caseId: string): Promise<KeyedDraft | null> {
  const [row] = await tx
    .select(keyed)
    .from(caseDrafts)
    .leftJoin(subjectKeys, eq(subjectKeys.caseId, caseDrafts.caseId))
    .where(and(eq(caseDrafts.caseId, caseId), ownedBy(actor)))
    .for("update", { of: caseDrafts });
  return row ?? null;
}

/** The creditor's cases that were begun and never posted, the last touched first. */
export function unpostedDrafts(reader: Reader, actor: Actor, limit: number): Promise<KeyedDraft[]> {
  return reader
    .select(keyed)
    .from(caseDrafts)
    .leftJoin(subjectKeys, eq(subjectKeys.caseId, caseDrafts.caseId))
    .leftJoin(cases, eq(cases.caseId, caseDrafts.caseId))
    .where(and(ownedBy(actor), isNull(cases.caseId)))
    .orderBy(desc(caseDrafts.updatedAt), desc(caseDrafts.caseId))
    .limit(limit);
}

export async function updateDraft(
  tx: Tx,
  caseId: string,
  answers: DraftRow["answers"],
  at: Date,
): Promise<void> {
  await tx.update(caseDrafts).set({ answers, updatedAt: at }).where(eq(caseDrafts.caseId, caseId));
}

export async function deleteDraft(tx: Tx, caseId: string): Promise<void> {
  await tx.delete(caseDrafts).where(eq(caseDrafts.caseId, caseId));
}
