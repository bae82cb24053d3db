import { type PageKey, pageOf } from "#app/domain/page-key.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { mailsAfter } from "#db/queries/notifications.ts";

const pageSize = 25;

/**
 * The demo's mail, newest first, for everybody: it is where invented people read their confirmations. Null in
 * production, where mail belongs to its reader alone.
 */
export async function readOutbox(ctx: Ctx, { after, to }: { after: PageKey | null; to: string | null }) {
  if (ctx.mode !== "demo") return null;
  const rows = await mailsAfter(ctx.db, { after, limit: pageSize + 1, to });
  return pageOf(rows, pageSize, ({ createdAt, id }) => ({ at: createdAt, id }));
}
