import { personIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { deleteFeed } from "#db/queries/calendar-feeds.ts";
import { transact } from "#db/transact.ts";

/** Ends the address of a person's calendar. Ending it twice changes nothing the second time. */
export function endCalendarAddress(ctx: Ctx): Promise<Result<null, { kind: "not-allowed" }>> {
  return transact<null, { kind: "not-allowed" }>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "account.own");
    if (!person) return err({ kind: "not-allowed" });
    const subject = { subjectKind: "user", subjectId: person.userId } as const;
    if (await deleteFeed(tx, person.userId))
      await insertAudit(tx, ctx, { operation: "user.calendar_ended", ...subject });
    return ok(null);
  });
}
