import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { documentKeys } from "#db/schema/document-keys.ts";

export type DocumentKeyRow = typeof documentKeys.$inferSelect;

const living = (hash: string) => and(eq(documentKeys.sha256, hash), isNull(documentKeys.destroyedAt));

/** The key under which a file with this hash lies; null where none was kept, and where it was destroyed. */
export async function livingKeyOf(reader: Reader, hash: string): Promise<DocumentKeyRow | null> {
  const [row] = await reader.select().from(documentKeys).where(living(hash));
  return row ?? null;
}

/** When the key of a file with this hash was destroyed; null while there is one, and where there never was. */
export async function destroyedAtOf(reader: Reader, hash: string): Promise<Date | null> {
  const rows = await reader
    .select({ at: documentKeys.destroyedAt })
    .from(documentKeys)
    .where(eq(documentKeys.sha256, hash));
  const times = rows.map(({ at }) => at?.getTime() ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...times);
  return Number.isFinite(last) ? new Date(last) : null;
}

/** The key of a file, held until the transaction ends: whoever would destroy it waits, and sees then what names the file. */
export async function heldKeyOf(tx: Tx, hash: string): Promise<DocumentKeyRow | null> {
  const [row] = await tx.select().from(documentKeys).where(living(hash)).for("key share");
  return row ?? null;
}

/** False when somebody was quicker and there is a key by now. */
export async function insertDocumentKey(
  tx: Tx,
  row: Pick<DocumentKeyRow, "name" | "sha256" | "sealed" | "madeAt">,
): Promise<boolean> {
  const rows = await tx
    .insert(documentKeys)
    .values(row)
    .onConflictDoNothing()
    .returning({ name: documentKeys.name });
  return rows.length === 1;
}

/** A file of before is no longer the one that is read; it is taken off the shelf. */
export async function retireFile(tx: Tx, name: string, at: Date): Promise<void> {
  await tx
    .update(documentKeys)
    .set({ sealed: null, destroyedAt: at, dueAt: at })
    .where(and(eq(documentKeys.name, name), isNull(documentKeys.destroyedAt)));
}

/** The next file with which something is to be done on the shelf; what another worker does is passed over. */
export async function nextDueFile(tx: Tx, now: Date): Promise<DocumentKeyRow | null> {
  const [row] = await tx
    .select()
    .from(documentKeys)
    .where(lte(documentKeys.dueAt, now))
    .orderBy(asc(documentKeys.dueAt), asc(documentKeys.name))
    .limit(1)
    .for("update", { skipLocked: true });
  return row ?? null;
}

export async function setDue(tx: Tx, name: string, dueAt: Date | null): Promise<void> {
  await tx.update(documentKeys).set({ dueAt }).where(eq(documentKeys.name, name));
}

/** Destroys the keys of those of these files that nothing names any more, as `document_holds` says; answers their hashes. */
async function destroyUnheld(tx: Tx, hashes: readonly string[], at: Date): Promise<string[]> {
  if (hashes.length === 0) return [];
  const these = and(inArray(documentKeys.sha256, [...hashes]), isNull(documentKeys.destroyedAt));
  // Who hands one of them in at this moment is waited for, and what they wrote is seen by the next statement.
  await tx
    .select({ name: documentKeys.name })
    .from(documentKeys)
    .where(these)
    .orderBy(asc(documentKeys.name))
    .for("update");
  const gone = await tx
    .update(documentKeys)
    .set({ sealed: null, destroyedAt: at, dueAt: at })
    .where(and(these, sql`not exists (select from document_holds h where h.sha256 = ${documentKeys.sha256})`))
    .returning({ sha256: documentKeys.sha256 });
  return gone.map(({ sha256 }) => sha256);
}

/** Every file that a case names. */
const namedBy = (caseId: string) => sql`
  select sha256 from evidence_items where case_id = ${caseId}
  union select d.sha256 from case_message_files f join documents d on d.id = f.document_id where f.case_id = ${caseId}
  union select b.document_hash from contact_messages m join letter_batches b on b.id = m.batch_id
    where m.case_id = ${caseId} and b.document_hash is not null`;

/** Destroys the keys of the files that a case named and that nothing else needs, and of what was read in them. */
export async function destroyFilesOf(tx: Tx, caseId: string, at: Date): Promise<void> {
  const named = await tx.execute<{ sha256: string }>(namedBy(caseId));
  const gone = await destroyUnheld(
    tx,
    named.map(({ sha256 }) => sha256),
    at,
  );
  if (gone.length === 0) return;
  const texts = await tx.execute<{ hash: string | null }>(sql`delete from document_texts
    where sha256 in ${gone} returning text_hash as hash`);
  await destroyUnheld(
    tx,
    texts.flatMap(({ hash }) => hash ?? []),
    at,
  );
}

/** Files of before there were keys, in the order of their names. */
export const olderFiles = (
  reader: Reader,
  { after, limit }: { after: string; limit: number },
): Promise<DocumentKeyRow[]> =>
  reader
    .select()
    .from(documentKeys)
    .where(
      and(
        isNull(documentKeys.sealed),
        isNull(documentKeys.destroyedAt),
        sql`${documentKeys.name} > ${after}`,
      ),
    )
    .orderBy(asc(documentKeys.name))
    .limit(limit);

/** Whether a document itself, by its own row and not by its bytes, is needed no more: all cases that named it are erased or thrown away. */
export async function isDocumentErased(reader: Reader, documentId: string): Promise<boolean> {
  const [row] = await reader.execute<{ held: boolean }>(
    sql`select exists(select from document_holds where document_id = ${documentId}) as held`,
  );
  return !row.held;
}
