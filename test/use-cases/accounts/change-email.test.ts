import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { confirmEmailChange } from "#app/use-cases/accounts/confirm-email-change.server.ts";
import { requestEmailChange } from "#app/use-cases/accounts/request-email-change.server.ts";
import { requestPasswordReset } from "#app/use-cases/accounts/request-password-reset.server.ts";
import { resetPassword } from "#app/use-cases/accounts/reset-password.server.ts";
import { signUp } from "#app/use-cases/accounts/sign-up.server.ts";
import { users } from "#db/schema/accounts.ts";
import {
  aCreditor,
  anAddress,
  aWorld,
  goodPassword,
  mailTo,
  type Person,
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

let made = 0;
const newAddress = () => `new${++made}-${process.pid}@example.test`;
const request = (person: Person, email: string, password = goodPassword) =>
  requestEmailChange(world.ctx(person.actor), { email, password });
const confirm = (token: string, now = world.now) => confirmEmailChange(world.ctx(anonymous, now), { token });
const emailOf = async (person: Person) =>
  (await world.owner.select().from(users).where(eq(users.id, person.userId)))[0].email;

test("the account moves only when the link at the new address is used, and the old address is told", async () => {
  const person = await aCreditor(world);
  const email = newAddress();
  value(await request(person, email));
  expect(await emailOf(person)).toBe(person.email);
  const token = tokenIn(await mailTo(world, email));
  const answers = await Promise.all([confirm(token), confirm(token)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await emailOf(person)).toBe(email);
  expect((await mailTo(world, person.email))?.body).toContain(email);
});

test("a wrong password sends nothing", async () => {
  const person = await aCreditor(world);
  const email = newAddress();
  expect(await request(person, email, "not it")).toEqual({ ok: false, error: { kind: "password-wrong" } });
  expect(await mailTo(world, email)).toBeNull();
});

test("a taken address gives the same answer; its owner is told and keeps it", async () => {
  const [person, owner] = [await aCreditor(world), await aCreditor(world)];
  expect(await request(person, owner.email)).toEqual(await request(person, newAddress()));
  expect((await mailTo(world, owner.email))?.subject).toBe("You already have an account");
});

test("an address that somebody confirmed in the meantime is refused and nothing moves", async () => {
  const person = await aCreditor(world);
  const email = newAddress();
  value(await request(person, email));
  const token = tokenIn(await mailTo(world, email));
  await aCreditor(world, { email });
  expect(await confirm(token)).toEqual({ ok: false, error: { kind: "address-taken" } });
  expect(await emailOf(person)).toBe(person.email);
});

test("a claim on the address that nobody ever proved gives way to its owner", async () => {
  const person = await aCreditor(world);
  const email = newAddress();
  value(await signUp(world.ctx(anonymous), { ...signUpInput("creditor"), email }));
  value(await request(person, email));
  value(await confirm(tokenIn(await mailTo(world, email))));
  expect(await emailOf(person)).toBe(email);
});

test("the link ends after 24 hours", async () => {
  const person = await aCreditor(world);
  const email = newAddress();
  value(await request(person, email));
  const token = tokenIn(await mailTo(world, email));
  const later = new Date(world.now.getTime() + 24 * 3_600_000);
  expect(await confirm(token, later)).toEqual({ ok: false, error: { kind: "link-over" } });
});

test("a reset link in the old mailbox opens nothing once the account has moved", async () => {
  const person = await aCreditor(world);
  const email = newAddress();
  const address = anAddress();
  value(await requestPasswordReset(world.ctx(anonymous), { email: person.email, address }));
  const token = tokenIn(await mailTo(world, person.email));
  value(await request(person, email));
  value(await confirm(tokenIn(await mailTo(world, email))));
  const reset = { token, password: "eleven quiet harbours", address };
  expect(await resetPassword(world.ctx(anonymous), reset)).toEqual({
    ok: false,
    error: { kind: "link-over" },
  });
});
