import { and, asc, eq, isNull } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { evidenceItems } from "#db/schema/cases.ts";
import { documents } from "#db/schema/documents.ts";
import { subjectKeys } from "#db/schema/keys.ts";
import { askForText } from "./document-texts.ts";
import { askForStamp } from "./time-stamps.ts";

export type EvidenceRow = typeof evidenceItems.$inferSelect;
export type EvidenceItem = Pick<
  EvidenceRow,
  "id" | "documentId" | "kind" | "sha256" | "addedAt" | "replaces"
> & {
  title: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
};

/** A case's evidence in the order it was added, without what was taken out again, as it is kept, with the key it lies under. Scope is the caller's. */
export const sealedEvidenceOf = (reader: Reader, caseId: string) =>
  reader
    .select({
      id: evidenceItems.id,
      documentId: evidenceItems.documentId,
      kind: evidenceItems.kind,
      title: evidenceItems.title,
      sha256: evidenceItems.sha256,
      addedAt: evidenceItems.addedAt,
      replaces: evidenceItems.replaces,
      sealedName: documents.sealedName,
      mediaType: documents.mediaType,
      sizeBytes: documents.sizeBytes,
      key: subjectKeys.sealed,
    })
    .from(evidenceItems)
    .innerJoin(documents, eq(documents.id, evidenceItems.documentId))
    .leftJoin(subjectKeys, eq(subjectKeys.caseId, evidenceItems.caseId))
    .where(and(eq(evidenceItems.caseId, caseId), isNull(evidenceItems.removedAt)))
    .orderBy(asc(evidenceItems.addedAt), asc(evidenceItems.id));

type NewRow = Omit<EvidenceRow, "removedAt" | "replaces"> & { replaces?: string | null };

/** Enters an item; what its document says is taken out later, and its time is stamped where an authority is set up. */
export async function insertEvidence(tx: Tx, row: NewRow): Promise<void> {
  await tx.insert(evidenceItems).values(row);
  await askForText(tx, row.documentId, row.addedAt);
  await askForStamp(tx, row.sha256, row.addedAt);
}

/** Takes an item out; false when the case has none of that id. The bytes stay: others may hold the same ones. */
export async function removeEvidenceItem(tx: Tx, caseId: string, id: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(evidenceItems)
    .set({ removedAt: at })
    .where(and(eq(evidenceItems.caseId, caseId), eq(evidenceItems.id, id), isNull(evidenceItems.removedAt)))
    .returning({ id: evidenceItems.id });
  return rows.length === 1;
}
