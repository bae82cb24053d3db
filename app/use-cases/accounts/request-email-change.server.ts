import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { EmailAddress, GivenPassword } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { passwordMatches } from "#app/gateways/passwords.server.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { issueLink } from "#app/use-cases/issue-link.server.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import { userByEmail, userById } from "#db/queries/accounts.ts";
import { transact } from "#db/transact.ts";

export const RequestEmailChange = z.object({ email: EmailAddress, password: GivenPassword });

export type EmailChangeRefusal =
  | TooMany
  | { kind: "not-allowed" }
  | { kind: "password-wrong" }
  | { kind: "same-address" };

/** Mails a link to the new address; until it is used the old one stays. A taken address gives the same answer. */
export async function requestEmailChange(
  ctx: Ctx,
  { email, password }: z.infer<typeof RequestEmailChange>,
): Promise<Result<null, EmailChangeRefusal>> {
  const person = personIn(ctx.actor, "account.own");
  const user = person && (await userById(ctx.db, person.userId));
  if (!user) return err({ kind: "not-allowed" });
  if (user.email === email) return err({ kind: "same-address" });
  const allowed = await limit(ctx, "signIn", [user.email]);
  if (!allowed.ok) return allowed;
  if (!(await passwordMatches(user.passwordHash, password))) return err({ kind: "password-wrong" });
  await forgiveAll(ctx, "signIn", [user.email]);
  const mailable = await limit(ctx, "mailToAddress", [email, user.id]);
  if (!mailable.ok) return mailable;

  return transact<null, EmailChangeRefusal>(ctx, async (tx) => {
    const owner = await userByEmail(tx, email);
    if (owner?.emailVerifiedAt) {
      const links = { link: `${ctx.publicUrl}/sign-in`, resetLink: `${ctx.publicUrl}/forgot-password` };
      const values = { name: owner.name, ...links };
      await writeMail(tx, ctx, { to: email, locale: owner.locale, kind: "sign_up_existing", values });
      return ok(null);
    }
    const link = await issueLink(tx, ctx, { userId: user.id, purpose: "change_email", email });
    const values = { name: user.name, link };
    await writeMail(tx, ctx, { to: email, locale: user.locale, kind: "confirm_new_email", values });
    return ok(null);
  });
}
