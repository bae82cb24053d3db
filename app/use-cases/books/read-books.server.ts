import { may } from "#app/domain/accounts/access.ts";
import { needsALook } from "#app/domain/payments/reconcile.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lastReconciliations } from "#db/queries/reconciliations.ts";

const mostShown = 500;

/** Every account at the provider beside the books as they were last compared, those that differ first. */
export async function readBooks(ctx: Ctx) {
  if (!may(ctx.actor, "books.read", "none")) return null;
  const rows = await lastReconciliations(ctx.db, mostShown);
  const accounts = rows.map(({ run: { id, accountId, at, sums, findings }, orgName }) => ({
    ...{ id, accountId, at, sums, orgName, findings },
    agrees: !needsALook(findings),
  }));
  return accounts.sort((a, b) => Number(a.agrees) - Number(b.agrees));
}
