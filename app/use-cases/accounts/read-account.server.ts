import { personIn } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sessionsOf, userById } from "#db/queries/accounts.ts";
import { membershipsOf } from "#db/queries/organizations.ts";
import { recoveryCodesLeft } from "#db/queries/recovery-codes.ts";

/** A person's own account: who they are, where they work, how they sign in. Null when the account is gone. */
export async function readAccount(ctx: Ctx, session: string) {
  const person = personIn(ctx.actor, "account.own");
  const user = person && (await userById(ctx.db, person.userId));
  if (!user) return null;
  const organizations = await membershipsOf(ctx.db, user.id);
  const sessions = await sessionsOf(ctx.db, user.id);
  return {
    name: user.name,
    email: user.email,
    locale: user.locale,
    secondFactorAt: user.totpConfirmedAt,
    secondFactorRequired: organizations.some(({ kind }) => kind === "platform"),
    recoveryCodesLeft: user.totpConfirmedAt ? await recoveryCodesLeft(ctx.db, user.id) : 0,
    organizations: organizations.map((each) => ({ ...each, current: each.orgId === ctx.actor.orgId })),
    sessions: sessions.map(({ tokenHash, ...each }) => ({ ...each, current: tokenHash === session })),
  };
}
