import { z } from "zod";
import { SecondFactorCode } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { newToken, sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { type CodeRefusal, proveCode } from "#app/use-cases/prove-code.server.ts";
import { lockUser, pendingSessionOf, proveSession } from "#db/queries/accounts.ts";
import { transact } from "#db/transact.ts";

/** `session`: the hash of the cookie's token, from the server. */
export const ProveSecondFactor = z.object({ code: SecondFactorCode, session: z.string() });

/** `no-sign-in`: no first step waits here, or it waited too long. */
export type SecondFactorRefusal = TooMany | CodeRefusal | { kind: "no-sign-in" };

/** Completes a sign-in with a code; the session goes on under a new token. */
export async function proveSecondFactor(
  ctx: Ctx,
  { code, session }: z.infer<typeof ProveSecondFactor>,
): Promise<Result<{ token: string }, SecondFactorRefusal>> {
  const pending = await pendingSessionOf(ctx.db, session);
  if (!pending) return err({ kind: "no-sign-in" });
  const allowed = await limit(ctx, "secondFactor", [pending.user.id]);
  if (!allowed.ok) return allowed;

  const proven = await transact<{ token: string }, SecondFactorRefusal>(ctx, async (tx) => {
    const user = await lockUser(tx, pending.user.id);
    if (!user) return err({ kind: "no-sign-in" });
    const right = await proveCode(tx, ctx, user, code);
    if (!right.ok) return right;
    const token = newToken();
    const moved = await proveSession(tx, { tokenHash: session, newTokenHash: sha256(token) });
    return moved ? ok({ token }) : err({ kind: "no-sign-in" });
  });
  if (proven.ok) await forgiveAll(ctx, "secondFactor", [pending.user.id]);
  return proven;
}

/** Whether a first step waits for its code under this cookie. */
export const awaitsSecondFactor = async (ctx: Ctx, session: string): Promise<boolean> =>
  (await pendingSessionOf(ctx.db, session)) !== null;
