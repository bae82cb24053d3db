import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { consentVersion } from "#app/domain/accounts/consent.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { SignUp, signUp } from "#app/use-cases/accounts/sign-up.server.ts";
import { verifyEmail } from "#app/use-cases/accounts/verify-email.server.ts";
import { sessionOf } from "#db/queries/accounts.ts";
import { consents, emailTokens, memberships, organizations, sessions, users } from "#db/schema/accounts.ts";
import {
  aCreditor,
  aLawyer,
  anAddress,
  anAgency,
  aWorld,
  goodPassword,
  mailTo,
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

const visitor = () => world.ctx(anonymous);
const rowsOf = (email: string) => world.owner.select().from(users).where(eq(users.email, email));

test("signing up opens an account, its organisation and both consents in their version", async () => {
  const input = signUpInput("agency", { organization: "Example Recovery", seat: "US-TX" });
  value(await signUp(visitor(), input));
  const [user] = await rowsOf(input.email);
  expect(user).toMatchObject({ name: input.name, emailVerifiedAt: null, locale: "en" });
  expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);

  const [membership] = await world.owner.select().from(memberships).where(eq(memberships.userId, user.id));
  expect(membership.role).toBe("owner");
  const [organization] = await world.owner
    .select()
    .from(organizations)
    .where(eq(organizations.id, membership.orgId));
  expect(organization).toMatchObject({ kind: "agency", name: "Example Recovery", placeCode: "US-TX" });
  const given = await world.owner.select().from(consents).where(eq(consents.userId, user.id));
  expect(given.map(({ document, version }) => `${document} ${version}`).sort()).toEqual([
    `privacy ${consentVersion}`,
    `terms ${consentVersion}`,
  ]);
});

test("a taken address gets the same answer, no second account, and its owner a mail", async () => {
  const known = await aCreditor(world);
  const answer = await signUp(visitor(), { ...signUpInput("lawyer"), email: known.email });
  const fresh = await signUp(visitor(), signUpInput("lawyer"));
  expect(answer).toEqual(fresh);
  expect(await rowsOf(known.email)).toHaveLength(1);
  expect((await mailTo(world, known.email))?.subject).toBe("You already have an account");
});

test("an address somebody else tried first belongs to whoever can read its mail and knows the last password", async () => {
  const squatter = signUpInput("creditor", { organization: "Squatter" });
  value(await signUp(visitor(), squatter));
  const first = tokenIn(await mailTo(world, squatter.email));
  const rightful = { ...signUpInput("lawyer", { organization: "Rightful" }), email: squatter.email };
  value(await signUp(visitor(), { ...rightful, password: "another walnut bridge" }));

  const knock = { address: anAddress() };
  const old = await verifyEmail(visitor(), { token: first, password: goodPassword, ...knock });
  expect(old).toEqual({ ok: false, error: { kind: "link-over" } });
  const token = tokenIn(await mailTo(world, squatter.email));
  const guessed = await verifyEmail(visitor(), { token, password: goodPassword, ...knock });
  expect(guessed).toEqual({ ok: false, error: { kind: "password-wrong" } });
  const opened = value(await verifyEmail(visitor(), { token, password: "another walnut bridge", ...knock }));
  expect(await sessionOf(world.db, sha256(opened.token))).toMatchObject({
    orgName: "Rightful",
    orgKind: "lawyer",
  });
});

