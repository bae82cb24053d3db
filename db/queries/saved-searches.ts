import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { memberships, organizations } from "#db/schema/accounts.ts";
import { savedSearches } from "#db/schema/market.ts";

export type SavedSearch = typeof savedSearches.$inferSelect;

/** A person's searches at one organisation, in the order they were saved. */
export const searchesOf = (reader: Reader, { userId, orgId }: { userId: string; orgId: string }) =>
  reader
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.userId, userId), eq(savedSearches.orgId, orgId)))
    .orderBy(asc(savedSearches.createdAt), asc(savedSearches.id));

type Own = { id: string; userId: string; orgId: string };

const own = ({ id, userId, orgId }: Own) =>
  and(eq(savedSearches.id, id), eq(savedSearches.userId, userId), eq(savedSearches.orgId, orgId));

/** One of a person's own at this organisation; a stranger's is not there. */
export async function searchOf(reader: Reader, key: Own): Promise<SavedSearch | null> {
  const [row] = await reader.select().from(savedSearches).where(own(key));
  return row ?? null;
}

/** The same, held until the transaction ends: its news waits for the change. */
export async function lockSearch(tx: Tx, key: Own): Promise<SavedSearch | null> {
  const [row] = await tx.select().from(savedSearches).where(own(key)).for("update");
  return row ?? null;
}

export async function countSearches(reader: Reader, userId: string): Promise<number> {
  const [row] = await reader
    .select({ saved: count() })
    .from(savedSearches)
    .where(eq(savedSearches.userId, userId));
  return row.saved;
}

export async function insertSearch(tx: Tx, row: SavedSearch): Promise<void> {
  await tx.insert(savedSearches).values(row);
}

/** Deletes a person's own search; a stranger's is not there. */
export async function deleteSearch(tx: Tx, { userId, id }: { userId: string; id: string }): Promise<boolean> {
  const rows = await tx
    .delete(savedSearches)
    .where(and(eq(savedSearches.id, id), eq(savedSearches.userId, userId)))
    .returning({ id: savedSearches.id });
  return rows.length === 1;
}

export async function updateSearch(tx: Tx, id: string, set: Partial<SavedSearch>): Promise<void> {
  await tx.update(savedSearches).set(set).where(eq(savedSearches.id, id));
}

/** Searches whose owners are to be told of what came, each held until the transaction ends, with who the owner is today. */
export const lockDueSearches = (tx: Tx, { now, limit }: { now: Date; limit: number }) =>
  tx
    .select({ search: savedSearches, member: memberships.role, kind: organizations.kind })
    .from(savedSearches)
    .leftJoin(
      memberships,
      and(eq(memberships.userId, savedSearches.userId), eq(memberships.orgId, savedSearches.orgId)),
    )
    .leftJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(sql`${savedSearches.lookAt} <= ${now.toISOString()}::timestamptz`)
    .orderBy(asc(savedSearches.lookAt), asc(savedSearches.id))
    .limit(limit)
    .for("update", { of: savedSearches, skipLocked: true });
