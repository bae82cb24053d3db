import type { Ctx } from "#app/use-cases/ctx.ts";
import { type CertifiedPaper, certificateTexts } from "#app/use-cases/engagements/certificate-text.ts";
import { keepPaper } from "#app/use-cases/keep-paper.server.ts";
import type { Tx } from "#db/client.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { signaturesOn } from "#db/queries/signatures.ts";

/** Draws up who signed a paper, when and how they were identified, once both sides have. */
export async function certify(
  tx: Tx,
  ctx: Ctx,
  {
    caseId,
    paperId,
    ownerOrgId,
    paper,
  }: { caseId: string; paperId: string; ownerOrgId: string; paper: CertifiedPaper },
): Promise<{ certificateDocumentId: string; certificateHash: string }> {
  const signatures = await signaturesOn(tx, { caseId, paperId });
  const firms = await organizationsById(
    tx,
    signatures.map(({ orgId }) => orgId),
  );
  const certified = signatures.map((each) => ({ ...each, firm: firms.get(each.orgId)?.name ?? "" }));
  const texts = certificateTexts(paper, certified, ctx.now);
  const { documentId, hash } = await keepPaper(tx, ctx, {
    name: paper.amendment === null ? "certificate" : `certificate-amendment-${paper.amendment}`,
    code: paper.code,
    ownerOrgId,
    texts,
  });
  return { certificateDocumentId: documentId, certificateHash: hash };
}
