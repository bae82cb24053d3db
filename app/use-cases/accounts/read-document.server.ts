import { isId } from "#app/domain/ids.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type DocumentRow, mayReadDocument } from "#db/queries/documents.ts";

/** An uploaded file and its bytes; null for what is not there and for what is not this actor's to read. */
export async function readDocument(
  ctx: Ctx,
  id: string,
): Promise<{ document: DocumentRow; bytes: Uint8Array } | null> {
  const document = isId(id) ? await mayReadDocument(ctx.db, ctx.actor, id) : null;
  if (!document) return null;
  const bytes = await ctx.documents.get(document.sha256);
  if (!bytes) throw new Error(`Document ${id} is entered and its bytes are missing`);
  return { document, bytes };
}
