import { may } from "#app/domain/accounts/access.ts";
import { newerVersionOf } from "#app/domain/cases/evidence.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { isId } from "#app/domain/ids.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { type ErasedDocuments, erasedDocuments } from "#app/use-cases/privacy/erased-documents.server.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { type DocumentTextRow, textsOf } from "#db/queries/document-texts.ts";
import { type DocumentSight, sightsOf } from "#db/queries/documents.ts";
import type { EvidenceItem } from "#db/queries/evidence.ts";
import { type StampedHash, stampsOf } from "#db/queries/time-stamps.ts";

export type CaseEvidence = {
  caseId: string;
  code: string;
  /** Whether documents can still be added. */
  open: boolean;
  items: CaseDocument[];
  /** What went with the debtor's data, where that was erased. */
  erased: ErasedDocuments | null;
};

export type CaseDocument = EvidenceItem & {
  /** Its newer version, where there is one, and the one that it replaces. */
  newer: { title: string; addedAt: Date } | null;
  older: { title: string } | null;
  /** How far its text has come, by pages where it has some. */
  text: Pick<DocumentTextRow, "state" | "pages" | "readPages" | "blankPages"> | null;
  /** From when on a time authority says that it was there; null where none was asked, or none has answered yet. */
  stamp: { at: Date; by: string } | null;
  /** Who took it out lately, the latest first. */
  sights: Omit<DocumentSight, "documentId">[];
};

/** Enough to see who reads a case's papers; all of it is kept. */
const sightsShown = 500;

/** A posted case's documents, for its creditor and its engaged collector; null for everybody else. */
export async function listEvidence(ctx: Ctx, caseId: string): Promise<CaseEvidence | null> {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "evidence.add", relationTo(ctx.actor, kase))) return null;
  if (!mayKnowDebtor(ctx.actor, kase)) return null;
  const open = kase.status !== "closed" && kase.status !== "refused";
  const items = await documentsOf(ctx, caseId);
  return { caseId, code: kase.code, open, items, erased: await erasedDocuments(ctx.db, caseId) };
}

async function documentsOf(ctx: Ctx, caseId: string): Promise<CaseDocument[]> {
  const { db } = ctx;
  const items = await evidenceOf(db, ctx, caseId);
  const documentIds = items.map(({ documentId }) => documentId);
  const hashes = items.map(({ sha256 }) => sha256);
  const sights = await sightsOf(db, documentIds, sightsShown);
  const texts = new Map((await textsOf(db, hashes)).map((row) => [row.sha256, row]));
  const stamps = await stampsOf(db, hashes);
  return items.map((item) => ({
    ...item,
    stamp: stampIn(stamps.get(item.sha256)),
    text: standing(texts.get(item.sha256)),
    newer: newerVersionOf(item.id, items),
    older: items.find(({ id }) => id === item.replaces) ?? null,
    sights: sights.filter(({ documentId }) => documentId === item.documentId),
  }));
}

/** Without the text's name in the store, which is nobody's to see. */
const standing = (row: DocumentTextRow | undefined): CaseDocument["text"] =>
  row ? { state: row.state, pages: row.pages, readPages: row.readPages, blankPages: row.blankPages } : null;

const stampIn = (kept: StampedHash | undefined): CaseDocument["stamp"] =>
  kept ? { at: kept.stampedAt, by: kept.stampedBy } : null;
