import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mayTry, type Operation, operations } from "#app/domain/accounts/access.ts";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { readMachineClock } from "#app/gateways/clock.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { totpCode } from "#app/gateways/totp.server.ts";
import { beginSecondFactor, enrolmentOf } from "#app/use-cases/accounts/begin-second-factor.server.ts";
import { confirmSecondFactor } from "#app/use-cases/accounts/confirm-second-factor.server.ts";
import { proveSecondFactor } from "#app/use-cases/accounts/prove-second-factor.server.ts";
import { removeSecondFactor } from "#app/use-cases/accounts/remove-second-factor.server.ts";
import { renewRecoveryCodes } from "#app/use-cases/accounts/renew-recovery-codes.server.ts";
import { signIn } from "#app/use-cases/accounts/sign-in.server.ts";
import { sessionOf } from "#db/queries/accounts.ts";
import { recoveryCodes, users } from "#db/schema/accounts.ts";
import {
  aCreditor,
  anAddress,
  anAdmin,
  aWorld,
  goodPassword,
  mailTo,
  signedInAgain,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const visitor = () => world.ctx(anonymous);

/** A code that has not been used: one step ahead is still accepted. */
async function codeFor(secret: string, steps = 0) {
  const now = await readMachineClock(world.db);
  return totpCode(secret, new Date(now.getTime() + steps * 30_000));
}

/** As if the last accepted code had been long ago. */
const forgetLastStep = (userId: string) =>
  world.owner.update(users).set({ totpLastStep: null }).where(eq(users.id, userId));

async function withSecondFactor() {
  const person = await aCreditor(world);
  const ctx = world.ctx(person.actor);
  const { secret } = value(await beginSecondFactor(ctx));
  const on = value(await confirmSecondFactor(ctx, { code: await codeFor(secret), session: person.session }));
  return { ...person, secret, ...on };
}

async function firstStep(email: string) {
  const { token, needsSecondFactor } = value(
    await signIn(visitor(), { email, password: goodPassword, address: anAddress() }),
  );
  expect(needsSecondFactor).toBe(true);
  return sha256(token);
}

test("the password alone opens nothing once the second factor is on", async () => {
  const { email } = await withSecondFactor();
  const pending = await firstStep(email);
  expect(await sessionOf(world.db, pending)).toBeNull();
});

test("switching it on moves this session to a new token, ends the others, and is told by mail", async () => {
  const person = await aCreditor(world);
  const other = await signedInAgain(world, person);
  const ctx = world.ctx(person.actor);
  const { secret } = value(await beginSecondFactor(ctx));
  expect((await enrolmentOf(ctx))?.uri).toContain(`secret=${secret}`);
  const on = value(await confirmSecondFactor(ctx, { code: await codeFor(secret), session: person.session }));
  expect(await sessionOf(world.db, person.session)).toBeNull();
  expect(await sessionOf(world.db, other.session)).toBeNull();
  expect((await sessionOf(world.db, sha256(on.token)))?.secondFactorAt).toBeInstanceOf(Date);
  expect(new Set(on.recoveryCodes).size).toBe(10);
  expect((await mailTo(world, person.email))?.subject).toBe("The second factor is on");
  expect(await enrolmentOf(ctx)).toBeNull();
});

test("a wrong first code switches nothing on", async () => {
  const person = await aCreditor(world);
  const ctx = world.ctx(person.actor);
  const { secret } = value(await beginSecondFactor(ctx));
  const code = await codeFor(secret, 40);
  const answer = await confirmSecondFactor(ctx, { code, session: person.session });
  expect(answer).toEqual({ ok: false, error: { kind: "code-wrong" } });
  const [row] = await world.owner.select().from(users).where(eq(users.id, person.userId));
  expect(row.totpConfirmedAt).toBeNull();
  expect(await sessionOf(world.db, person.session)).not.toBeNull();
});

test("a code completes the sign-in under a new token, and one step early or late is still right", async () => {
  const person = await withSecondFactor();
  for (const steps of [-1, 0, 1]) {
    await forgetLastStep(person.userId);
    const session = await firstStep(person.email);
    const { token } = value(
      await proveSecondFactor(visitor(), { code: await codeFor(person.secret, steps), session }),
    );
    expect(await sessionOf(world.db, session)).toBeNull();
    expect((await sessionOf(world.db, sha256(token)))?.secondFactorAt).toBeInstanceOf(Date);
  }
});

test("one code opens one session, however often it is sent at once", async () => {
  const person = await withSecondFactor();
  await forgetLastStep(person.userId);
  const code = await codeFor(person.secret);
  const waiting = [
    await firstStep(person.email),
    await firstStep(person.email),
    await firstStep(person.email),
  ];
  const answers = await Promise.all(
    waiting.map((session) => proveSecondFactor(visitor(), { code, session })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.kind]));
  expect(refusals).toEqual(["code-used", "code-used"]);
});

