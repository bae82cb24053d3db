import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { documentTexts } from "#db/schema/document-texts.ts";
import { documentOf } from "./documents.ts";

export type DocumentTextRow = typeof documentTexts.$inferSelect;

/** Has a document's text taken out; once for the same bytes. */
export async function askForText(tx: Tx, documentId: string, dueAt: Date): Promise<void> {
  const document = await documentOf(tx, documentId);
  if (!document) throw new Error(`Evidence names document ${documentId}, which is not entered`);
  const { sha256, mediaType } = document;
  await tx.insert(documentTexts).values({ sha256, mediaType, dueAt, state: "waiting" }).onConflictDoNothing();
}

/** Takes the next document whose text is due, until `leaseUntil`; what somebody else holds is passed over. */
export async function claimText(
  tx: Tx,
  { now, leaseUntil }: { now: Date; leaseUntil: Date },
): Promise<DocumentTextRow | null> {
  const next = tx
    .select({ sha256: documentTexts.sha256 })
    .from(documentTexts)
    .where(lte(documentTexts.dueAt, now))
    .orderBy(asc(documentTexts.dueAt), asc(documentTexts.sha256))
    .limit(1)
    .for("update", { skipLocked: true });
  const [row] = await tx
    .update(documentTexts)
    .set({ dueAt: leaseUntil, tries: sql`${documentTexts.tries} + 1` })
    .where(inArray(documentTexts.sha256, next))
    .returning();
  return row ?? null;
}

type Settled = Pick<
  DocumentTextRow,
  "state" | "settledAt" | "pages" | "readPages" | "blankPages" | "textHash"
>;

/** Holds a text that is still to be settled; false where somebody was quicker, or its document was erased. */
export async function lockWaitingText(tx: Tx, sha256: string): Promise<boolean> {
  const rows = await tx
    .select({ sha256: documentTexts.sha256 })
    .from(documentTexts)
    .where(and(eq(documentTexts.sha256, sha256), eq(documentTexts.state, "waiting")))
    .for("update");
  return rows.length === 1;
}

/** Keeps what became of it; whoever was quicker is right. */
export async function settleText(tx: Tx, sha256: string, settled: Settled): Promise<void> {
  await tx
    .update(documentTexts)
    .set({ ...settled, dueAt: null })
    .where(and(eq(documentTexts.sha256, sha256), eq(documentTexts.state, "waiting")));
}

export const textsOf = (reader: Reader, hashes: readonly string[]): Promise<DocumentTextRow[]> =>
  reader
    .select()
    .from(documentTexts)
    .where(inArray(documentTexts.sha256, [...hashes]));
