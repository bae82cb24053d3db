import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc, eq, sql } from "drizzle-orm";
import { type Actor, anonymous, system } from "#app/domain/accounts/actor.ts";
import type { LicenceKind } from "#app/domain/accounts/licences.ts";
import type { Result } from "#app/domain/result.ts";
import { readClock, readMachineClock } from "#app/gateways/clock.server.ts";
import { documentStoreIn } from "#app/gateways/documents.server.ts";
import { secretsFrom, sha256 } from "#app/gateways/secrets.server.ts";
import { totpCode } from "#app/gateways/totp.server.ts";
import { appointAdmin } from "#app/use-cases/accounts/appoint-admin.server.ts";
import { beginSecondFactor } from "#app/use-cases/accounts/begin-second-factor.server.ts";
import { confirmSecondFactor } from "#app/use-cases/accounts/confirm-second-factor.server.ts";
import { signIn } from "#app/use-cases/accounts/sign-in.server.ts";
import { signUp, type signUpKinds } from "#app/use-cases/accounts/sign-up.server.ts";
import { submitLicence } from "#app/use-cases/accounts/submit-licence.server.ts";
import { verifyEmail } from "#app/use-cases/accounts/verify-email.server.ts";
import { verifyLicence } from "#app/use-cases/accounts/verify-licence.server.ts";
import type { Ctx, Services } from "#app/use-cases/ctx.ts";
import { type ConnectionOptions, connect, type Db } from "#db/client.ts";
import { sessionOf } from "#db/queries/accounts.ts";
import { mails } from "#db/schema/accounts.ts";
import { freshDatabase } from "./database.ts";

export const goodPassword = "seven walnut bridges";

/** A database of its own with the product's services over it; `owner` is the database's owner, who may do anything. */
export type World = {
  services: Services;
  db: Db;
  owner: Db;
  /** Where `db` is connected, for another process's pool. */
  app: ConnectionOptions;
  /** Where its documents lie. */
  folder: string;
  now: Date;
  /** The context of a request by this actor; `now` overrides the world's moment. */
  ctx(actor: Actor, now?: Date): Ctx;
  close(): Promise<void>;
};

export const aWorld = async (): Promise<World> => worldOn(await freshDatabase());

/** The secret of every world: a command that is to read what a test wrote is given it. */
export const worldSecret = "a secret of the tests, long enough to be one";

