import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { changePassword } from "#app/use-cases/accounts/change-password.server.ts";
import { requestPasswordReset } from "#app/use-cases/accounts/request-password-reset.server.ts";
import { resetPassword } from "#app/use-cases/accounts/reset-password.server.ts";
import { signIn } from "#app/use-cases/accounts/sign-in.server.ts";
import { signUp } from "#app/use-cases/accounts/sign-up.server.ts";
import { sessionOf } from "#db/queries/accounts.ts";
import { mails, users } from "#db/schema/accounts.ts";
import {
  aCreditor,
  anAddress,
  aWorld,
  goodPassword,
  mailTo,
  signedInAgain,
  signUpInput,
  tokenIn,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const fresh = "eleven quiet harbours";
const visitor = () => world.ctx(anonymous);
const ask = async (email: string) => requestPasswordReset(visitor(), { email, address: anAddress() });
const reset = (token: string, ctx = visitor()) =>
  resetPassword(ctx, { token, password: fresh, address: anAddress() });
const opens = async (email: string, password: string) =>
  (await signIn(visitor(), { email, password, address: anAddress() })).ok;

async function aResetLink(email: string) {
  value(await ask(email));
  return tokenIn(await mailTo(world, email));
}

test("asking for an unknown address gives the same answer and sends nothing", async () => {
  const known = await aCreditor(world);
  const count = async () => (await world.owner.select().from(mails)).length;
  const before = await count();
  expect(await ask("stranger@example.test")).toEqual(await ask(known.email));
  expect(await count()).toBe(before + 1);
});

test("a reset sets the new password, ends every session and tells the owner", async () => {
  const here = await aCreditor(world);
  const there = await signedInAgain(world, here);
  value(await reset(await aResetLink(here.email)));
  expect(await opens(here.email, goodPassword)).toBe(false);
  expect(await opens(here.email, fresh)).toBe(true);
  expect(await sessionOf(world.db, here.session)).toBeNull();
  expect(await sessionOf(world.db, there.session)).toBeNull();
  expect((await mailTo(world, here.email))?.subject).toBe("Your password was changed");
});

test("a reset link works once, also for two at the same moment", async () => {
  const { email } = await aCreditor(world);
  const token = await aResetLink(email);
  const answers = await Promise.all([reset(token), reset(token)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await reset(token)).toEqual({ ok: false, error: { kind: "link-over" } });
});

test("a reset link ends after an hour, and a newer one ends the older", async () => {
  const { email } = await aCreditor(world);
  const old = await aResetLink(email);
  const token = await aResetLink(email);
  expect(await reset(old)).toEqual({ ok: false, error: { kind: "link-over" } });
  const later = world.ctx(anonymous, new Date(world.now.getTime() + 3_600_000));
  expect(await reset(token, later)).toEqual({ ok: false, error: { kind: "link-over" } });
  expect(await opens(email, goodPassword)).toBe(true);
});

test("a confirmation link resets no password", async () => {
  const input = signUpInput("creditor");
  value(await signUp(visitor(), input));
  const token = tokenIn(await mailTo(world, input.email));
  expect(await reset(token)).toEqual({ ok: false, error: { kind: "link-over" } });
});

test("a reset proves the mailbox of an account that was never confirmed", async () => {
  const input = signUpInput("creditor");
  value(await signUp(visitor(), input));
  value(await reset(await aResetLink(input.email)));
  expect(await opens(input.email, fresh)).toBe(true);
});

test("changing the password needs the old one and ends the other sessions", async () => {
  const here = await aCreditor(world);
  const there = await signedInAgain(world, here);
  const change = (password: string) =>
    changePassword(world.ctx(here.actor), { password, newPassword: fresh, session: here.session });
  const [before] = await world.owner.select().from(users).where(eq(users.id, here.userId));
  expect(await change("not the old one")).toEqual({ ok: false, error: { kind: "password-wrong" } });
  const [unchanged] = await world.owner.select().from(users).where(eq(users.id, here.userId));
  expect(unchanged).toEqual(before);

  value(await change(goodPassword));
  expect(await opens(here.email, fresh)).toBe(true);
  expect(await sessionOf(world.db, here.session)).not.toBeNull();
  expect(await sessionOf(world.db, there.session)).toBeNull();
});

test("a session cannot be used to guess the password without end", async () => {
  const { actor, session } = await aCreditor(world);
  const guess = () => changePassword(world.ctx(actor), { password: "a guess", newPassword: fresh, session });
  for (let at = 0; at < 10; at += 1) await guess();
  expect(await guess()).toMatchObject({ ok: false, error: { kind: "too-many" } });
});
