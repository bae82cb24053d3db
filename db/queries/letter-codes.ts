import { and, eq, getTableColumns, gt, inArray, isNull } from "drizzle-orm";
import { countedStatuses } from "#app/domain/contact/message-moves.ts";
import type { Reader, Tx } from "#db/client.ts";
import { contactMessages } from "#db/schema/contact.ts";
import { letterCodes } from "#db/schema/letter-codes.ts";
import { papers } from "#db/schema/papers.ts";
import type { ContactMessage } from "./contact.ts";
import type { PaperRow } from "./papers.ts";

/** Kept once, however often its letter is asked for or tried, and under whichever key it was kept before. */
export async function insertLetterCode(
  tx: Tx,
  row: typeof letterCodes.$inferInsert,
  formerKeys: readonly string[],
): Promise<void> {
  const known = await tx
    .select({ codeKey: letterCodes.codeKey })
    .from(letterCodes)
    .where(inArray(letterCodes.codeKey, [row.codeKey, ...formerKeys]));
  if (known.length === 0) await tx.insert(letterCodes).values(row).onConflictDoNothing();
}

/** The letter that went out under a code which still stands. One question, whatever is wrong with the code. */
export async function letterUnder(
  reader: Reader,
  { codeKeys, now }: { codeKeys: readonly string[]; now: Date },
): Promise<ContactMessage | null> {
  const [row] = await reader
    .select(getTableColumns(contactMessages))
    .from(letterCodes)
    .innerJoin(
      contactMessages,
      and(eq(contactMessages.caseId, letterCodes.caseId), eq(contactMessages.id, letterCodes.letterId)),
    )
    .where(
      and(
        inArray(letterCodes.codeKey, [...codeKeys]),
        gt(letterCodes.expiresAt, now),
        isNull(letterCodes.revokedAt),
        inArray(contactMessages.status, countedStatuses),
      ),
    );
  return row ?? null;
}

/** The paper that bears a code which still stands. Its row is found by the case and the id that the code was made of. */
export async function paperUnder(
  reader: Reader,
  { codeKeys, now }: { codeKeys: readonly string[]; now: Date },
): Promise<PaperRow | null> {
  const [row] = await reader
    .select(getTableColumns(papers))
    .from(letterCodes)
    .innerJoin(papers, and(eq(papers.caseId, letterCodes.caseId), eq(papers.id, letterCodes.letterId)))
    .where(
      and(
        inArray(letterCodes.codeKey, [...codeKeys]),
        gt(letterCodes.expiresAt, now),
        isNull(letterCodes.revokedAt),
      ),
    );
  return row ?? null;
}

/** Ends the code of a letter for good. */
export async function revokeLetterCode(
  tx: Tx,
  { caseId, letterId, at }: { caseId: string; letterId: string; at: Date },
): Promise<void> {
  await tx
    .update(letterCodes)
    .set({ revokedAt: at })
    .where(
      and(eq(letterCodes.caseId, caseId), eq(letterCodes.letterId, letterId), isNull(letterCodes.revokedAt)),
    );
}