/** A world over a database that somebody else made. */
export async function worldOn({ owner, app }: Awaited<ReturnType<typeof freshDatabase>>): Promise<World> {
  const [asApp, asOwner] = [connect({ ...app, max: 60 }), connect({ ...owner, max: 4 })];
  const folder = mkdtempSync(join(tmpdir(), "rung-documents-"));
  const secrets = secretsFrom(worldSecret);
  const services: Services = {
    db: asApp.db,
    secrets,
    documents: documentStoreIn(folder, secrets),
    scanner: null,
    provider: null,
    mailServer: null,
    smsProvider: null,
    timeAuthority: null,
    publicUrl: "http://127.0.0.1:3000",
    mode: "demo",
  };
  const world: World = {
    services,
    db: asApp.db,
    owner: asOwner.db,
    app,
    folder,
    now: await readClock(asApp.db),
    ctx: (actor, now = world.now) => ({ ...services, actor, now, locale: "en" }),
    async close() {
      await Promise.all([asApp.close(), asOwner.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}

/** Moves the database's clock, as the demo does, and the world's moment with it. */
export async function passTime(world: World, { days = 0, hours = 0 }: { days?: number; hours?: number }) {
  const ms = Math.round((days * 24 + hours) * 3_600_000);
  await world.owner.execute(sql`insert into clock_offsets (id, offset_ms) values (1, ${ms})
    on conflict (id) do update set offset_ms = clock_offsets.offset_ms + ${ms}`);
  world.now = await readClock(world.db);
}

/** Sets the product's clock to a day whose calendars are on file, whatever the day of the run. */
export const turnTo = (world: World, instant: string) =>
  passTime(world, { hours: (Date.parse(instant) - world.now.getTime()) / 3_600_000 });

/** Somebody signed in: who they are to a use-case, and the cookie's token to a route. */
export type Person = {
  actor: Actor;
  userId: string;
  orgId: string;
  email: string;
  token: string;
  /** Hash of the token: what use-cases call `session`. */
  session: string;
};

export const value = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

let people = 0;

/** A network address that no rate limit has seen. */
export const anAddress = () => `10.${++people % 250}.${Math.floor(people / 250)}.${process.pid % 250}`;

export type Newcomer = { email?: string; name?: string; organization?: string; seat?: string };

export const signUpInput = (kind: (typeof signUpKinds)[number], given: Newcomer = {}) => ({
  kind,
  name: given.name ?? "Ada Example",
  email: given.email ?? `person${++people}-${process.pid}@example.test`,
  password: goodPassword,
  organization: given.organization ?? `Example ${kind} ${people}`,
  seat: given.seat ?? "US-CA",
  terms: "yes" as const,
  privacy: "yes" as const,
  address: anAddress(),
});

/** The newest mail to an address, or of those with such a subject; of several at one moment, the one written last. */
export async function mailTo(world: World, email: string, subject = /./) {
  const written = await world.owner
    .select()
    .from(mails)
    .where(eq(mails.toAddress, email))
    .orderBy(desc(mails.createdAt), desc(mails.id));
  return written.find((mail) => subject.test(mail.subject)) ?? null;
}

/** The token at the end of a mail's first link. */
export function tokenIn(mail: { body: string } | null): string {
  const token = mail?.body.match(/https?:\/\/\S+\/([\w-]{43})(?:\s|$)/)?.[1];
  if (!token) throw new Error(`No link in the mail: ${mail?.body}`);
  return token;
}

async function personBy(world: World, token: string): Promise<Person> {
  const session = sha256(token);
  const row = await sessionOf(world.db, session);
  if (!row?.orgId) throw new Error("The session is not open");
  const role = row.orgKind === "platform" ? "admin" : (row.orgKind ?? "guest");
  const { userId, orgId, email, memberRole: member } = row;
  const actor: Actor = { role, userId, orgId, member, secondFactor: row.secondFactorAt !== null };
  return { actor, userId, orgId, email, token, session };
}

/** Signs up, confirms the address and is signed in: an owner of a new organisation. */
export async function aPerson(
  world: World,
  kind: (typeof signUpKinds)[number],
  given: Newcomer = {},
): Promise<Person> {
  const ctx = world.ctx(anonymous);
  const input = signUpInput(kind, given);
  value(await signUp(ctx, input));
  const token = tokenIn(await mailTo(world, input.email));
  const knock = { password: goodPassword, address: input.address };
  return personBy(world, value(await verifyEmail(ctx, { token, ...knock })).token);
}

export const aCreditor = (world: World, given: Newcomer = {}) => aPerson(world, "creditor", given);

/** Signs in again: another session of the same person. */
export async function signedInAgain(world: World, { email }: Pick<Person, "email">): Promise<Person> {
  const input = { email, password: goodPassword, address: anAddress() };
  return personBy(world, value(await signIn(world.ctx(anonymous), input)).token);
}

/** An administrator with the second factor proven. `secret` makes further codes. */
export async function anAdmin(world: World): Promise<Person & { secret: string; recoveryCodes: string[] }> {
  const email = `admin${++people}-${process.pid}@example.test`;
  value(await appointAdmin(world.ctx(system), { email, name: "Ruth Review", password: goodPassword }));
  const unproven = await signedInAgain(world, { email });
  const ctx = world.ctx(unproven.actor);
  const { secret } = value(await beginSecondFactor(ctx));
  const code = totpCode(secret, await readMachineClock(world.db));
  const on = value(await confirmSecondFactor(ctx, { code, session: unproven.session }));
  return { ...(await personBy(world, on.token)), secret, recoveryCodes: on.recoveryCodes };
}

const admins = new WeakMap<World, ReturnType<typeof anAdmin>>();

/** The world's one administrator, made when first needed. */
export function theAdmin(world: World) {
  const known = admins.get(world) ?? anAdmin(world);
  admins.set(world, known);
  return known;
}

/** A one-page PDF as small as one can be. */
export const aPdf = (name = "proof.pdf", note = "") =>
  new File([`%PDF-1.4\n% ${note}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`], name, {
    type: "application/pdf",
  });

/** A number that looks right for its kind and territory; the ones of the tests belong to nobody. */
export function aLicenceNumber(kind: LicenceKind, territory: string): string {
  const serial = String(++people).padStart(6, "0");
  if (kind === "lawyer_certificate") return `14401201510${serial}`;
  if (kind === "firm_licence") return "31440000MD00000001".slice(0, 12) + serial;
  const digits: Record<string, number> = { "US-NY": 7, "US-TX": 8, "US-IL": 7, "US-NJ": 9 };
  return kind === "bar_admission" ? serial.padStart(digits[territory] ?? 6, "1") : `NMLS-${serial}`;
}

export const licenceInput = (
  world: World,
  { kind, territory, validTo }: { kind: LicenceKind; territory: string; validTo?: string },
) => ({
  kind,
  territory,
  holderName: "Ada Example",
  number: aLicenceNumber(kind, territory),
  issuer: "Register of the tests",
  validFrom: new Date(world.now.getTime() - 700 * 86_400_000).toISOString().slice(0, 10),
  validTo,
  proof: aPdf(),
});

type Licensed = Newcomer & { territory?: string; validTo?: string; kind?: LicenceKind };

/** Files a licence and has the world's admin verify it. */
export async function licensed(
  world: World,
  holder: Person,
  licence: { kind: LicenceKind; territory: string; validTo?: string },
): Promise<string> {
  const filed = value(await submitLicence(world.ctx(holder.actor), licenceInput(world, licence)));
  const admin = await theAdmin(world);
  const checkedOn = world.now.toISOString().slice(0, 10);
  const decision = {
    licenceId: filed.licenceId,
    register: "Register of the tests",
    checkedOn,
    reference: "T-1",
  };
  value(await verifyLicence(world.ctx(admin.actor), decision));
  return filed.licenceId;
}

/** A lawyer with a verified licence: a bar admission in a US state, a certificate in mainland China. */
export async function aLawyer(
  world: World,
  { territory = "US-CA", validTo, ...given }: Licensed = {},
): Promise<Person & { licenceId: string }> {
  const person = await aPerson(world, "lawyer", given);
  const kind = given.kind ?? (territory === "CN" ? "lawyer_certificate" : "bar_admission");
  return { ...person, licenceId: await licensed(world, person, { kind, territory, validTo }) };
}

/** A collection agency licensed in a US state. */
export async function anAgency(
  world: World,
  { territory = "US-CA", validTo, ...given }: Licensed = {},
): Promise<Person & { licenceId: string }> {
  const person = await aPerson(world, "agency", given);
  return {
    ...person,
    licenceId: await licensed(world, person, { kind: "agency_licence", territory, validTo }),
  };
}
