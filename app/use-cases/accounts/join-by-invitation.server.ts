import { z } from "zod";
import { consentVersion } from "#app/domain/accounts/consent.ts";
import {
  AcceptedPrivacy,
  AcceptedTerms,
  Knock,
  LinkToken,
  NewPassword,
  PersonName,
} from "#app/domain/accounts/fields.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { hashPassword } from "#app/gateways/passwords.server.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { limit } from "#app/use-cases/limit.server.ts";
import { type OpenedSession, openSession } from "#app/use-cases/open-session.server.ts";
import type { Tx } from "#db/client.ts";
import { insertConsents, insertUser, updateUser, userByEmail } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { dropEmailTokens } from "#db/queries/email-tokens.ts";
import { insertMembership, invitationOf, spendInvitation } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

export const JoinByInvitation = z.object({
  token: LinkToken,
  name: PersonName,
  password: NewPassword,
  terms: AcceptedTerms,
  privacy: AcceptedPrivacy,
  ...Knock,
});
type Input = z.infer<typeof JoinByInvitation>;

/** `has-account`: the invited address has a confirmed account; its owner signs in and accepts. */
export type JoinRefusal = TooMany | { kind: "invitation-over" } | { kind: "has-account" };

/** Opens an account for the invited address, which the link proves, and joins the organisation. */
export async function joinByInvitation(ctx: Ctx, input: Input): Promise<Result<OpenedSession, JoinRefusal>> {
  const allowed = await limit(ctx, "signUp", [input.address]);
  if (!allowed.ok) return allowed;
  const passwordHash = await hashPassword(input.password);

  return transact<OpenedSession, JoinRefusal>(ctx, async (tx) => {
    const invitation = await invitationOf(tx, { tokenHash: sha256(input.token) }, ctx.now);
    if (!invitation || !(await spendInvitation(tx, invitation.id, ctx.now))) {
      return err({ kind: "invitation-over" });
    }
    const { email, orgId, role } = invitation;
    const userId = await provenAccount(tx, ctx, { email, name: input.name, passwordHash });
    if (!userId) return err({ kind: "has-account" });

    await insertConsents(tx, { userId, version: consentVersion, at: ctx.now });
    await insertMembership(tx, { orgId, userId, role, createdAt: ctx.now });
    const actor = { ...ctx.actor, userId, orgId };
    const subject = { subjectKind: "organization", subjectId: orgId } as const;
    await insertAudit(tx, { ...ctx, actor }, { operation: "member.joined", ...subject, details: { role } });
    return ok(await openSession(tx, { id: userId, totpConfirmedAt: null }, { ...input, orgId }));
  });
}

/** A new account, or one that nobody had proven; null when the address is somebody's already. */
async function provenAccount(
  tx: Tx,
  ctx: Ctx,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string },
): Promise<string | null> {
  const id = newId(ctx.now);
  const user = { id, email, name, passwordHash, locale: ctx.locale };
  if (await insertUser(tx, { ...user, emailVerifiedAt: ctx.now, createdAt: ctx.now })) return id;
  const known = await userByEmail(tx, email);
  if (!known || known.emailVerifiedAt) return null;
  await updateUser(tx, known.id, { name, passwordHash, emailVerifiedAt: ctx.now });
  await dropEmailTokens(tx, known.id);
  return known.id;
}
