import { LinkToken } from "#app/domain/accounts/fields.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { userByEmail, userById } from "#db/queries/accounts.ts";
import { invitationOf } from "#db/queries/organizations.ts";

/** What whoever holds the link does next. */
export type InvitationStep = "accept" | "sign-in" | "join" | "for-another";

/** An invitation as its link shows it; null once it is used, revoked or over. */
export async function readInvitation(ctx: Ctx, token: string) {
  if (!LinkToken.safeParse(token).success) return null;
  const invitation = await invitationOf(ctx.db, { tokenHash: sha256(token) }, ctx.now);
  return invitation && { ...invitation, step: await stepFor(ctx, invitation.email) };
}

async function stepFor(ctx: Ctx, email: string): Promise<InvitationStep> {
  const reader = ctx.actor.userId ? await userById(ctx.db, ctx.actor.userId) : null;
  if (reader) return reader.email === email ? "accept" : "for-another";
  const owner = await userByEmail(ctx.db, email);
  return owner?.emailVerifiedAt ? "sign-in" : "join";
}
