import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openOf } from "#app/use-cases/debtor.server.ts";
import { conductDecided } from "#db/queries/conduct.ts";

/** What was found on reports of conduct on a case, the last one first. Reasons may name the debtor, so it is for those who may know; null once erased. */
export async function conductFound(ctx: Ctx, caseId: string) {
  const decided = await conductDecided(ctx.db, caseId);
  if (decided.length === 0) return [];
  const open = await openOf(ctx.db, ctx, caseId);
  return decided.map(({ report: { id, verdict, reasons }, firm }) => ({
    ...{ id, firm, verdict: verdict ?? "upheld" },
    reasons: open(wordPlaces.conduct(id), reasons),
  }));
}
