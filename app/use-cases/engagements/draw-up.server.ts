import { type EngagementContents, paperLanguages } from "#app/domain/engagements/contents.ts";
import { newId } from "#app/domain/ids.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import { engagementPdf } from "#app/gateways/engagement-pdf.server.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { keepDocument } from "#db/queries/documents.ts";
import { insertEngagement } from "#db/queries/engagements.ts";
import { paperText } from "./paper-text.ts";

/**
 * Draws up the mandate of an award in the caller's transaction: its terms as canonical text, the paper made from
 * them, and the paper's hash, which is what both sides sign. Returns the hash.
 */
export async function drawUpEngagement(
  tx: Tx,
  ctx: Ctx,
  {
    caseId,
    awardId,
    ownerOrgId,
    contents,
  }: {
    caseId: string;
    awardId: string;
    ownerOrgId: string;
    contents: EngagementContents;
  },
): Promise<string> {
  const bytes = await engagementPdf({
    code: contents.case.code,
    drawnUpAt: ctx.now,
    texts: paperLanguages(contents).map((language) => paperText(contents, translator(language), language)),
  });
  const { sha256 } = await ctx.documents.put(bytes);
  const documentId = await keepDocument(tx, {
    id: newId(ctx.now),
    orgId: ownerOrgId,
    sha256,
    sizeBytes: bytes.byteLength,
    mediaType: "application/pdf",
    fileName: `engagement-${contents.case.code}.pdf`,
    uploadedBy: ctx.actor.userId ?? "",
    uploadedAt: ctx.now,
  });
  await insertEngagement(tx, {
    caseId,
    id: newId(ctx.now),
    awardId,
    contents: canonicalJson(contents),
    documentId,
    documentHash: sha256,
    createdAt: ctx.now,
  });
  return sha256;
}
