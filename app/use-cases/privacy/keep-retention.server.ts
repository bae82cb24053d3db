import { may } from "#app/domain/accounts/access.ts";
import { system } from "#app/domain/accounts/actor.ts";
import type { Erasable } from "#app/domain/privacy/may-erase.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { instantAt } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { lockCase } from "#db/queries/cases.ts";
import { keysToLookAt, lookAgain } from "#db/queries/erasure.ts";
import { transact } from "#db/transact.ts";
import { erasePerson } from "./erase-person.server.ts";
import { erasureStanding } from "./erasure-standing.server.ts";

/** Cases a batch, each in a transaction of its own. */
const batch = 20;
const day = 86_400_000;

/**
 * Erases the debtors whose terms have all ended, some at a time. Each case says itself when it is next to be looked at: one that is open, or is
 * still needed for something else, in a day; one whose term runs, when that ends.
 */
export async function keepRetention(
  ctx: Ctx,
  { limit = batch }: { limit?: number } = {},
): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "erasure.keep", "none")) return err({ kind: "not-allowed" });
  let looked = 0;
  while (looked < limit && (await lookAtNext(ctx))) looked += 1;
  return ok(looked);
}

async function lookAtNext(ctx: Ctx): Promise<boolean> {
  const done = await transact<boolean, never>(ctx, async (tx) => {
    const [next] = await keysToLookAt(tx, ctx.now, 1);
    if (!next) return ok(false);
    await lookAt(tx, ctx, next.caseId);
    return ok(true);
  });
  return done.ok && done.value;
}

async function lookAt(tx: Tx, ctx: Ctx, caseId: string): Promise<void> {
  const kase = await lockCase(tx, system, caseId);
  const isOver = kase?.status === "closed" || kase?.status === "refused";
  if (!kase || !isOver) return lookAgain(tx, caseId, new Date(ctx.now.getTime() + day));
  const standing = await erasureStanding(tx, ctx, kase);
  const { allowed, longest } = standing;
  if (allowed && longest) return erasePerson(tx, ctx, kase, { rule: longest.row.id, why: "term" });
  return lookAgain(tx, caseId, nextLook(standing, ctx.now));
}

/** When the longest term ends where the debtor lives; tomorrow where something else is in the way, for nobody knows how long that takes. */
function nextLook({ longest, zone }: Erasable & { zone: string }, now: Date): Date {
  const tomorrow = new Date(now.getTime() + day);
  const ends = longest && instantAt(zone, longest.endedOn, "00:00");
  return ends && ends > tomorrow ? ends : tomorrow;
}
