import { personIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { newToken, sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { writeFeed } from "#db/queries/calendar-feeds.ts";
import { transact } from "#db/transact.ts";

/** Makes the secret address of a person's calendar; one they had before ends. The address is given back this once. */
export function makeCalendarAddress(ctx: Ctx): Promise<Result<{ address: string }, { kind: "not-allowed" }>> {
  return transact<{ address: string }, { kind: "not-allowed" }>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "account.own");
    if (!person) return err({ kind: "not-allowed" });
    const token = newToken();
    await writeFeed(tx, { userId: person.userId, tokenHash: sha256(token), createdAt: ctx.now });
    const subject = { subjectKind: "user", subjectId: person.userId } as const;
    await insertAudit(tx, ctx, { operation: "user.calendar_made", ...subject });
    return ok({ address: `${ctx.publicUrl}/calendar/${token}.ics` });
  });
}
