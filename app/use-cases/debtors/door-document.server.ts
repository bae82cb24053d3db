import { shownKinds } from "#app/domain/debtors/papers.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { erasureOf } from "#app/use-cases/privacy/erased-documents.server.ts";
import { keepSight, type Visit } from "./door-visit.server.ts";

/** A paper that shows what is owed, as it is on file; null for every other one of the case. Where all were erased, when and by which term. */
export async function doorDocument(visit: Visit, evidenceId: string) {
  const { ctx, kase } = visit;
  const erasure = await erasureOf(ctx.db, kase.caseId);
  if (erasure) return { kind: "erased", erasure } as const;
  const items = await evidenceOf(ctx.db, ctx, kase.caseId);
  const document = items.find(({ id, kind }) => id === evidenceId && shownKinds.has(kind));
  if (!document) return null;
  const bytes = await ctx.documents.get(ctx.db, document.sha256);
  if (!bytes) throw new Error(`Evidence ${evidenceId} is entered and its bytes are missing`);
  await keepSight(visit, "document");
  return { kind: "kept", document, bytes } as const;
}
