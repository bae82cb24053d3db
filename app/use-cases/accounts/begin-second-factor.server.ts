import { personIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { newTotpSecret, totpEnrolment } from "#app/gateways/totp.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockUser, updateUser, userById } from "#db/queries/accounts.ts";
import { transact } from "#db/transact.ts";

export type BeginRefusal = { kind: "not-allowed" } | { kind: "already-on" };

/** Makes a secret for an authenticator app. It counts for nothing until a code made from it is given back. */
export const beginSecondFactor = (ctx: Ctx): Promise<Result<{ secret: string }, BeginRefusal>> =>
  transact<{ secret: string }, BeginRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "account.own");
    const user = person && (await lockUser(tx, person.userId));
    if (!user) return err({ kind: "not-allowed" });
    if (user.totpConfirmedAt) return err({ kind: "already-on" });
    const secret = newTotpSecret();
    const totpSecret = ctx.secrets.seal("totp", secret);
    await updateUser(tx, user.id, { totpSecret, totpLastStep: null });
    return ok({ secret });
  });

export type Enrolment = { secret: string; uri: string; svg: string };

/** The secret that waits to be confirmed, as text, link and QR code; null when none waits. */
export async function enrolmentOf(ctx: Ctx): Promise<Enrolment | null> {
  const person = personIn(ctx.actor, "account.own");
  const user = person && (await userById(ctx.db, person.userId));
  if (!user?.totpSecret || user.totpConfirmedAt) return null;
  const secret = ctx.secrets.unseal("totp", user.totpSecret);
  return { secret, ...(await totpEnrolment(secret, user.email)) };
}
