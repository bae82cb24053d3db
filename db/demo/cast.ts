import { desc, eq } from "drizzle-orm";
import { type Actor, anonymous, system } from "#app/domain/accounts/actor.ts";
import type { LicenceKind } from "#app/domain/accounts/licences.ts";
import { readMachineClock } from "#app/gateways/clock.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { totpCode } from "#app/gateways/totp.server.ts";
import { appointAdmin } from "#app/use-cases/accounts/appoint-admin.server.ts";
import { beginSecondFactor } from "#app/use-cases/accounts/begin-second-factor.server.ts";
import { confirmSecondFactor } from "#app/use-cases/accounts/confirm-second-factor.server.ts";
import { signIn } from "#app/use-cases/accounts/sign-in.server.ts";
import { signUp, type signUpKinds } from "#app/use-cases/accounts/sign-up.server.ts";
import { submitLicence } from "#app/use-cases/accounts/submit-licence.server.ts";
import { verifyEmail } from "#app/use-cases/accounts/verify-email.server.ts";
import { verifyLicence } from "#app/use-cases/accounts/verify-licence.server.ts";
import { sessionOf } from "#db/queries/accounts.ts";
import { licencesOf } from "#db/queries/licences.ts";
import { mails } from "#db/schema/accounts.ts";
import { demoPdf } from "./papers.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

export type Player = { actor: Actor; email: string; organization: string };

type Newcomer = {
  kind: (typeof signUpKinds)[number];
  name: string;
  email: string;
  password: string;
  organization: string;
  seat: string;
};

/** The demo's people knock from addresses of their own: the limit is there for one address that knocks often. */
const addressOf = (email: string) => `demo:${email}`;

/** Signs up, follows the link in the mail and is signed in, as a person would. */
export async function enter(stage: Stage, newcomer: Newcomer): Promise<Player> {
  const ctx = await ctxOf(stage, anonymous);
  value(await signUp(ctx, { ...newcomer, terms: "yes", privacy: "yes", address: addressOf(newcomer.email) }));
  const [mail] = await ctx.db
    .select({ body: mails.body })
    .from(mails)
    .where(eq(mails.toAddress, newcomer.email))
    .orderBy(desc(mails.id))
    .limit(1);
  const token = mail?.body.match(/https?:\/\/\S+\/([\w-]{43})(?:\s|$)/)?.[1];
  if (!token) throw new Error(`No link was mailed to ${newcomer.email}`);
  const session = value(
    await verifyEmail(ctx, { token, password: newcomer.password, address: addressOf(newcomer.email) }),
  );
  return { ...newcomer, actor: await actorBy(stage, session.token) };
}

/** An administrator with the second factor set up; `secret` makes its codes. */
export async function enterAdmin(stage: Stage, person: { name: string; email: string; password: string }) {
  value(await appointAdmin(await ctxOf(stage, system), person));
  const signedIn = value(
    await signIn(await ctxOf(stage, anonymous), { ...person, address: addressOf(person.email) }),
  );
  const ctx = await ctxOf(stage, await actorBy(stage, signedIn.token));
  const { secret } = value(await beginSecondFactor(ctx));
  const code = totpCode(secret, await readMachineClock(ctx.db));
  const proven = value(await confirmSecondFactor(ctx, { code, session: sha256(signedIn.token) }));
  const actor = await actorBy(stage, proven.token);
  return { player: { actor, email: person.email, organization: "Rung" } satisfies Player, secret };
}

async function actorBy({ services: { db } }: Stage, token: string): Promise<Actor> {
  const row = await sessionOf(db, sha256(token));
  if (!row?.orgId) throw new Error("The session is not open");
  const role = row.orgKind === "platform" ? "admin" : (row.orgKind ?? "guest");
  return {
    role,
    userId: row.userId,
    orgId: row.orgId,
    member: row.memberRole,
    secondFactor: row.secondFactorAt !== null,
  };
}

type Licence = { kind: LicenceKind; territory: string; number: string; holderName: string; issuer: string };

/** Files a licence with proof, for an admin to look up. */
export async function fileLicence(stage: Stage, holder: Player, licence: Licence): Promise<string> {
  const ctx = await ctxOf(stage, holder.actor);
  const validFrom = `${ctx.now.getUTCFullYear() - 2}-01-01`;
  const proof = await demoPdf("licence.pdf", `Demo licence ${licence.number}, invented`);
  const filed = value(await submitLicence(ctx, { ...licence, validFrom, validTo: undefined, proof }));
  return filed.licenceId;
}

/** Files a licence and has the admin look it up and verify it. */
export async function license(stage: Stage, holder: Player, admin: Player, licence: Licence): Promise<void> {
  await lookUp(stage, admin, await fileLicence(stage, holder, licence), licence.issuer);
}

async function lookUp(stage: Stage, admin: Player, licenceId: string, issuer: string): Promise<void> {
  const ctx = await ctxOf(stage, admin.actor);
  const checkedOn = ctx.now.toISOString().slice(0, 10);
  value(
    await verifyLicence(ctx, {
      licenceId,
      register: `Demo register of ${issuer}`,
      checkedOn,
      reference: "demo",
    }),
  );
}

/** The admin looks every licence of the holder up again. */
export async function lookUpAgain(stage: Stage, holder: Player, admin: Player): Promise<void> {
  for (const { id, issuer } of await licencesOf(stage.services.db, holder.actor.orgId ?? "")) {
    await lookUp(stage, admin, id, issuer);
  }
}
