import { may } from "#app/domain/accounts/access.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { textsWaiting } from "#db/queries/texts.ts";

const pageSize = 25;

/** Texts that wait for a reader, the longest waiting first; the words themselves are on their own page. */
export async function textQueue(ctx: Ctx, after: PageKey | null) {
  if (!may(ctx.actor, "text.review", "none")) return null;
  const rows = await textsWaiting(ctx.db, { after, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > pageSize && last ? { at: last.askedAt, id: last.id } : null,
  };
}
