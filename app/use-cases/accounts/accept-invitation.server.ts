import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { LinkToken } from "#app/domain/accounts/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { holderBack } from "#app/use-cases/open-lapse-plans.server.ts";
import { setSessionOrg, userById } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertMembership, invitationOf, spendInvitation } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

/** By the link of the mail, or by id from the home page of whoever owns the address. */
export const AcceptInvitation = z.union([
  z.object({ token: LinkToken, session: z.string() }),
  z.object({ invitationId: z.uuid("error.invalid"), session: z.string() }),
]);

/** `for-another`: the signed-in account has another address than the one invited. */
export type AcceptRefusal = { kind: "not-allowed" } | { kind: "invitation-over" } | { kind: "for-another" };

/** Joins an organisation with the account that is signed in, and goes on working in it. */
export const acceptInvitation = (
  ctx: Ctx,
  input: z.infer<typeof AcceptInvitation>,
): Promise<Result<{ orgId: string }, AcceptRefusal>> =>
  transact<{ orgId: string }, AcceptRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "account.own");
    const user = person && (await userById(tx, person.userId));
    if (!user) return err({ kind: "not-allowed" });
    const key = "token" in input ? { tokenHash: sha256(input.token) } : { id: input.invitationId };
    const invitation = await invitationOf(tx, key, ctx.now);
    if (!invitation) return err({ kind: "invitation-over" });
    if (invitation.email !== user.email) {
      return err({ kind: "token" in input ? "for-another" : "invitation-over" });
    }
    if (!(await spendInvitation(tx, invitation.id, ctx.now))) return err({ kind: "invitation-over" });

    const { orgId, role } = invitation;
    await insertMembership(tx, { orgId, userId: user.id, role, createdAt: ctx.now });
    await holderBack(tx, ctx, { orgId, userId: user.id });
    await setSessionOrg(tx, input.session, orgId);
    const subject = { subjectKind: "organization", subjectId: orgId } as const;
    await insertAudit(tx, ctx, { operation: "member.joined", ...subject, details: { role } });
    return ok({ orgId });
  });
