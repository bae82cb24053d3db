import { and, asc, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { timeStamps } from "#db/schema/time-stamps.ts";

export type TimeStampRow = typeof timeStamps.$inferSelect;
/** A hash that has its token. */
export type StampedHash = { sha256: string; token: string; stampedAt: Date; stampedBy: string };

/** Has a hash stamped; once, however often it is asked for. */
export async function askForStamp(tx: Tx, sha256: string, dueAt: Date): Promise<void> {
  await tx.insert(timeStamps).values({ sha256, dueAt }).onConflictDoNothing();
}

type Lease = { now: Date; leaseUntil: Date };

/** Takes the next hash that is due until `leaseUntil`; what somebody else holds is passed over. */
export async function claimStamp(tx: Tx, { now, leaseUntil }: Lease): Promise<TimeStampRow | null> {
  const next = tx
    .select({ sha256: timeStamps.sha256 })
    .from(timeStamps)
    .where(lte(timeStamps.dueAt, now))
    .orderBy(asc(timeStamps.dueAt), asc(timeStamps.sha256))
    .limit(1)
    .for("update", { skipLocked: true });
  const [row] = await tx
    .update(timeStamps)
    .set({ dueAt: leaseUntil, tries: sql`${timeStamps.tries} + 1` })
    .where(inArray(timeStamps.sha256, next))
    .returning();
  return row ?? null;
}

type Got = Pick<TimeStampRow, "token" | "stampedAt" | "stampedBy"> & { dueAt: null; answer: null };
type Missed = Pick<TimeStampRow, "dueAt" | "answer">;

/** Keeps a token, or when it is asked for again and why; a token that is there stays. */
export async function settleStamp(tx: Tx, sha256: string, set: Got | Missed): Promise<void> {
  await tx
    .update(timeStamps)
    .set(set)
    .where(and(eq(timeStamps.sha256, sha256), isNotNull(timeStamps.dueAt)));
}

/** The tokens there are for these hashes. */
export async function stampsOf(reader: Reader, hashes: readonly string[]): Promise<Map<string, StampedHash>> {
  const rows = await reader
    .select()
    .from(timeStamps)
    .where(and(inArray(timeStamps.sha256, [...hashes]), isNotNull(timeStamps.token)));
  return new Map(rows.map((row) => [row.sha256, row as StampedHash]));
}
