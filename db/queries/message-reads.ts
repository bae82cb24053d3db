import { and, eq, gt, lt, ne } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Reader, Tx } from "#db/client.ts";
import { caseMessageReads, caseMessages } from "#db/schema/conversation.ts";
import { betweenParties } from "./conversation.ts";

/** Notes how far a person has read; it never goes back. */
export async function markReadTo(
  tx: Tx,
  { caseId, userId, seq, at }: { caseId: string; userId: string; seq: number; at: Date },
): Promise<void> {
  await tx
    .insert(caseMessageReads)
    .values({ caseId, userId, seq, readAt: at })
    .onConflictDoUpdate({
      target: [caseMessageReads.caseId, caseMessageReads.userId],
      set: { seq, readAt: at },
      setWhere: lt(caseMessageReads.seq, seq),
    });
}

export async function readTo(reader: Reader, caseId: string, userId: string): Promise<number> {
  const [row] = await reader
    .select({ seq: caseMessageReads.seq })
    .from(caseMessageReads)
    .where(and(eq(caseMessageReads.caseId, caseId), eq(caseMessageReads.userId, userId)));
  return row?.seq ?? 0;
}

/** How many messages of a case are a person's to read and were not before them yet; their own are. */
export async function unreadIn(reader: Reader, actor: Actor, caseId: string): Promise<number> {
  const { userId } = actor;
  if (!userId || !actor.orgId) return 0;
  const seen = await readTo(reader, caseId, userId);
  return reader.$count(
    caseMessages,
    and(
      eq(caseMessages.caseId, caseId),
      betweenParties(actor),
      gt(caseMessages.seq, seen),
      ne(caseMessages.authorUserId, userId),
    ),
  );
}
