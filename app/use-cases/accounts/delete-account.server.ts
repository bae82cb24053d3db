import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { Confirmed, GivenPassword } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { passwordMatches } from "#app/gateways/passwords.server.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgiveAll, limit } from "#app/use-cases/limit.server.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import { holderLeft } from "#app/use-cases/open-lapse-plans.server.ts";
import type { Tx } from "#db/client.ts";
import { deleteSessionsOf, entombUser, lockUser, userById } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { deleteFeed } from "#db/queries/calendar-feeds.ts";
import { dropEmailTokens } from "#db/queries/email-tokens.ts";
import { deleteMessagesOf } from "#db/queries/notifications.ts";
import {
  abandonOrganization,
  deleteMembership,
  lockOrganization,
  membershipsOf,
  openWorkOf,
  otherMembers,
} from "#db/queries/organizations.ts";
import { replaceRecoveryCodes } from "#db/queries/recovery-codes.ts";
import { transact } from "#db/transact.ts";

export const DeleteAccount = z.object({ password: GivenPassword, confirm: Confirmed });

/** `last-owner`: others work there and nobody else owns it. `open-cases`: nobody would be left to finish them. */
export type DeleteRefusal =
  | TooMany
  | { kind: "not-allowed" }
  | { kind: "password-wrong" }
  | { kind: "last-owner"; organization: string }
  | { kind: "open-cases"; organization: string; count: number };

/** Deletes the person's account. Their acts stay in the records under an id that no longer names anybody. */
export async function deleteAccount(
  ctx: Ctx,
  { password }: z.infer<typeof DeleteAccount>,
): Promise<Result<null, DeleteRefusal>> {
  const person = personIn(ctx.actor, "account.own");
  const user = person && (await userById(ctx.db, person.userId));
  if (!user) return err({ kind: "not-allowed" });
  const allowed = await limit(ctx, "signIn", [user.email]);
  if (!allowed.ok) return allowed;
  if (!(await passwordMatches(user.passwordHash, password))) return err({ kind: "password-wrong" });
  await forgiveAll(ctx, "signIn", [user.email]);

  return transact<null, DeleteRefusal>(ctx, async (tx) => {
    if (!(await lockUser(tx, user.id))) return err({ kind: "not-allowed" });
    const gone = await leaveAll(tx, ctx, user.id);
    if (!gone.ok) return gone;
    await deleteSessionsOf(tx, user.id);
    await dropEmailTokens(tx, user.id);
    await deleteFeed(tx, user.id);
    await replaceRecoveryCodes(tx, user.id, []);
    await deleteMessagesOf(tx, user.id, user.email);
    await entombUser(tx, user.id, ctx.now);
    const { email, locale, name } = user;
    await writeMail(tx, ctx, { to: email, locale, kind: "account_deleted", values: { name } });
    await insertAudit(tx, ctx, { operation: "user.deleted", subjectKind: "user", subjectId: user.id });
    return ok(null);
  });
}

async function leaveAll(tx: Tx, ctx: Ctx, userId: string): Promise<Result<null, DeleteRefusal>> {
  for (const { orgId, name, kind } of await membershipsOf(tx, userId)) {
    await lockOrganization(tx, orgId);
    const alone = (await otherMembers(tx, orgId, userId)) === 0;
    if (alone && kind === "platform") return err({ kind: "last-owner", organization: name });
    const count = alone ? await openWorkOf(tx, orgId) : 0;
    if (count > 0) return err({ kind: "open-cases", organization: name, count });
    const change = await deleteMembership(tx, { orgId, userId });
    if (change === "last-owner") return err({ kind: "last-owner", organization: name });
    await holderLeft(tx, ctx, { orgId, userId });
    if (alone) await abandonOrganization(tx, orgId, ctx.now);
  }
  return ok(null);
}
