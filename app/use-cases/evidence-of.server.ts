import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openWith } from "#app/use-cases/debtor.server.ts";
import type { Reader } from "#db/client.ts";
import { type EvidenceItem, sealedEvidenceOf } from "#db/queries/evidence.ts";

/** A case's evidence in the order it was added, without what was taken out again. Scope is the caller's. */
export async function evidenceOf(
  reader: Reader,
  ctx: Pick<Ctx, "secrets">,
  caseId: string,
): Promise<EvidenceItem[]> {
  const rows = await sealedEvidenceOf(reader, caseId);
  const open = openWith(ctx, caseId, rows[0]?.key ?? null);
  return rows.map(({ key: _, sealedName, ...row }) => ({
    ...row,
    title: open(wordPlaces.title(row.id), row.title) ?? "",
    fileName: open(wordPlaces.fileName(row.documentId), sealedName) ?? "",
  }));
}
