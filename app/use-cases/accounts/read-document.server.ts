import { purposeOfSight } from "#app/domain/accounts/document-sights.ts";
import { isId, newId } from "#app/domain/ids.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { ok } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openAbout } from "#app/use-cases/debtor.server.ts";
import { type Erasure, erasureOfDocument } from "#app/use-cases/privacy/erased-documents.server.ts";
import { isDocumentErased } from "#db/queries/document-keys.ts";
import { type DocumentRow, insertSights, mayReadDocument } from "#db/queries/documents.ts";
import { transact } from "#db/transact.ts";

export type ReadDocument =
  | { kind: "kept"; document: { mediaType: string; fileName: string }; bytes: Uint8Array }
  /** It went with the data of its debtor; null: with a draft that was thrown away. */
  | { kind: "erased"; erasure: Erasure | null };

/**
 * An uploaded file and its bytes, once it is kept that they were taken out and what for; null for what is not there and for what is not this actor's to
 * read. A document that went with its debtor's data is not read by way of equal bytes that another case still has.
 */
export async function readDocument(ctx: Ctx, id: string): Promise<ReadDocument | null> {
  const document = isId(id) ? await mayReadDocument(ctx.db, ctx.actor, id) : null;
  if (!document) return null;
  if (await isDocumentErased(ctx.db, id))
    return { kind: "erased", erasure: await erasureOfDocument(ctx.db, id) };
  const bytes = await ctx.documents.get(ctx.db, document.sha256);
  if (!bytes) throw new Error(`Document ${id} is entered and its bytes are missing`);
  await keepSight(ctx, document);
  const { mediaType } = document;
  return { kind: "kept", document: { mediaType, fileName: await nameOf(ctx, document) }, bytes };
}

/** As it was handed in. */
async function nameOf(ctx: Ctx, { id, caseId, fileName, sealedName }: DocumentRow): Promise<string> {
  if (!caseId) return fileName ?? "";
  const place = wordPlaces.fileName(id);
  return (await openAbout(ctx.db, ctx, { caseId, place, sealed: sealedName })) ?? "document";
}

function keepSight(ctx: Ctx, { id: documentId, orgId }: DocumentRow) {
  const { actor, now: at } = ctx;
  const purpose = purposeOfSight(actor, { ownerOrgId: orgId });
  return transact<null, never>(ctx, async (tx) => {
    await insertSights(tx, [
      { id: newId(at), documentId, at, userId: actor.userId, orgId: actor.orgId, purpose },
    ]);
    return ok(null);
  });
}
