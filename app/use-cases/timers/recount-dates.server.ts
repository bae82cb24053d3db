import { may } from "#app/domain/accounts/access.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { enqueue } from "#app/gateways/jobs.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { climberOf } from "#app/use-cases/record-event.server.ts";
import { keepDates } from "#app/use-cases/timers/keep-dates.server.ts";
import { liveCasesAfter, lockCase } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";

/** Cases a job: each is held only while it is recounted. */
const PAGE = 50;

type Page = { packId: string; after: string | null };

/**
 * Counts the dates of a pack's live cases anew after its law has changed, a page of them, and asks for the next page. Done twice
 * it changes nothing the second time, so a worker may die anywhere.
 */
export async function recountDates(
  ctx: Ctx,
  { packId, after }: Page,
): Promise<Result<{ recounted: number }, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "timer.fire", "none")) return err({ kind: "not-allowed" });
  const page = await liveCasesAfter(ctx.db, { packId, after, limit: PAGE });
  for (const caseId of page) await recountCase(ctx, caseId);
  const last = page.at(-1);
  if (!last || page.length < PAGE) return ok({ recounted: page.length });
  return transact<{ recounted: number }, never>(ctx, async (tx) => {
    await enqueue(tx, { task: "recount-dates", payload: { packId, after: last } });
    return ok({ recounted: page.length });
  });
}

const recountCase = (ctx: Ctx, caseId: string) =>
  transact<null, never>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase) return ok(null);
    const pack = packOfCase(await lawBook(tx), kase);
    const climber = await climberOf(tx, kase);
    await keepDates(tx, ctx, kase, { pack, events: await eventsOf(tx, caseId), climber });
    return ok(null);
  });
