import { z } from "zod";
import { EmailAddress, GivenPassword, Knock } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { passwordMatches } from "#app/gateways/passwords.server.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { type OpenedSession, openSession } from "#app/use-cases/open-session.server.ts";
import { userByEmail } from "#db/queries/accounts.ts";
import { transact } from "#db/transact.ts";

export const SignIn = z.object({ email: EmailAddress, password: GivenPassword, ...Knock });

/** `not-you`: no such account, a wrong password, or an address not confirmed yet; it does not say which. */
export type SignInRefusal = TooMany | { kind: "not-you" };

/** Opens a session; where a second factor is set up, the half of one that waits for it. */
export async function signIn(
  ctx: Ctx,
  input: z.infer<typeof SignIn>,
): Promise<Result<OpenedSession, SignInRefusal>> {
  const keys = [input.address, input.email];
  const allowed = await limit(ctx, "signIn", keys);
  if (!allowed.ok) return allowed;

  const user = await userByEmail(ctx.db, input.email);
  const matches = await passwordMatches(user?.passwordHash ?? null, input.password);
  if (!user?.emailVerifiedAt || !matches) return err({ kind: "not-you" });

  await forgiveAll(ctx, "signIn", keys);
  return transact<OpenedSession, SignInRefusal>(ctx, async (tx) => ok(await openSession(tx, user, input)));
}
