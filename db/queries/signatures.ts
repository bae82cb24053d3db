import { and, asc, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { signatures, signingCodes } from "#db/schema/mandates.ts";
import { raisedBy } from "./raised-by.ts";

export type SignatureRow = typeof signatures.$inferSelect;
export type SigningCodeRow = typeof signingCodes.$inferSelect;
export type Side = SignatureRow["side"];
type PaperKey = { caseId: string; paperId: string };

/** The signatures on a paper, first given first. */
export const signaturesOn = (reader: Reader, { caseId, paperId }: PaperKey): Promise<SignatureRow[]> =>
  reader
    .select()
    .from(signatures)
    .where(and(eq(signatures.caseId, caseId), eq(signatures.paperId, paperId)))
    .orderBy(asc(signatures.signedAt), asc(signatures.id));

/** Who has signed which side of a paper. */
export async function sidesOf(reader: Reader, key: PaperKey): Promise<Partial<Record<Side, SignatureRow>>> {
  const rows = await signaturesOn(reader, key);
  return Object.fromEntries(rows.map((row) => [row.side, row]));
}

/** What the database answers to a signature: it looks itself at the paper, the side, and the time. */
export type SignatureWrite = "done" | "already-signed" | "nothing-to-sign" | "too-late";

export async function insertSignature(tx: Tx, row: SignatureRow): Promise<SignatureWrite> {
  try {
    await tx.transaction((inner) => inner.insert(signatures).values(row));
    return "done";
  } catch (error) {
    switch (raisedBy(error)) {
      case "23505":
        return "already-signed";
      case "RG005":
        return "nothing-to-sign";
      case "RG006":
        return "too-late";
      default:
        throw error;
    }
  }
}

/** A code in place of the ones before it, which are no good from now on. */
export async function insertSigningCode(
  tx: Tx,
  row: Omit<SigningCodeRow, "tries" | "usedAt">,
): Promise<void> {
  await tx
    .update(signingCodes)
    .set({ expiresAt: row.sentAt })
    .where(
      and(
        eq(signingCodes.caseId, row.caseId),
        eq(signingCodes.paperId, row.paperId),
        eq(signingCodes.userId, row.userId),
        isNull(signingCodes.usedAt),
        gt(signingCodes.expiresAt, row.sentAt),
      ),
    );
  await tx.insert(signingCodes).values(row);
}

export const MOST_TRIES = 5;

/** Counts a try at the person's newest code on this case and returns it as it then stands; null where none is left to try. */
export async function tryCode(
  tx: Tx,
  { caseId, userId, now }: { caseId: string; userId: string; now: Date },
): Promise<SigningCodeRow | null> {
  const [latest] = await tx
    .select({ id: signingCodes.id })
    .from(signingCodes)
    .where(and(eq(signingCodes.caseId, caseId), eq(signingCodes.userId, userId)))
    .orderBy(desc(signingCodes.sentAt), desc(signingCodes.id))
    .limit(1);
  if (!latest) return null;
  const [row] = await tx
    .update(signingCodes)
    .set({ tries: sql`${signingCodes.tries} + 1` })
    .where(
      and(
        eq(signingCodes.caseId, caseId),
        eq(signingCodes.id, latest.id),
        isNull(signingCodes.usedAt),
        gt(signingCodes.expiresAt, now),
        lt(signingCodes.tries, MOST_TRIES),
      ),
    )
    .returning();
  return row ?? null;
}

/** Uses a code up; of two at the same moment one gets false. */
export async function spendCode(
  tx: Tx,
  { caseId, id }: Pick<SigningCodeRow, "caseId" | "id">,
  at: Date,
): Promise<boolean> {
  const rows = await tx
    .update(signingCodes)
    .set({ usedAt: at })
    .where(and(eq(signingCodes.caseId, caseId), eq(signingCodes.id, id), isNull(signingCodes.usedAt)))
    .returning({ id: signingCodes.id });
  return rows.length === 1;
}

/** Until when the person's newest code for a paper is good; null where there is none to use. */
export async function codeOpenUntil(
  reader: Reader,
  { caseId, paperId, userId, now }: PaperKey & { userId: string; now: Date },
): Promise<Date | null> {
  const [row] = await reader
    .select({ expiresAt: signingCodes.expiresAt })
    .from(signingCodes)
    .where(
      and(
        eq(signingCodes.caseId, caseId),
        eq(signingCodes.paperId, paperId),
        eq(signingCodes.userId, userId),
        isNull(signingCodes.usedAt),
        gt(signingCodes.expiresAt, now),
        lt(signingCodes.tries, MOST_TRIES),
      ),
    )
    .orderBy(desc(signingCodes.sentAt))
    .limit(1);
  return row?.expiresAt ?? null;
}
