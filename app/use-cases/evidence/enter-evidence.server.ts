import type { Facts } from "#app/domain/law/facts.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { type EvidenceRefusal, keepEvidence, type NewEvidence } from "./keep-evidence.server.ts";

/** Makes a document evidence of a posted case that the caller holds and may add to. The log says so at once. */
export async function enterEvidence(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  item: NewEvidence,
): Promise<Result<{ id: string; documentId: string }, EvidenceRefusal | NotLawful>> {
  const { caseId } = kase;
  const kept = await keepEvidence(tx, ctx, caseId, item);
  if (!kept.ok) return kept;
  const known = factsOf(await eventsOf(tx, caseId));
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "fact_added",
    occurredAt: ctx.now,
    payload: {
      facts: documentFacts(item, kept.value.id, known),
      evidenceIds: [kept.value.id],
      ...(item.replaces ? { refs: { replaces: item.replaces } } : {}),
    },
  });
  return recorded.ok ? ok(kept.value) : recorded;
}

/**
 * What a new document adds to what the law asks for (POL-LADDER-03); an account or contract already there stays, unless this is its newer
 * version.
 */
function documentFacts({ kind, replaces }: NewEvidence, id: string, known: Facts): Facts {
  const itemised = kind === "statement" || kind === "invoice";
  const primary = kind === "contract" || kind === "invoice" || kind === "delivery_proof";
  const { itemisedAccountId, primaryDocumentId } = known.documents ?? {};
  const isOpen = (present: string | null | undefined) => !present || present === replaces;
  return {
    documents: {
      ...(itemised && isOpen(itemisedAccountId) ? { itemisedAccountId: id } : {}),
      ...(primary && isOpen(primaryDocumentId) ? { primaryDocumentId: id } : {}),
    },
  };
}
