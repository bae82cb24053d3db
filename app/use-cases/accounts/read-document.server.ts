import { purposeOfSight } from "#app/domain/accounts/document-sights.ts";
import { isId, newId } from "#app/domain/ids.ts";
import { ok } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type DocumentRow, insertSight, mayReadDocument } from "#db/queries/documents.ts";
import { transact } from "#db/transact.ts";

/** An uploaded file and its bytes, once it is kept that they were taken out and what for; null for what is not there and for what is not this actor's to read. */
export async function readDocument(
  ctx: Ctx,
  id: string,
): Promise<{ document: DocumentRow; bytes: Uint8Array } | null> {
  const document = isId(id) ? await mayReadDocument(ctx.db, ctx.actor, id) : null;
  if (!document) return null;
  const bytes = await ctx.documents.get(document.sha256);
  if (!bytes) throw new Error(`Document ${id} is entered and its bytes are missing`);
  await keepSight(ctx, document);
  return { document, bytes };
}

function keepSight(ctx: Ctx, { id: documentId, orgId }: DocumentRow) {
  const { actor, now: at } = ctx;
  const purpose = purposeOfSight(actor, { ownerOrgId: orgId });
  return transact<null, never>(ctx, async (tx) => {
    await insertSight(tx, {
      id: newId(at),
      documentId,
      at,
      userId: actor.userId,
      orgId: actor.orgId,
      purpose,
    });
    return ok(null);
  });
}
