import { type EngagementContents, paperLanguages } from "#app/domain/engagements/contents.ts";
import { newId } from "#app/domain/ids.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepPaper } from "#app/use-cases/keep-paper.server.ts";
import type { Tx } from "#db/client.ts";
import { insertEngagement } from "#db/queries/engagements.ts";
import { authorityTexts } from "./authority-text.ts";
import { paperText } from "./paper-text.ts";

type Mandate = {
  /** A case's id, or a lot's. */
  caseId: string;
  awardId: string;
  ownerOrgId: string;
  /** The collector's licence that the mandate rests on. */
  licenceId: string;
  contents: EngagementContents;
};

/**
 * Draws up the mandate of an award in the caller's transaction: its terms as canonical text, the paper made from
 * them, the power of attorney beside it, and their hashes, which are what both sides sign. Returns the paper's hash.
 */
export async function drawUpEngagement(
  tx: Tx,
  ctx: Ctx,
  { caseId, awardId, ownerOrgId, licenceId, contents }: Mandate,
): Promise<string> {
  const { code, jurisdiction } = contents.case;
  const languages = paperLanguages(jurisdiction);
  const texts = languages.map((language) => paperText(contents, translator(language), language));
  const paper = await keepPaper(tx, ctx, { name: "engagement", code, ownerOrgId, texts });
  const authority = await keepPaper(tx, ctx, {
    name: "authority",
    code,
    ownerOrgId,
    texts: authorityTexts(contents),
  });
  await insertEngagement(tx, {
    caseId,
    id: newId(ctx.now),
    awardId,
    contents: canonicalJson(contents),
    documentId: paper.documentId,
    documentHash: paper.hash,
    authorityDocumentId: authority.documentId,
    authorityHash: authority.hash,
    licenceId,
    createdAt: ctx.now,
  });
  return paper.hash;
}
