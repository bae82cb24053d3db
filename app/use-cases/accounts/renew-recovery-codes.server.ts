import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { OneTimeCode } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { type CodeRefusal, issueRecoveryCodes, proveTotp } from "#app/use-cases/prove-code.server.ts";
import { lockUser } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { transact } from "#db/transact.ts";

export const RenewRecoveryCodes = z.object({ code: OneTimeCode });

export type RenewRefusal = TooMany | CodeRefusal | { kind: "not-allowed" };

/** Replaces all recovery codes after a code of the authenticator; the new ones are shown this once. */
export async function renewRecoveryCodes(
  ctx: Ctx,
  { code }: z.infer<typeof RenewRecoveryCodes>,
): Promise<Result<{ recoveryCodes: string[] }, RenewRefusal>> {
  const person = personIn(ctx.actor, "account.own");
  if (!person) return err({ kind: "not-allowed" });
  const allowed = await limit(ctx, "secondFactor", [person.userId]);
  if (!allowed.ok) return allowed;

  const renewed = await transact<{ recoveryCodes: string[] }, RenewRefusal>(ctx, async (tx) => {
    const user = await lockUser(tx, person.userId);
    if (!user?.totpConfirmedAt) return err({ kind: "not-allowed" });
    const right = await proveTotp(tx, ctx, user, code);
    if (!right.ok) return right;
    const subject = { subjectKind: "user", subjectId: user.id } as const;
    await insertAudit(tx, ctx, { operation: "user.recovery_codes_renewed", ...subject });
    return ok({ recoveryCodes: await issueRecoveryCodes(tx, ctx, user.id) });
  });
  if (renewed.ok) await forgiveAll(ctx, "secondFactor", [person.userId]);
  return renewed;
}
