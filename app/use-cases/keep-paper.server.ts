import type { PaperText } from "#app/domain/engagements/contents.ts";
import { newId } from "#app/domain/ids.ts";
import { engagementPdf } from "#app/gateways/engagement-pdf.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { keepDocument } from "#db/queries/documents.ts";

type NewPaper = {
  /** What it is, for its file's name: `engagement`, `authority`, `certificate`. */
  name: string;
  code: string;
  ownerOrgId: string;
  texts: PaperText[];
};

/** Draws a paper, keeps its bytes and enters it as a document; the hash is what is signed. */
export async function keepPaper(
  tx: Tx,
  ctx: Ctx,
  { name, code, ownerOrgId, texts }: NewPaper,
): Promise<{ documentId: string; hash: string }> {
  const bytes = await engagementPdf({ name, code, drawnUpAt: ctx.now, texts });
  const { sha256 } = await ctx.documents.put(tx, bytes, ctx.now);
  const documentId = await keepDocument(tx, {
    id: newId(ctx.now),
    orgId: ownerOrgId,
    sha256,
    sizeBytes: bytes.byteLength,
    mediaType: "application/pdf",
    caseId: null,
    sealedName: null,
    fileName: `${name}-${code}.pdf`,
    uploadedBy: ctx.actor.userId ?? "",
    uploadedAt: ctx.now,
  });
  return { documentId, hash: sha256 };
}
