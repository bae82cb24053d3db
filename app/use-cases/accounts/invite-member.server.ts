import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { EmailAddress } from "#app/domain/accounts/fields.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { newToken, sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { limit } from "#app/use-cases/limit.server.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import { userByEmail, userById } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertInvitation, membershipOf, organizationOf } from "#db/queries/organizations.ts";
import { memberRoles } from "#db/schema/accounts.ts";
import { transact } from "#db/transact.ts";

export const InviteMember = z.object({ email: EmailAddress, role: z.enum(memberRoles, "error.choose") });

/** `owners-only`: only an owner makes another one. */
export type InviteRefusal =
  | TooMany
  | { kind: "not-allowed" }
  | { kind: "owners-only" }
  | { kind: "already-member" };

const daysOpen = 7;

/** Mails an invitation to work in the actor's organisation; a newer one to the same address replaces it. */
export async function inviteMember(
  ctx: Ctx,
  { email, role }: z.infer<typeof InviteMember>,
): Promise<Result<{ invitationId: string }, InviteRefusal>> {
  const member = memberIn(ctx.actor, "org.invite");
  if (!member) return err({ kind: "not-allowed" });
  if (role === "owner" && ctx.actor.member !== "owner") return err({ kind: "owners-only" });
  const mailable = await limit(ctx, "mailToAddress", [email]);
  if (!mailable.ok) return mailable;

  return transact<{ invitationId: string }, InviteRefusal>(ctx, async (tx) => {
    const organization = await organizationOf(tx, member.orgId);
    const inviter = await userById(tx, member.userId);
    if (!organization || !inviter) return err({ kind: "not-allowed" });
    const known = await userByEmail(tx, email);
    if (known && (await membershipOf(tx, member.orgId, known.id))) return err({ kind: "already-member" });

    const token = newToken();
    const id = newId(ctx.now);
    await insertInvitation(tx, {
      id,
      orgId: member.orgId,
      email,
      role,
      tokenHash: sha256(token),
      invitedBy: member.userId,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + daysOpen * 86_400_000),
    });
    const link = `${ctx.publicUrl}/invitations/${token}`;
    const values = { by: inviter.name, organization: organization.name, link };
    await writeMail(tx, ctx, { to: email, locale: known?.locale ?? ctx.locale, kind: "invitation", values });
    const subject = { subjectKind: "invitation", subjectId: id } as const;
    await insertAudit(tx, ctx, { operation: "invitation.sent", ...subject, details: { role } });
    return ok({ invitationId: id });
  });
}
