import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { deleteSessionsOf } from "#db/queries/accounts.ts";
import { transact } from "#db/transact.ts";

/** `all` ends this session too; otherwise it stays. */
export const EndSessions = z.object({ all: z.literal("yes").optional(), session: z.string() });

/** Signs the person out elsewhere, or everywhere. */
export const endSessions = (
  ctx: Ctx,
  { all, session }: z.infer<typeof EndSessions>,
): Promise<Result<null, { kind: "not-allowed" }>> =>
  transact<null, { kind: "not-allowed" }>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "account.own");
    if (!person) return err({ kind: "not-allowed" });
    await deleteSessionsOf(tx, person.userId, all ? undefined : session);
    return ok(null);
  });
