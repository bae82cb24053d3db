import { may } from "#app/domain/accounts/access.ts";
import { exceptionKey } from "#app/domain/payments/exceptions.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { bill } from "#app/use-cases/bill.server.ts";
import { duesOf } from "#app/use-cases/case-dues.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { lockCase } from "#db/queries/cases.ts";
import { closeException, openException } from "#db/queries/money-exceptions.ts";
import { platformOrganization } from "#db/queries/organizations.ts";
import { particularsOf, unbilledCharges } from "#db/queries/papers.ts";
import { transact } from "#db/transact.ts";

const page = 50;

/**
 * Bills the platform's charges that are due, case by case, each in a transaction of its own. What cannot be billed, since nothing on file says
 * how it is taxed, waits on the exceptions desk and is tried again. Answers how many papers it issued.
 */
export async function billCharges(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "paper.keep", "none")) return err({ kind: "not-allowed" });
  const platform = await platformOrganization(ctx.db);
  if (!platform || !(await particularsOf(ctx.db, platform.id))) return ok(0);
  let issued = 0;
  for (let after: string | null = null; ; ) {
    const due: string[] = await unbilledCharges(ctx.db, { platformId: platform.id, after, limit: page });
    for (const caseId of due) issued += await billCase(ctx, caseId);
    after = due.at(-1) ?? null;
    if (due.length < page) return ok(issued);
  }
}

async function billCase(ctx: Ctx, caseId: string): Promise<number> {
  const done = await transact<number, never>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase) return ok(0);
    let issued = 0;
    for (const due of await duesOf(tx, ctx, kase)) {
      if (due.what !== "charge" || due.due === due.billed) continue;
      const billed = await bill(tx, ctx, kase, due);
      if (billed.ok) issued += billed.value ? 1 : 0;
      await keepWaiting(tx, ctx, { caseId, amount: due.due, currency: due.currency, waits: !billed.ok });
    }
    return ok(issued);
  });
  return done.ok ? done.value : 0;
}

type Waiting = { caseId: string; amount: bigint; currency: string; waits: boolean };

async function keepWaiting(tx: Tx, { now }: Ctx, { caseId, waits, amount, currency }: Waiting) {
  const key = exceptionKey("unbilled", caseId);
  if (!waits) return closeException(tx, { caseId, key }, { now, by: null });
  const about = { caseId, key, kind: "unbilled" as const, paymentId: null };
  return openException(tx, { ...about, amount, currency, openedAt: now });
}
