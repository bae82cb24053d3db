import { and, desc, eq, exists, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { mayTry } from "#app/domain/accounts/access.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Reader, Tx } from "../client.ts";
import { organizations } from "../schema/accounts.ts";
import { cases, evidenceItems } from "../schema/cases.ts";
import { caseMessageFiles, caseMessages } from "../schema/conversation.ts";
import { documentSights } from "../schema/document-sights.ts";
import { documents } from "../schema/documents.ts";
import { engagements } from "../schema/tenders.ts";
import { visibleTo } from "./cases.ts";

export type DocumentRow = typeof documents.$inferSelect;

/** Enters a file; the same bytes of the same organisation are one document, whose id is returned. */
export async function keepDocument(tx: Tx, row: DocumentRow): Promise<string> {
  const [known] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        row.orgId ? eq(documents.orgId, row.orgId) : isNull(documents.orgId),
        eq(documents.sha256, row.sha256),
      ),
    )
    .limit(1);
  if (known) return known.id;
  await tx.insert(documents).values(row);
  return row.id;
}

/** Keeps that the bytes of documents were taken out. */
export async function insertSights(tx: Tx, rows: (typeof documentSights.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(documentSights).values(rows);
}

export type DocumentSight = Pick<
  typeof documentSights.$inferSelect,
  "id" | "documentId" | "at" | "purpose"
> & {
  /** Null for one who belongs to no organisation any more. */
  orgName: string | null;
};

/** Who took these documents out, the latest first, at most `limit` of them all. */
export async function sightsOf(
  reader: Reader,
  documentIds: readonly string[],
  limit: number,
): Promise<DocumentSight[]> {
  return reader
    .select({
      id: documentSights.id,
      documentId: documentSights.documentId,
      at: documentSights.at,
      purpose: documentSights.purpose,
      orgName: organizations.name,
    })
    .from(documentSights)
    .leftJoin(organizations, eq(organizations.id, documentSights.orgId))
    .where(inArray(documentSights.documentId, [...documentIds]))
    .orderBy(desc(documentSights.at), desc(documentSights.id))
    .limit(limit);
}

/** A document by its id. Scope is the caller's: see `mayReadDocument` for one that a person asks for. */
export async function documentOf(reader: Reader, id: string): Promise<DocumentRow | null> {
  const [row] = await reader.select().from(documents).where(eq(documents.id, id));
  return row ?? null;
}

export type OwnPaper = { id: string; fileName: string; sizeBytes: number };

/** A paper of an organisation's own, as it is linked to: nothing of it belongs to a case. Scope is the caller's. */
export async function ownPaperOf(reader: Reader, id: string | null): Promise<OwnPaper | null> {
  const document = id ? await documentOf(reader, id) : null;
  return document && { id: document.id, fileName: document.fileName ?? "", sizeBytes: document.sizeBytes };
}

/**
 * A document this actor may read: their own organisation's, the engagement of a case they may see, the evidence
 * of one whose debtor they may know (evidence names him, so an award is not enough), what was attached to a message of theirs and the
 * other party's, and for admins all.
 * Anything else is not there.
 */
export async function mayReadDocument(reader: Reader, actor: Actor, id: string): Promise<DocumentRow | null> {
  if (!mayTry(actor, "evidence.read")) return null;
  const [row] = await reader
    .select()
    .from(documents)
    .where(and(eq(documents.id, id), actor.role === "admin" ? undefined : readableBy(reader, actor)));
  return row ?? null;
}

function readableBy(reader: Reader, actor: Actor): SQL | undefined {
  const seen = visibleTo(actor);
  const known = actor.orgId
    ? or(eq(cases.creditorOrgId, actor.orgId), eq(cases.collectorOrgId, actor.orgId))
    : sql`false`;
  const asEvidence = reader
    .select({ caseId: cases.caseId })
    .from(evidenceItems)
    .innerJoin(cases, eq(cases.caseId, evidenceItems.caseId))
    .where(and(eq(evidenceItems.documentId, documents.id), isNull(evidenceItems.removedAt), seen, known));
  const asEngagement = reader
    .select({ caseId: cases.caseId })
    .from(engagements)
    .innerJoin(cases, eq(cases.caseId, engagements.caseId))
    .where(and(eq(engagements.documentId, documents.id), seen));
  const asAttachment = actor.orgId
    ? exists(
        reader
          .select({ caseId: cases.caseId })
          .from(caseMessageFiles)
          .innerJoin(
            caseMessages,
            and(
              eq(caseMessages.caseId, caseMessageFiles.caseId),
              eq(caseMessages.id, caseMessageFiles.messageId),
            ),
          )
          .innerJoin(cases, eq(cases.caseId, caseMessages.caseId))
          .where(
            and(
              eq(caseMessageFiles.documentId, documents.id),
              isNull(caseMessages.redactedAt),
              or(eq(caseMessages.creditorOrgId, actor.orgId), eq(caseMessages.collectorOrgId, actor.orgId)),
              known,
            ),
          ),
      )
    : undefined;
  const own = actor.orgId ? eq(documents.orgId, actor.orgId) : undefined;
  return or(own, exists(asEvidence), exists(asEngagement), asAttachment);
}
