import { may } from "#app/domain/accounts/access.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { conductWaiting } from "#db/queries/conduct.ts";

const pageSize = 25;

/** Reports of conduct that wait for an administrator, the most pressing first. Names no debtor. */
export async function conductQueue(ctx: Ctx, after: PageKey | null) {
  if (!may(ctx.actor, "conduct.review", "none")) return null;
  const rows = await conductWaiting(ctx.db, { after, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map(({ dueAt, ...row }) => ({
      ...row,
      dueAt: dueAt.toISOString(),
      isLate: dueAt < ctx.now,
    })),
    next: rows.length > pageSize && last ? { at: last.dueAt, id: last.id } : null,
  };
}
