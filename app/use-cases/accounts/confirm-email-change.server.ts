import { z } from "zod";
import { LinkToken } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import { entombUser, setUserEmail, userByEmail } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { dropEmailTokens, emailTokenOf, spendEmailToken } from "#db/queries/email-tokens.ts";
import { transact } from "#db/transact.ts";

export const ConfirmEmailChange = z.object({ token: LinkToken });

/** `address-taken`: somebody opened an account with the address in the meantime. */
export type ConfirmEmailRefusal = { kind: "link-over" } | { kind: "address-taken" };

/** Moves the account to the address that the link proves, and tells the old one. A claim nobody ever proved gives way. */
export async function confirmEmailChange(
  ctx: Ctx,
  { token }: z.infer<typeof ConfirmEmailChange>,
): Promise<Result<null, ConfirmEmailRefusal>> {
  const key = { purpose: "change_email", now: ctx.now } as const;
  return transact<null, ConfirmEmailRefusal>(ctx, async (tx) => {
    const found = await emailTokenOf(tx, sha256(token), key);
    if (!found || !(await spendEmailToken(tx, sha256(token), key))) return err({ kind: "link-over" });
    const { user } = found;
    const email = found.token.email;
    const holder = await userByEmail(tx, email);
    if (holder && !holder.emailVerifiedAt) await entombUser(tx, holder.id, ctx.now);
    if (!(await setUserEmail(tx, user.id, { email, at: ctx.now }))) return err({ kind: "address-taken" });

    await dropEmailTokens(tx, user.id);
    const values = { name: user.name, email };
    await writeMail(tx, ctx, { to: user.email, locale: user.locale, kind: "email_changed", values });
    await insertAudit(tx, ctx, { operation: "user.email_changed", subjectKind: "user", subjectId: user.id });
    return ok(null);
  });
}

/** Whether a link to a new address still works, and which address it proves. */
export async function changeableEmail(ctx: Ctx, token: string): Promise<{ email: string } | null> {
  if (!LinkToken.safeParse(token).success) return null;
  const found = await emailTokenOf(ctx.db, sha256(token), { purpose: "change_email", now: ctx.now });
  return found && { email: found.token.email };
}
