import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { endSessions } from "#app/use-cases/accounts/end-sessions.server.ts";
import { signIn } from "#app/use-cases/accounts/sign-in.server.ts";
import { signOut } from "#app/use-cases/accounts/sign-out.server.ts";
import { signUp } from "#app/use-cases/accounts/sign-up.server.ts";
import { sessionOf, touchSession } from "#db/queries/accounts.ts";
import { sessions, users } from "#db/schema/accounts.ts";
import {
  aCreditor,
  anAddress,
  aWorld,
  goodPassword,
  signedInAgain,
  signUpInput,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const visitor = () => world.ctx(anonymous);
const attempt = (email: string, password: string, address = anAddress()) =>
  signIn(visitor(), { email, password, address });
const sessionRows = () => world.owner.select().from(sessions);

test("a wrong password, an unknown address and an unconfirmed one get one answer and open nothing", async () => {
  const { email } = await aCreditor(world);
  const unconfirmed = signUpInput("creditor");
  value(await signUp(visitor(), unconfirmed));
  const before = (await sessionRows()).length;
  const answers = [
    await attempt(email, "not the password"),
    await attempt("nobody@example.test", goodPassword),
    await attempt(unconfirmed.email, goodPassword),
  ];
  for (const answer of answers) expect(answer).toEqual({ ok: false, error: { kind: "not-you" } });
  expect(await sessionRows()).toHaveLength(before);
});

test("signing in opens a session of its own under a token that is stored as its hash only", async () => {
  const creditor = await aCreditor(world, { organization: "Example Mills" });
  const { token } = value(await attempt(creditor.email, goodPassword));
  expect(token).not.toBe(creditor.token);
  expect(await sessionOf(world.db, sha256(token))).toMatchObject({
    userId: creditor.userId,
    orgName: "Example Mills",
    orgKind: "creditor",
    memberRole: "owner",
    secondFactorAt: null,
  });
  expect(JSON.stringify(await sessionRows())).not.toContain(token);
});

test("a password typed with composed or decomposed letters is one password", async () => {
  const input = { ...signUpInput("creditor"), password: "Stra\u00dfen\u00fcberg\u00e4nge" };
  value(await signUp(visitor(), input));
  await world.owner.update(users).set({ emailVerifiedAt: world.now }).where(eq(users.email, input.email));
  expect((await attempt(input.email, input.password.normalize("NFD"))).ok).toBe(true);
});

test("guessing at one account stops after ten tries from anywhere, even for the right password", async () => {
  const { email } = await aCreditor(world);
  for (let at = 0; at < 10; at += 1) await attempt(email, `guess number ${at}`);
  const answer = await attempt(email, goodPassword);
  expect(answer).toMatchObject({ ok: false, error: { kind: "too-many" } });
});

test("guessing from one network address stops after ten tries at whichever accounts", async () => {
  const address = anAddress();
  for (let at = 0; at < 10; at += 1) await attempt(`someone${at}@example.test`, "a guess", address);
  const { email } = await aCreditor(world);
  const answer = await attempt(email, goodPassword, address);
  expect(answer).toMatchObject({ ok: false, error: { kind: "too-many" } });
});

test("a success gives the tries back", async () => {
  const { email } = await aCreditor(world);
  const address = anAddress();
  for (let round = 0; round < 3; round += 1) {
    for (let at = 0; at < 6; at += 1) await attempt(email, "a guess", address);
    expect((await attempt(email, goodPassword, address)).ok).toBe(true);
  }
});

test("a session ends after seven days without use and moves along with use, though not past thirty days", async () => {
  const { session } = await aCreditor(world);
  const set = (text: string) =>
    world.owner.execute(sql.raw(`update sessions set ${text} where token_hash = '${session}'`));
  await set(
    "last_seen_at = clock_timestamp() - interval '6 days', expires_at = clock_timestamp() + interval '1 day'",
  );
  expect((await sessionOf(world.db, session))?.stale).toBe(true);
  await touchSession(world.db, session);
  const row = async () =>
    (await world.owner.select().from(sessions).where(eq(sessions.tokenHash, session)))[0];
  const left = (await row()).expiresAt.getTime() - (await row()).lastSeenAt.getTime();
  expect(left).toBe(7 * 86_400_000);

  await set("created_at = clock_timestamp() - interval '29 days'");
  await touchSession(world.db, session);
  const life = (await row()).expiresAt.getTime() - (await row()).createdAt.getTime();
  expect(life).toBe(30 * 86_400_000);
  await set("expires_at = clock_timestamp()");
  expect(await sessionOf(world.db, session)).toBeNull();
});

test("signing out ends this session and no other", async () => {
  const here = await aCreditor(world);
  const there = await signedInAgain(world, here);
  value(await signOut(world.ctx(here.actor), here.session));
  expect(await sessionOf(world.db, here.session)).toBeNull();
  expect(await sessionOf(world.db, there.session)).not.toBeNull();
});

test("all other sessions can be ended, or all", async () => {
  const here = await aCreditor(world);
  const there = await signedInAgain(world, here);
  value(await endSessions(world.ctx(here.actor), { session: here.session }));
  expect(await sessionOf(world.db, there.session)).toBeNull();
  expect(await sessionOf(world.db, here.session)).not.toBeNull();
  value(await endSessions(world.ctx(here.actor), { session: here.session, all: "yes" }));
  expect(await sessionOf(world.db, here.session)).toBeNull();
});
