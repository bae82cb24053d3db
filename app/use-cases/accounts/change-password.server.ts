import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { GivenPassword, NewPassword } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { hashPassword, passwordMatches } from "#app/gateways/passwords.server.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import { deleteSessionsOf, updateUser, userById } from "#db/queries/accounts.ts";
import { dropEmailTokens } from "#db/queries/email-tokens.ts";
import { transact } from "#db/transact.ts";

export const ChangePassword = z.object({
  password: GivenPassword,
  newPassword: NewPassword,
  session: z.string(),
});

export type ChangePasswordRefusal = TooMany | { kind: "not-allowed" } | { kind: "password-wrong" };

/** Sets a new password after the old one; every other session ends. */
export async function changePassword(
  ctx: Ctx,
  { password, newPassword, session }: z.infer<typeof ChangePassword>,
): Promise<Result<null, ChangePasswordRefusal>> {
  const person = personIn(ctx.actor, "account.own");
  const user = person && (await userById(ctx.db, person.userId));
  if (!user) return err({ kind: "not-allowed" });
  const allowed = await limit(ctx, "signIn", [user.email]);
  if (!allowed.ok) return allowed;
  if (!(await passwordMatches(user.passwordHash, password))) return err({ kind: "password-wrong" });

  await forgiveAll(ctx, "signIn", [user.email]);
  const passwordHash = await hashPassword(newPassword);
  return transact<null, ChangePasswordRefusal>(ctx, async (tx) => {
    await updateUser(tx, user.id, { passwordHash });
    await dropEmailTokens(tx, user.id, "reset_password");
    await deleteSessionsOf(tx, user.id, session);
    const values = { name: user.name, link: `${ctx.publicUrl}/forgot-password` };
    await writeMail(tx, ctx, { to: user.email, locale: user.locale, kind: "password_changed", values });
    return ok(null);
  });
}
