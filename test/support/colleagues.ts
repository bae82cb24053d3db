import { anonymous } from "#app/domain/accounts/actor.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { inviteMember } from "#app/use-cases/accounts/invite-member.server.ts";
import { joinByInvitation } from "#app/use-cases/accounts/join-by-invitation.server.ts";
import { sessionOf } from "#db/queries/accounts.ts";
import { anAddress, goodPassword, mailTo, type Person, tokenIn, value, type World } from "./world.ts";

let made = 0;

/** Somebody who joined the owner's organisation by invitation, with an actor to act as. */
export async function aColleagueOf(
  world: World,
  owner: Person,
  role: "owner" | "manager" | "member" = "member",
): Promise<Person> {
  const email = `works-with-${++made}-${process.pid}@example.test`;
  value(await inviteMember(world.ctx(owner.actor), { email, role }));
  const invitation = {
    token: tokenIn(await mailTo(world, email)),
    name: "Cole League",
    password: goodPassword,
    terms: "yes" as const,
    privacy: "yes" as const,
    address: anAddress(),
  };
  const { token } = value(await joinByInvitation(world.ctx(anonymous), invitation));
  const session = sha256(token);
  const { userId = "" } = (await sessionOf(world.db, session)) ?? {};
  return { ...owner, email, token, session, userId, actor: { ...owner.actor, userId, member: role } };
}
