import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { OneTimeCode } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { newToken, sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import { type CodeRefusal, issueRecoveryCodes, proveTotp } from "#app/use-cases/prove-code.server.ts";
import { deleteSessionsOf, lockUser, proveSession, updateUser } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { transact } from "#db/transact.ts";

export const ConfirmSecondFactor = z.object({ code: OneTimeCode, session: z.string() });

export type ConfirmFactorRefusal =
  | TooMany
  | CodeRefusal
  | { kind: "not-allowed" }
  | { kind: "already-on" }
  | { kind: "not-begun" };

/** `recoveryCodes` are shown this once. */
export type SecondFactorOn = { token: string; recoveryCodes: string[] };

/** Switches the second factor on with a first code. This session goes on, proven, under a new token; others end. */
export async function confirmSecondFactor(
  ctx: Ctx,
  { code, session }: z.infer<typeof ConfirmSecondFactor>,
): Promise<Result<SecondFactorOn, ConfirmFactorRefusal>> {
  const person = personIn(ctx.actor, "account.own");
  if (!person) return err({ kind: "not-allowed" });
  const allowed = await limit(ctx, "secondFactor", [person.userId]);
  if (!allowed.ok) return allowed;

  const confirmed = await transact<SecondFactorOn, ConfirmFactorRefusal>(ctx, async (tx) => {
    const user = await lockUser(tx, person.userId);
    if (!user) return err({ kind: "not-allowed" });
    if (user.totpConfirmedAt) return err({ kind: "already-on" });
    if (!user.totpSecret) return err({ kind: "not-begun" });
    const right = await proveTotp(tx, ctx, user, code);
    if (!right.ok) return right;

    await updateUser(tx, user.id, { totpConfirmedAt: ctx.now });
    const token = newToken();
    await proveSession(tx, { tokenHash: session, newTokenHash: sha256(token) });
    await deleteSessionsOf(tx, user.id, sha256(token));
    const { email, locale, name } = user;
    await writeMail(tx, ctx, { to: email, locale, kind: "second_factor_on", values: { name } });
    await insertAudit(tx, ctx, {
      operation: "user.second_factor_on",
      subjectKind: "user",
      subjectId: user.id,
    });
    return ok({ token, recoveryCodes: await issueRecoveryCodes(tx, ctx, user.id) });
  });
  if (confirmed.ok) await forgiveAll(ctx, "secondFactor", [person.userId]);
  return confirmed;
}
