import { type EvidenceKind, maxEvidenceItems } from "#app/domain/cases/evidence.ts";
import { newId } from "#app/domain/ids.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sealAbout } from "#app/use-cases/debtor.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { type KeptFile, keepDocument } from "#app/use-cases/keep-document.server.ts";
import type { Tx } from "#db/client.ts";
import { insertEvidence } from "#db/queries/evidence.ts";

/** `replaces`: the item of which this is a newer version; whoever calls has found it on the case and in force. */
export type NewEvidence = { kind: EvidenceKind; title: string; file: KeptFile; replaces?: string };
export type EvidenceRefusal =
  | { kind: "duplicate-evidence"; title: string }
  | { kind: "too-much-evidence"; limit: number };

/** Adds a document to a case or draft that the caller holds. The same bytes are evidence once, whatever their name. */
export async function keepEvidence(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  { kind, title, file, replaces }: NewEvidence,
): Promise<Result<{ id: string; documentId: string }, EvidenceRefusal>> {
  const present = await evidenceOf(tx, ctx, caseId);
  const same = present.find((item) => item.sha256 === sha256(file.bytes));
  if (same) return err({ kind: "duplicate-evidence", title: same.title });
  if (present.length >= maxEvidenceItems) return err({ kind: "too-much-evidence", limit: maxEvidenceItems });

  const document = await keepDocument(tx, ctx, { file, caseId });
  const id = newId(ctx.now);
  await insertEvidence(tx, {
    caseId,
    id,
    documentId: document.id,
    kind,
    title: await sealAbout(tx, ctx, { caseId, place: wordPlaces.title(id) }, title),
    sha256: document.sha256,
    addedBy: ctx.actor.userId,
    addedAt: ctx.now,
    replaces,
  });
  return ok({ id, documentId: document.id });
}
