import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { enqueueAll } from "#app/gateways/jobs.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { releaseHeldMails } from "#db/queries/notifications.ts";
import { transact } from "#db/transact.ts";

const BATCH = 200;

/** Has mail sent that waited for the end of its reader's quiet hours; answers how many. */
export const releaseMail = (ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> =>
  transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "timer.fire", "none")) return err({ kind: "not-allowed" });
    const ids = await releaseHeldMails(tx, { now: ctx.now, limit: BATCH });
    await enqueueAll(
      tx,
      ids.map((mailId) => ({ task: "send-mail", payload: { mailId } })),
    );
    return ok(ids.length);
  });
