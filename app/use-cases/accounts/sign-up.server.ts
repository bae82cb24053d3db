import { z } from "zod";
import { consentVersion } from "#app/domain/accounts/consent.ts";
import {
  AcceptedPrivacy,
  AcceptedTerms,
  EmailAddress,
  Knock,
  NewPassword,
  OrganizationName,
  PersonName,
  Seat,
} from "#app/domain/accounts/fields.ts";
import { newId } from "#app/domain/ids.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { hashPassword } from "#app/gateways/passwords.server.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { issueLink } from "#app/use-cases/issue-link.server.ts";
import { limit } from "#app/use-cases/limit.server.ts";
import { writeMail } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import {
  insertConsents,
  insertUser,
  lockUser,
  type UserRow,
  updateUser,
  userByEmail,
} from "#db/queries/accounts.ts";
import {
  insertMembership,
  insertOrganization,
  membershipsOf,
  updateOrganization,
} from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

export const signUpKinds = ["creditor", "lawyer", "law_firm", "agency"] as const;

/** In the order of the page, so that what is wrong is listed in it. */
export const SignUp = z.object({
  kind: z.enum(signUpKinds, "error.choose"),
  organization: OrganizationName,
  seat: Seat,
  name: PersonName,
  email: EmailAddress,
  password: NewPassword,
  terms: AcceptedTerms,
  privacy: AcceptedPrivacy,
  ...Knock,
});
type Input = z.infer<typeof SignUp>;

/**
 * Opens an account with its organisation and mails the link that confirms the address. Whether the address has
 * an account already is told to its owner by mail and to nobody else: the answer is the same.
 */
export async function signUp(ctx: Ctx, input: Input): Promise<Result<null, TooMany>> {
  const allowed = await limit(ctx, "signUp", [input.address]);
  if (!allowed.ok) return allowed;
  const mailable = await limit(ctx, "mailToAddress", [input.email]);
  if (!mailable.ok) return mailable;

  const passwordHash = await hashPassword(input.password);
  return transact<null, TooMany>(ctx, async (tx) => {
    const id = newId(ctx.now);
    const user = { id, email: input.email, name: input.name, passwordHash, locale: ctx.locale };
    if (await insertUser(tx, { ...user, emailVerifiedAt: null, createdAt: ctx.now })) {
      await found(tx, ctx, id, input);
      await mailLink(tx, ctx, user);
      return ok(null);
    }
    const known = await userByEmail(tx, input.email);
    if (known?.emailVerifiedAt) await tellOwner(tx, ctx, known);
    else if (known) await startOver(tx, ctx, known.id, { ...input, passwordHash });
    return ok(null);
  });
}

async function found(tx: Tx, ctx: Ctx, userId: string, { kind, organization, seat }: Input): Promise<void> {
  const orgId = newId(ctx.now);
  await insertOrganization(tx, { id: orgId, kind, name: organization, placeCode: seat, createdAt: ctx.now });
  await insertMembership(tx, { orgId, userId, role: "owner", createdAt: ctx.now });
  await insertConsents(tx, { userId, version: consentVersion, at: ctx.now });
}

async function mailLink(
  tx: Tx,
  ctx: Ctx,
  { id, email, name }: Pick<UserRow, "id" | "email" | "name">,
): Promise<void> {
  const link = await issueLink(tx, ctx, { userId: id, purpose: "verify_email", email });
  await writeMail(tx, ctx, { to: email, locale: ctx.locale, kind: "verify_email", values: { name, link } });
}

async function tellOwner(tx: Tx, ctx: Ctx, { email, name, locale }: UserRow): Promise<void> {
  const values = { name, link: `${ctx.publicUrl}/sign-in`, resetLink: `${ctx.publicUrl}/forgot-password` };
  await writeMail(tx, ctx, { to: email, locale, kind: "sign_up_existing", values });
}

/** Nobody has proven the address yet, so whoever tries last may; the confirmation asks for their password. */
async function startOver(
  tx: Tx,
  ctx: Ctx,
  userId: string,
  input: Input & { passwordHash: string },
): Promise<void> {
  const user = await lockUser(tx, userId);
  if (!user || user.emailVerifiedAt) return;
  const { name, passwordHash } = input;
  await updateUser(tx, userId, { name, passwordHash, locale: ctx.locale });
  const [own] = await membershipsOf(tx, userId);
  if (own) {
    const { kind, organization, seat } = input;
    await updateOrganization(tx, own.orgId, { kind, name: organization, placeCode: seat });
    await insertConsents(tx, { userId, version: consentVersion, at: ctx.now });
  } else await found(tx, ctx, userId, input);
  await mailLink(tx, ctx, { ...user, name });
}
