import type { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import type { EvidenceKind } from "#app/domain/cases/evidence.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";
import type { AddEvidence } from "./add-draft-evidence.server.ts";
import { type EvidenceRefusal, keepEvidence } from "./keep-evidence.server.ts";

export type AddEvidenceRefusal =
  | { kind: "case-not-found" }
  | { kind: "case-closed" }
  | EvidenceRefusal
  | UploadRefusal
  | NotLawful;

/** Adds a document to a posted case, by its creditor or its engaged collector. The log says so at once. */
export async function addEvidence(
  ctx: Ctx,
  { caseId, kind, title, file }: z.infer<typeof AddEvidence>,
): Promise<Result<null, AddEvidenceRefusal>> {
  const upload = await readUpload(ctx, file);
  if (!upload.ok) return upload;
  return transact<null, AddEvidenceRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const allowed = kase && may(ctx.actor, "evidence.add", relationTo(ctx.actor, kase));
    if (!allowed || !mayKnowDebtor(ctx.actor, kase)) return err({ kind: "case-not-found" });
    if (kase.status === "closed" || kase.status === "refused") return err({ kind: "case-closed" });

    const kept = await keepEvidence(tx, ctx, caseId, {
      kind,
      title: title || upload.value.fileName,
      file: upload.value,
    });
    if (!kept.ok) return kept;
    const known = factsOf(await eventsOf(tx, caseId));
    const recorded = await recordEvent(tx, ctx, kase, {
      type: "fact_added",
      occurredAt: ctx.now,
      payload: { facts: documentFacts(kind, kept.value.id, known), evidenceIds: [kept.value.id] },
    });
    return recorded.ok ? ok(null) : recorded;
  });
}

/** What a new document adds to what the law asks for (POL-LADDER-03); an account or contract already there stays. */
function documentFacts(kind: EvidenceKind, id: string, known: Facts): Facts {
  const itemised = kind === "statement" || kind === "invoice";
  const primary = kind === "contract" || kind === "invoice" || kind === "delivery_proof";
  const { itemisedAccountId, primaryDocumentId } = known.documents ?? {};
  return {
    documents: {
      ...(itemised && !itemisedAccountId ? { itemisedAccountId: id } : {}),
      ...(primary && !primaryDocumentId ? { primaryDocumentId: id } : {}),
    },
  };
}
