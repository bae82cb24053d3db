import { z } from "zod";
import { EmailAddress, Knock } from "#app/domain/accounts/fields.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { issueLink } from "#app/use-cases/issue-link.server.ts";
import { limit } from "#app/use-cases/limit.server.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import { userByEmail } from "#db/queries/accounts.ts";
import { transact } from "#db/transact.ts";

export const RequestPasswordReset = z.object({ email: EmailAddress, ...Knock });

/** Mails a link to choose a new password where there is an account. The answer is the same for every address. */
export async function requestPasswordReset(
  ctx: Ctx,
  { email, address }: z.infer<typeof RequestPasswordReset>,
): Promise<Result<null, TooMany>> {
  const allowed = await limit(ctx, "signUp", [address]);
  if (!allowed.ok) return allowed;
  const mailable = await limit(ctx, "mailToAddress", [email]);
  if (!mailable.ok) return mailable;

  return transact<null, TooMany>(ctx, async (tx) => {
    const user = await userByEmail(tx, email);
    if (!user) return ok(null);
    const link = await issueLink(tx, ctx, { userId: user.id, purpose: "reset_password", email });
    const values = { name: user.name, link };
    await writeMail(tx, ctx, { to: email, locale: user.locale, kind: "reset_password", values });
    return ok(null);
  });
}
