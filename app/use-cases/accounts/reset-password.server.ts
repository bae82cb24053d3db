import { z } from "zod";
import { Knock, LinkToken, NewPassword } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { hashPassword } from "#app/gateways/passwords.server.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import { deleteSessionsOf, updateUser } from "#db/queries/accounts.ts";
import { dropEmailTokens, emailTokenOf, spendEmailToken } from "#db/queries/email-tokens.ts";
import { transact } from "#db/transact.ts";

export const ResetPassword = z.object({ token: LinkToken, password: NewPassword, ...Knock });

export type ResetRefusal = TooMany | { kind: "link-over" };

/** Sets a new password by the link from the mail and ends every session. The second factor stays as it was. */
export async function resetPassword(
  ctx: Ctx,
  { token, password, address }: z.infer<typeof ResetPassword>,
): Promise<Result<null, ResetRefusal>> {
  const allowed = await limit(ctx, "signIn", [address]);
  if (!allowed.ok) return allowed;
  const key = { purpose: "reset_password", now: ctx.now } as const;
  const found = await emailTokenOf(ctx.db, sha256(token), key);
  if (!found) return err({ kind: "link-over" });

  const passwordHash = await hashPassword(password);
  const { id, email, name, locale } = found.user;
  const reset = await transact<null, ResetRefusal>(ctx, async (tx) => {
    if (!(await spendEmailToken(tx, sha256(token), key))) return err({ kind: "link-over" });
    const emailVerifiedAt = found.user.emailVerifiedAt ?? ctx.now;
    await updateUser(tx, id, { passwordHash, emailVerifiedAt });
    await dropEmailTokens(tx, id);
    await deleteSessionsOf(tx, id);
    const values = { name, link: `${ctx.publicUrl}/forgot-password` };
    await writeMail(tx, ctx, { to: email, locale, kind: "password_changed", values });
    return ok(null);
  });
  if (reset.ok) await forgiveAll(ctx, "signIn", [address, email]);
  return reset;
}

/** Whether a link to a new password still works. */
export async function passwordResettable(ctx: Ctx, token: string): Promise<boolean> {
  if (!LinkToken.safeParse(token).success) return false;
  return (await emailTokenOf(ctx.db, sha256(token), { purpose: "reset_password", now: ctx.now })) !== null;
}