test("a confirmation link works once", async () => {
  const input = signUpInput("creditor");
  value(await signUp(visitor(), input));
  const token = tokenIn(await mailTo(world, input.email));
  const confirm = () => verifyEmail(visitor(), { token, password: goodPassword, address: anAddress() });
  const answers = await Promise.all([confirm(), confirm()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await confirm()).toEqual({ ok: false, error: { kind: "link-over" } });
});

test("a confirmation link ends after 24 hours and leaves no session", async () => {
  const input = signUpInput("creditor");
  value(await signUp(visitor(), input));
  const token = tokenIn(await mailTo(world, input.email));
  const later = (minutes: number) => world.ctx(anonymous, new Date(world.now.getTime() + minutes * 60_000));
  const knock = { token, password: goodPassword, address: anAddress() };
  expect(await verifyEmail(later(24 * 60), knock)).toEqual({ ok: false, error: { kind: "link-over" } });
  const [user] = await rowsOf(input.email);
  expect(await world.owner.select().from(sessions).where(eq(sessions.userId, user.id))).toEqual([]);
  expect((await verifyEmail(later(24 * 60 - 1), knock)).ok).toBe(true);
});

test("links are stored as hashes only", async () => {
  const input = signUpInput("creditor");
  value(await signUp(visitor(), input));
  const token = tokenIn(await mailTo(world, input.email));
  const stored = await world.owner.select().from(emailTokens);
  expect(stored.some(({ tokenHash }) => tokenHash === sha256(token))).toBe(true);
  expect(JSON.stringify(stored)).not.toContain(token);
});

test("one network address opens at most twenty accounts an hour, and the refusal leaves no rows", async () => {
  const address = anAddress();
  const inputs = Array.from({ length: 21 }, () => ({ ...signUpInput("creditor"), address }));
  const answers = [];
  for (const input of inputs) answers.push(await signUp(visitor(), input));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
  const last = answers[20];
  expect(last.ok === false && last.error).toMatchObject({ kind: "too-many" });
  expect(last.ok === false && last.error.retryAfterSeconds).toBeGreaterThan(3000);
  expect(await rowsOf(inputs[20].email)).toEqual([]);
});

test("one mailbox is not flooded from many addresses", async () => {
  const email = `flooded-${process.pid}@example.test`;
  const answers = [];
  for (let at = 0; at < 6; at += 1)
    answers.push(await signUp(visitor(), { ...signUpInput("creditor"), email }));
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
});

test("the form is refused field by field", () => {
  const good = signUpInput("creditor");
  const flaws = (change: Record<string, unknown>) => {
    const parsed = SignUp.safeParse({ ...good, ...change });
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  };
  expect(flaws({})).toEqual([]);
  expect(flaws({ kind: "platform" })).toEqual(["kind: error.choose"]);
  expect(flaws({ email: "no at" })).toEqual(["email: error.email"]);
  expect(flaws({ email: `${"a".repeat(250)}@example.test` })).toEqual(["email: error.email"]);
  expect(flaws({ email: "a@b.test\r\nBcc: c@d.test" })).toEqual(["email: error.email"]);
  expect(flaws({ name: "" })).toEqual(["name: error.required"]);
  expect(flaws({ name: "x".repeat(101) })).toEqual(["name: error.too_long"]);
  expect(flaws({ name: "Eve\u202egnp.exe" })).toEqual(["name: error.characters"]);
  expect(flaws({ password: "short" })).toEqual(["password: error.password_short"]);
  expect(flaws({ password: "Password123" })).toEqual(["password: error.password_guessable"]);
  expect(flaws({ password: "aaaaaaaaaaaa" })).toEqual(["password: error.password_guessable"]);
  expect(flaws({ password: "x1y2".repeat(40) })).toEqual(["password: error.password_long"]);
  expect(flaws({ seat: "US" })).toEqual(["seat: error.choose"]);
  expect(flaws({ seat: "XX-99" })).toEqual(["seat: error.choose"]);
  expect(flaws({ terms: undefined })).toEqual(["terms: error.agree_terms"]);
  expect(flaws({ privacy: "no" })).toEqual(["privacy: error.agree_privacy"]);
  expect(flaws({ organization: undefined })).toEqual(["organization: error.required"]);
});

test("collectors of the tests come licensed through the use-cases", async () => {
  const lawyer = await aLawyer(world, { territory: "US-TX" });
  const chinese = await aLawyer(world, { territory: "CN", seat: "CN-440300" });
  const agency = await anAgency(world, { territory: "US-WA" });
  expect([lawyer, chinese, agency].map(({ actor }) => actor.role)).toEqual(["lawyer", "lawyer", "agency"]);
});
