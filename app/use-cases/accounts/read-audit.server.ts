import { may } from "#app/domain/accounts/access.ts";
import { type PageKey, pageOf } from "#app/domain/page-key.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { auditAfter } from "#db/queries/audit.ts";

const pageSize = 50;

/** One page of the audit log, newest first. Null for those who may not read it. */
export async function readAudit(ctx: Ctx, after: PageKey | null) {
  if (!may(ctx.actor, "audit.read", "none")) return null;
  const rows = await auditAfter(ctx.db, { after, limit: pageSize + 1 });
  return pageOf(rows, pageSize, ({ at, id }) => ({ at, id }));
}