test("a recovery code works once, with or without its hyphen and in either case", async () => {
  const person = await withSecondFactor();
  const [first] = person.recoveryCodes;
  const typed = first.replace("-", " ").toLowerCase();
  expect(
    (await proveSecondFactor(visitor(), { code: typed, session: await firstStep(person.email) })).ok,
  ).toBe(true);
  const again = await proveSecondFactor(visitor(), { code: first, session: await firstStep(person.email) });
  expect(again).toEqual({ ok: false, error: { kind: "code-wrong" } });
});

test("guessing codes stops after six tries, even for the right one", async () => {
  const person = await withSecondFactor();
  const session = await firstStep(person.email);
  for (let at = 0; at < 6; at += 1) {
    await proveSecondFactor(visitor(), { code: await codeFor(person.secret, 50 + at), session });
  }
  const answer = await proveSecondFactor(visitor(), { code: await codeFor(person.secret, 1), session });
  expect(answer).toMatchObject({ ok: false, error: { kind: "too-many" } });
});

test("a first step waits ten minutes for its code and no longer", async () => {
  const person = await withSecondFactor();
  const session = await firstStep(person.email);
  await world.owner.execute(
    sql`update sessions set expires_at = clock_timestamp() where token_hash = ${session}`,
  );
  const answer = await proveSecondFactor(visitor(), { code: await codeFor(person.secret, 1), session });
  expect(answer).toEqual({ ok: false, error: { kind: "no-sign-in" } });
});

test("the secret lies sealed and the recovery codes as MACs", async () => {
  const person = await withSecondFactor();
  const [row] = await world.owner.select().from(users).where(eq(users.id, person.userId));
  expect(row.totpSecret).toMatch(/^v2:/);
  expect(row.totpSecret).not.toContain(person.secret);
  const codes = await world.owner.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.userId));
  expect(codes).toHaveLength(10);
  for (const code of person.recoveryCodes) expect(JSON.stringify(codes)).not.toContain(code.replace("-", ""));
});

test("new recovery codes put the old ones out of use", async () => {
  const person = await withSecondFactor();
  const ctx = world.ctx({ ...person.actor, secondFactor: true });
  const renewed = value(await renewRecoveryCodes(ctx, { code: await codeFor(person.secret, 1) }));
  expect(renewed.recoveryCodes).toHaveLength(10);
  const old = await proveSecondFactor(visitor(), {
    code: person.recoveryCodes[0],
    session: await firstStep(person.email),
  });
  expect(old.ok).toBe(false);
});

test("switching it off needs a code, and leaves neither secret nor recovery codes", async () => {
  const person = await withSecondFactor();
  const ctx = world.ctx({ ...person.actor, secondFactor: true });
  expect(await removeSecondFactor(ctx, { code: "000000" })).toMatchObject({ ok: false });
  value(await removeSecondFactor(ctx, { code: person.recoveryCodes[3] }));
  const [row] = await world.owner.select().from(users).where(eq(users.id, person.userId));
  expect(row).toMatchObject({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null });
  expect(
    await world.owner.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.userId)),
  ).toEqual([]);
});

test("an administrator cannot do without, and without it may do nothing but set it up", async () => {
  const admin = await anAdmin(world);
  const refused = await removeSecondFactor(world.ctx(admin.actor), { code: admin.recoveryCodes[0] });
  expect(refused).toEqual({ ok: false, error: { kind: "required" } });
  const open = (Object.keys(operations) as Operation[]).filter((operation) =>
    mayTry({ ...admin.actor, secondFactor: false }, operation),
  );
  expect(open.sort()).toEqual(["account.own", "account.signIn", "account.signOut", "page.public"]);
});
