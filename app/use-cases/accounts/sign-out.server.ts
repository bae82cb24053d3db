import { ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { deleteSession } from "#db/queries/accounts.ts";
import { transact } from "#db/transact.ts";

/** Ends the session of this cookie, whether it was complete or waited for its second factor. */
export const signOut = (ctx: Ctx, session: string): Promise<Result<null, never>> =>
  transact<null, never>(ctx, async (tx) => {
    await deleteSession(tx, session);
    return ok(null);
  });
