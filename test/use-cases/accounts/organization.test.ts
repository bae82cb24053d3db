import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { acceptInvitation } from "#app/use-cases/accounts/accept-invitation.server.ts";
import { changeMemberRole } from "#app/use-cases/accounts/change-member-role.server.ts";
import { inviteMember } from "#app/use-cases/accounts/invite-member.server.ts";
import { joinByInvitation } from "#app/use-cases/accounts/join-by-invitation.server.ts";
import { leaveOrganization } from "#app/use-cases/accounts/leave-organization.server.ts";
import { readHome } from "#app/use-cases/accounts/read-home.server.ts";
import { readInvitation } from "#app/use-cases/accounts/read-invitation.server.ts";
import { removeMember } from "#app/use-cases/accounts/remove-member.server.ts";
import { revokeInvitation } from "#app/use-cases/accounts/revoke-invitation.server.ts";
import { switchOrganization } from "#app/use-cases/accounts/switch-organization.server.ts";
import { sessionOf } from "#db/queries/accounts.ts";
import { auditEntries, invitations, memberships, users } from "#db/schema/accounts.ts";
import { aColleagueOf } from "#test/support/colleagues.ts";
import {
  aCreditor,
  anAddress,
  aPerson,
  aWorld,
  goodPassword,
  mailTo,
  type Person,
  tokenIn,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

type MemberRole = "owner" | "manager" | "member";
let made = 0;
const someAddress = () => `colleague${++made}-${process.pid}@example.test`;
const visitor = (now = world.now) => world.ctx(anonymous, now);

async function invited(by: Person, email: string, role: MemberRole = "member") {
  value(await inviteMember(world.ctx(by.actor), { email, role }));
  return tokenIn(await mailTo(world, email));
}

const join = (token: string, now = world.now) =>
  joinByInvitation(visitor(now), {
    token,
    name: "Cole League",
    password: goodPassword,
    terms: "yes",
    privacy: "yes",
    address: anAddress(),
  });

const aColleague = (owner: Person, role: MemberRole = "member") => aColleagueOf(world, owner, role);

const membersOf = (orgId: string) =>
  world.owner.select().from(memberships).where(eq(memberships.orgId, orgId));

test("an invited address without an account joins with one that the link has proven", async () => {
  const owner = await aCreditor(world, { organization: "Example Mills" });
  const email = someAddress();
  const token = await invited(owner, email, "manager");
  expect(await readInvitation(visitor(), token)).toMatchObject({
    organization: "Example Mills",
    role: "manager",
    step: "join",
  });
  const opened = value(await join(token));
  expect(await sessionOf(world.db, sha256(opened.token))).toMatchObject({
    email,
    orgName: "Example Mills",
    memberRole: "manager",
  });
  const [user] = await world.owner.select().from(users).where(eq(users.email, email));
  expect(user.emailVerifiedAt).toEqual(world.now);
});

test("an invitation works once, for two at the same moment too", async () => {
  const owner = await aCreditor(world);
  const token = await invited(owner, someAddress());
  const answers = await Promise.all([join(token), join(token)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await join(token)).toEqual({ ok: false, error: { kind: "invitation-over" } });
  expect(await membersOf(owner.orgId)).toHaveLength(2);
});

test("an invitation ends after seven days, by being taken back, and by a newer one", async () => {
  const owner = await aCreditor(world);
  const email = someAddress();
  const first = await invited(owner, email);
  const second = await invited(owner, email);
  expect(await join(first)).toMatchObject({ ok: false });
  const later = new Date(world.now.getTime() + 7 * 86_400_000);
  expect(await join(second, later)).toEqual({ ok: false, error: { kind: "invitation-over" } });
  const [open] = await world.owner
    .select()
    .from(invitations)
    .where(and(eq(invitations.orgId, owner.orgId), eq(invitations.tokenHash, sha256(second))));
  value(await revokeInvitation(world.ctx(owner.actor), { invitationId: open.id }));
  expect(await join(second)).toEqual({ ok: false, error: { kind: "invitation-over" } });
  expect(await membersOf(owner.orgId)).toHaveLength(1);
});

test("only the account of the invited address can accept, by link or from its home page", async () => {
  const [owner, guest, stranger] = [await aCreditor(world), await aCreditor(world), await aCreditor(world)];
  const token = await invited(owner, guest.email);
  const accept = (person: Person) =>
    acceptInvitation(world.ctx(person.actor), { token, session: person.session });
  expect(await accept(stranger)).toEqual({ ok: false, error: { kind: "for-another" } });
  const id = (await readHome(world.ctx(guest.actor)))?.invitations[0].id ?? "";
  const stolen = { invitationId: id, session: stranger.session };
  expect(await acceptInvitation(world.ctx(stranger.actor), stolen)).toMatchObject({ ok: false });
  expect(await join(token)).toEqual({ ok: false, error: { kind: "has-account" } });

  value(await acceptInvitation(world.ctx(guest.actor), { invitationId: id, session: guest.session }));
  expect(await sessionOf(world.db, guest.session)).toMatchObject({
    orgId: owner.orgId,
    memberRole: "member",
  });
});

test("members invite nobody, managers no owners, and nobody somebody who is there", async () => {
  const owner = await aCreditor(world);
  const [member, manager] = [await aColleague(owner), await aColleague(owner, "manager")];
  const invite = (by: Person, role: MemberRole, email = someAddress()) =>
    inviteMember(world.ctx(by.actor), { email, role });
  expect(await invite(member, "member")).toEqual({ ok: false, error: { kind: "not-allowed" } });
  expect(await invite(manager, "owner")).toEqual({ ok: false, error: { kind: "owners-only" } });
  expect(await invite(manager, "manager")).toMatchObject({ ok: true });
  const there = await invite(owner, "member", member.email);
  expect(there).toEqual({ ok: false, error: { kind: "already-member" } });
});

test("roles are the owners' to change, in their own organisation only", async () => {
  const [owner, stranger] = [await aCreditor(world), await aCreditor(world)];
  const colleague = await aColleague(owner);
  const change = (by: Person) =>
    changeMemberRole(world.ctx(by.actor), { userId: colleague.userId, role: "owner" });
  expect(await change(colleague)).toEqual({ ok: false, error: { kind: "not-allowed" } });
  expect(await change(stranger)).toEqual({ ok: false, error: { kind: "not-a-member" } });
  value(await change(owner));
  expect((await sessionOf(world.db, colleague.session))?.memberRole).toBe("owner");
});

test("the last owner can neither step down nor go while others work there", async () => {
  const owner = await aCreditor(world);
  const colleague = await aColleague(owner);
  const down = { userId: owner.userId, role: "member" } as const;
  expect(await changeMemberRole(world.ctx(owner.actor), down)).toEqual({
    ok: false,
    error: { kind: "last-owner" },
  });
  const left = await leaveOrganization(world.ctx(owner.actor), { session: owner.session });
  expect(left).toEqual({ ok: false, error: { kind: "last-owner" } });
  value(await changeMemberRole(world.ctx(owner.actor), { userId: colleague.userId, role: "owner" }));
  value(await leaveOrganization(world.ctx(owner.actor), { session: owner.session }));
  expect(await sessionOf(world.db, owner.session)).toMatchObject({ orgId: null });
});

test("of two owners who leave at the same moment one stays", async () => {
  for (let round = 0; round < 5; round += 1) {
    const first = await aCreditor(world);
    const second = await aColleague(first, "owner");
    await aColleague(first);
    const answers = await Promise.all(
      [first, second].map(({ actor, session }) => leaveOrganization(world.ctx(actor), { session })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const owners = (await membersOf(first.orgId)).filter(({ role }) => role === "owner");
    expect(owners).toHaveLength(1);
  }
});

test("of two owners who make each other a member at the same moment one stays an owner", async () => {
  for (let round = 0; round < 5; round += 1) {
    const first = await aCreditor(world);
    const second = await aColleague(first, "owner");
    const demote = (by: Person, other: Person) =>
      changeMemberRole(world.ctx(by.actor), { userId: other.userId, role: "member" });
    const answers = await Promise.all([demote(first, second), demote(second, first)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  }
});

test("who is removed loses the organisation with the next request", async () => {
  const owner = await aCreditor(world);
  const colleague = await aColleague(owner);
  expect(await removeMember(world.ctx(colleague.actor), { userId: owner.userId })).toMatchObject({
    ok: false,
  });
  value(await removeMember(world.ctx(owner.actor), { userId: colleague.userId }));
  expect(await sessionOf(world.db, colleague.session)).toMatchObject({ orgId: null, memberRole: null });
  const trail = await world.owner
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, colleague.userId));
  expect(trail.map(({ operation, actorUserId }) => [operation, actorUserId])).toEqual([
    ["member.removed", owner.userId],
  ]);
});

test("a person of two organisations works in one at a time, and only in their own", async () => {
  const owner = await aCreditor(world, { organization: "First" });
  const guest = await aPerson(world, "agency", { organization: "Second" });
  const token = await invited(owner, guest.email);
  value(await acceptInvitation(world.ctx(guest.actor), { token, session: guest.session }));
  const go = (orgId: string) => switchOrganization(world.ctx(guest.actor), { orgId, session: guest.session });
  value(await go(guest.orgId));
  expect(await sessionOf(world.db, guest.session)).toMatchObject({ orgName: "Second", orgKind: "agency" });
  const elsewhere = await aCreditor(world);
  expect(await go(elsewhere.orgId)).toEqual({ ok: false, error: { kind: "not-a-member" } });
});
