import { z } from "zod";
import { GivenPassword, Knock, LinkToken } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { passwordMatches } from "#app/gateways/passwords.server.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { type OpenedSession, openSession } from "#app/use-cases/open-session.server.ts";
import { updateUser } from "#db/queries/accounts.ts";
import { emailTokenOf, spendEmailToken } from "#db/queries/email-tokens.ts";
import { transact } from "#db/transact.ts";

export const VerifyEmail = z.object({ token: LinkToken, password: GivenPassword, ...Knock });

export type VerifyRefusal = TooMany | { kind: "link-over" } | { kind: "password-wrong" };

/**
 * Confirms an address and signs the person in. The password is asked for, so that an account that somebody else
 * opened with this address does not come alive with their password.
 */
export async function verifyEmail(
  ctx: Ctx,
  input: z.infer<typeof VerifyEmail>,
): Promise<Result<OpenedSession, VerifyRefusal>> {
  const key = { purpose: "verify_email", now: ctx.now } as const;
  const found = await emailTokenOf(ctx.db, sha256(input.token), key);
  if (!found) return err({ kind: "link-over" });
  const keys = [input.address, found.user.email];
  const allowed = await limit(ctx, "signIn", keys);
  if (!allowed.ok) return allowed;
  if (!(await passwordMatches(found.user.passwordHash, input.password)))
    return err({ kind: "password-wrong" });

  await forgiveAll(ctx, "signIn", keys);
  return transact<OpenedSession, VerifyRefusal>(ctx, async (tx) => {
    if (!(await spendEmailToken(tx, sha256(input.token), key))) return err({ kind: "link-over" });
    await updateUser(tx, found.user.id, { emailVerifiedAt: ctx.now });
    return ok(await openSession(tx, found.user, input));
  });
}

/** Whether a confirmation link still works, and for which address. */
export async function verifiableEmail(ctx: Ctx, token: string): Promise<{ email: string } | null> {
  if (!LinkToken.safeParse(token).success) return null;
  const found = await emailTokenOf(ctx.db, sha256(token), { purpose: "verify_email", now: ctx.now });
  return found && { email: found.token.email };
}
