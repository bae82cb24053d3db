import { may, memberIn } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { membersOf, openInvitationsOf, organizationOf } from "#db/queries/organizations.ts";

/** The actor's organisation with its people; open invitations only for those who may invite. */
export async function readOrganization(ctx: Ctx) {
  const member = memberIn(ctx.actor, "org.read");
  const organization = member && (await organizationOf(ctx.db, member.orgId));
  if (!organization) return null;
  const mayInvite = may(ctx.actor, "org.invite", "member");
  return {
    ...organization,
    members: (await membersOf(ctx.db, organization.id)).map((each) => ({
      ...each,
      you: each.userId === member.userId,
    })),
    invitations: mayInvite ? await openInvitationsOf(ctx.db, organization.id, ctx.now) : [],
    mayInvite,
    mayManage: may(ctx.actor, "org.manage", "member"),
  };
}
