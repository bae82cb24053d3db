import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { markRead } from "#db/queries/notifications.ts";
import { transact } from "#db/transact.ts";

export const MarkNotificationsRead = z.object({ notificationId: z.uuid("error.invalid").optional() });

export type MarkRefusal = { kind: "not-allowed" } | { kind: "no-such-notice" };

/** Marks one notice as read and tells where it leads, or all of them. */
export const markNotificationsRead = (
  ctx: Ctx,
  { notificationId }: z.infer<typeof MarkNotificationsRead>,
): Promise<Result<{ href: string | null }, MarkRefusal>> =>
  transact<{ href: string | null }, MarkRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "account.own");
    if (!person) return err({ kind: "not-allowed" });
    const key = { userId: person.userId, id: notificationId ?? null, at: ctx.now };
    const notice = await markRead(tx, key);
    if (notificationId && !notice) return err({ kind: "no-such-notice" });
    return ok({ href: notice?.href ?? null });
  });
