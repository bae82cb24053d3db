import { and, eq, isNull } from "drizzle-orm";
import type { EvidenceKind } from "#app/domain/cases/evidence.ts";
import { newId } from "#app/domain/ids.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sealAbout } from "#app/use-cases/debtor.server.ts";
import { type KeptFile, keepDocument } from "#app/use-cases/keep-document.server.ts";
import type { Tx } from "#db/client.ts";
import { insertEvidence } from "#db/queries/evidence.ts";
import { evidenceItems } from "#db/schema/cases.ts";

export type Proof = { kind: EvidenceKind; file?: KeptFile; evidenceId?: string };

/**
 * The evidence item that proves an event: one already on the case, or the file just handed in. Null when neither
 * is there. The same bytes handed in again are the item they already are.
 */
export async function proofOf(tx: Tx, ctx: Ctx, caseId: string, proof: Proof): Promise<string | null> {
  const known = await knownProof(tx, caseId, proof);
  if (known || !proof.file) return known;
  const { id: documentId, sha256: hash } = await keepDocument(tx, ctx, { file: proof.file, caseId });
  const id = newId(ctx.now);
  await insertEvidence(tx, {
    caseId,
    id,
    documentId,
    kind: proof.kind,
    title: await sealAbout(tx, ctx, { caseId, place: wordPlaces.title(id) }, proof.file.fileName),
    sha256: hash,
    addedBy: ctx.actor.userId,
    addedAt: ctx.now,
  });
  return id;
}

/** The item on the case that this proof already is; null when it is new, or names one that is not there. */
export async function knownProof(
  tx: Tx,
  caseId: string,
  { file, evidenceId }: Pick<Proof, "file" | "evidenceId">,
): Promise<string | null> {
  if (!file && !evidenceId) return null;
  const same = file ? eq(evidenceItems.sha256, sha256(file.bytes)) : eq(evidenceItems.id, evidenceId ?? "");
  const [row] = await tx
    .select({ id: evidenceItems.id })
    .from(evidenceItems)
    .where(and(eq(evidenceItems.caseId, caseId), same, isNull(evidenceItems.removedAt)))
    .limit(1);
  return row?.id ?? null;
}
