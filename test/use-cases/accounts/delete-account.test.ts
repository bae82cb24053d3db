import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { deleteAccount } from "#app/use-cases/accounts/delete-account.server.ts";
import { inviteMember } from "#app/use-cases/accounts/invite-member.server.ts";
import { joinByInvitation } from "#app/use-cases/accounts/join-by-invitation.server.ts";
import { signIn } from "#app/use-cases/accounts/sign-in.server.ts";
import { mails, memberships, notifications, sessions, users } from "#db/schema/accounts.ts";
import { anOpenRound } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  anAddress,
  anAdmin,
  aWorld,
  goodPassword,
  mailTo,
  type Person,
  theAdmin,
  tokenIn,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const remove = (person: Person, password = goodPassword) =>
  deleteAccount(world.ctx(person.actor), { password, confirm: "yes" });
const userOf = async ({ userId }: Person) =>
  (await world.owner.select().from(users).where(eq(users.id, userId)))[0];

test("deleting leaves no name, address, secret, session, mail or notice, and the address is free again", async () => {
  const person = await aLawyer(world);
  value(await remove(person));
  expect(await userOf(person)).toMatchObject({
    email: `deleted-${person.userId}@deleted.invalid`,
    name: "",
    passwordHash: "",
    totpSecret: null,
    deletedAt: world.now,
  });
  const { userId } = person;
  expect(await world.owner.select().from(sessions).where(eq(sessions.userId, userId))).toEqual([]);
  expect(await world.owner.select().from(memberships).where(eq(memberships.userId, userId))).toEqual([]);
  expect(await world.owner.select().from(notifications).where(eq(notifications.userId, userId))).toEqual([]);
  const left = await world.owner.select().from(mails).where(eq(mails.toAddress, person.email));
  expect(left.map(({ subject }) => subject)).toEqual(["Your account is deleted"]);

  const again = { email: person.email, password: goodPassword, address: anAddress() };
  expect(await signIn(world.ctx(anonymous), again)).toEqual({ ok: false, error: { kind: "not-you" } });
  expect((await aCreditor(world, { email: person.email })).userId).not.toBe(userId);
});

test("a wrong password deletes nothing", async () => {
  const person = await aCreditor(world);
  const before = await userOf(person);
  expect(await remove(person, "not it")).toEqual({ ok: false, error: { kind: "password-wrong" } });
  expect(await userOf(person)).toEqual(before);
});

test("the last owner of others' organisation cannot vanish", async () => {
  const owner = await aCreditor(world, { organization: "Example Mills" });
  const email = `colleague-${process.pid}@example.test`;
  value(await inviteMember(world.ctx(owner.actor), { email, role: "member" }));
  const token = tokenIn(await mailTo(world, email));
  const consents = { terms: "yes", privacy: "yes" } as const;
  const joining = { token, name: "Cole League", password: goodPassword, address: anAddress(), ...consents };
  value(await joinByInvitation(world.ctx(anonymous), joining));
  expect(await remove(owner)).toEqual({
    ok: false,
    error: { kind: "last-owner", organization: "Example Mills" },
  });
  expect((await userOf(owner)).deletedAt).toBeNull();
});

test("whoever is the last of an organisation with unfinished cases is told so and stays", async () => {
  const { creditor } = await anOpenRound(world);
  expect(await remove(creditor)).toMatchObject({ ok: false, error: { kind: "open-cases", count: 1 } });
  expect((await userOf(creditor)).deletedAt).toBeNull();
});

test("the platform keeps an administrator", async () => {
  const [one, other] = [await theAdmin(world), await anAdmin(world)];
  value(await remove(other));
  expect(await remove(one)).toMatchObject({ ok: false, error: { kind: "last-owner" } });
});
