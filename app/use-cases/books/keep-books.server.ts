import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { failureOf } from "#app/gateways/stripe.server.ts";
import { type ComparedAccount, compareAccount } from "#app/use-cases/compare-account.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { accountsToCompare, platformComparedAt } from "#db/queries/reconciliations.ts";

const dayMs = 86_400_000;
const batch = 20;
/** On demand every account is compared; beyond so many the nightly work goes on with the rest. */
const mostAtOnce = 200;

/** Compares the accounts that were not compared for a day; answers how many. */
export async function keepBooks(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "books.keep", "none")) return err({ kind: "not-allowed" });
  return ok(await compareDue(ctx, new Date(ctx.now.getTime() - dayMs), batch));
}

/** Compares every account now, because an admin asks. */
export async function compareNow(
  ctx: Ctx,
): Promise<Result<number, { kind: "not-allowed" } | { kind: "no-provider" }>> {
  if (!may(ctx.actor, "books.compare", "none")) return err({ kind: "not-allowed" });
  if (!ctx.provider) return err({ kind: "no-provider" });
  return ok(await compareDue(ctx, ctx.now, mostAtOnce));
}

/** An account that the provider does not answer for now is left for the next time. */
async function compareDue(ctx: Ctx, since: Date, limit: number): Promise<number> {
  const { provider } = ctx;
  if (!provider) return 0;
  const last = await platformComparedAt(ctx.db);
  const platform: ComparedAccount[] = !last || last <= since ? [{ accountId: null, orgId: null }] : [];
  let done = 0;
  for (const account of [...platform, ...(await accountsToCompare(ctx.db, since, limit))]) {
    try {
      await compareAccount(ctx, provider, account);
      done += 1;
    } catch (error) {
      if (!failureOf(error)) throw error;
    }
  }
  return done;
}
