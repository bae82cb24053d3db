import { may } from "#app/domain/accounts/access.ts";
import { licenceMoves, licenceState } from "#app/domain/accounts/licence-moves.ts";
import { isId } from "#app/domain/ids.ts";
import { type PageKey, pageOf } from "#app/domain/page-key.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { auditAfter } from "#db/queries/audit.ts";
import { ownPaperOf } from "#db/queries/documents.ts";
import { othersWithNumber } from "#db/queries/licence-upkeep.ts";
import {
  type LicenceStatus,
  licenceQueue,
  licencesByStatus,
  licenceUnderReview,
} from "#db/queries/licences.ts";
import { licenceView } from "./read-licences.server.ts";

const pageSize = 50;

/** One page of the licences at a status, the longest waiting first, with how many stand at each. */
export async function readLicenceQueue(
  ctx: Ctx,
  { status, after }: { status: LicenceStatus; after: PageKey | null },
) {
  if (!may(ctx.actor, "licence.review", "none")) return null;
  const rows = await licenceQueue(ctx.db, { status, after, limit: pageSize + 1 });
  const page = pageOf(rows, pageSize, ({ submittedAt, id }) => ({ at: submittedAt, id }));
  const counts = await licencesByStatus(ctx.db);
  return {
    ...page,
    counts,
    rows: page.rows.map((row) => ({
      ...row,
      state: licenceState(row, ctx.now),
      waitingDays: Math.floor((ctx.now.getTime() - row.submittedAt.getTime()) / 86_400_000),
    })),
  };
}

/** A licence with its holder, its proof, what may be decided and what was decided before. */
export async function readLicenceUnderReview(ctx: Ctx, id: string) {
  if (!may(ctx.actor, "licence.review", "none") || !isId(id)) return null;
  const found = await licenceUnderReview(ctx.db, id);
  if (!found) return null;
  const history = await auditAfter(ctx.db, { after: null, limit: 50, subjectId: id });
  const moves = licenceMoves[found.licence.status];
  const others = await othersWithNumber(ctx.db, found.licence);
  const proof = await ownPaperOf(ctx.db, found.licence.proofDocumentId);
  const print = await ownPaperOf(ctx.db, found.licence.lookUpDocumentId);
  return { ...found, proof, licence: licenceView(found.licence, ctx.now), moves, history, others, print };
}
