import type { EvidenceKind } from "#app/domain/cases/evidence.ts";
import type { RetentionRow } from "#app/domain/privacy/retention.data.ts";
import { retentionRow } from "#app/domain/privacy/retention.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Reader } from "#db/client.ts";
import { caseThatErased, erasedEvidenceOf } from "#db/queries/erasure.ts";
import { subjectKeyOf, zoneOf } from "#db/queries/subjects.ts";

/** When something was erased, where its debtor lived, and the term that had ended by then. */
export type Erasure = { on: string; rule: RetentionRow };

export type ErasedDocuments = Erasure & {
  items: { id: string; kind: EvidenceKind; addedAt: Date; sha256: string }[];
};

export async function erasureOf(reader: Reader, caseId: string): Promise<Erasure | null> {
  const key = await subjectKeyOf(reader, caseId);
  if (!key?.destroyedAt || !key.rule) return null;
  return { on: dateIn(await zoneOf(reader, caseId), key.destroyedAt), rule: retentionRow(key.rule) };
}

/** What became of the documents of a case whose debtor was erased; null for every other one. */
export async function erasedDocuments(reader: Reader, caseId: string): Promise<ErasedDocuments | null> {
  const erasure = await erasureOf(reader, caseId);
  return erasure && { ...erasure, items: await erasedEvidenceOf(reader, caseId) };
}

/** With which case's debtor a document went; null for one that is there, and for one of a draft that was thrown away. */
export async function erasureOfDocument(reader: Reader, documentId: string): Promise<Erasure | null> {
  const caseId = await caseThatErased(reader, documentId);
  return caseId ? erasureOf(reader, caseId) : null;
}
