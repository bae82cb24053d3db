import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { SecondFactorCode } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import { type CodeRefusal, proveCode } from "#app/use-cases/prove-code.server.ts";
import { lockUser, updateUser } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { membershipsOf } from "#db/queries/organizations.ts";
import { replaceRecoveryCodes } from "#db/queries/recovery-codes.ts";
import { transact } from "#db/transact.ts";

export const RemoveSecondFactor = z.object({ code: SecondFactorCode });

/** `required`: administrators cannot do without. */
export type RemoveFactorRefusal = TooMany | CodeRefusal | { kind: "not-allowed" } | { kind: "required" };

/** Switches the second factor off after a code or a recovery code. */
export async function removeSecondFactor(
  ctx: Ctx,
  { code }: z.infer<typeof RemoveSecondFactor>,
): Promise<Result<null, RemoveFactorRefusal>> {
  const person = personIn(ctx.actor, "account.own");
  if (!person) return err({ kind: "not-allowed" });
  const allowed = await limit(ctx, "secondFactor", [person.userId]);
  if (!allowed.ok) return allowed;

  const removed = await transact<null, RemoveFactorRefusal>(ctx, async (tx) => {
    const user = await lockUser(tx, person.userId);
    if (!user?.totpConfirmedAt) return err({ kind: "not-allowed" });
    const organizations = await membershipsOf(tx, user.id);
    if (organizations.some(({ kind }) => kind === "platform")) return err({ kind: "required" });
    const right = await proveCode(tx, ctx, user, code);
    if (!right.ok) return right;

    await updateUser(tx, user.id, { totpSecret: null, totpConfirmedAt: null, totpLastStep: null });
    await replaceRecoveryCodes(tx, user.id, []);
    const values = { name: user.name, link: `${ctx.publicUrl}/forgot-password` };
    await writeMail(tx, ctx, { to: user.email, locale: user.locale, kind: "second_factor_off", values });
    await insertAudit(tx, ctx, {
      operation: "user.second_factor_off",
      subjectKind: "user",
      subjectId: user.id,
    });
    return ok(null);
  });
  if (removed.ok) await forgiveAll(ctx, "secondFactor", [person.userId]);
  return removed;
}
