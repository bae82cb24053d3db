import { z } from "zod";
import { EmailAddress, NewPassword, PersonName } from "#app/domain/accounts/fields.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { hashPassword } from "#app/gateways/passwords.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { insertUser } from "#db/queries/accounts.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { insertMembership, insertOrganization, platformOrganization } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

export const AppointAdmin = z.object({ email: EmailAddress, name: PersonName, password: NewPassword });

export type AppointRefusal = { kind: "not-allowed" } | { kind: "address-taken" };

/** Opens an administrator's account, from the operator's command line only. It does nothing until a second factor is set up. */
export async function appointAdmin(
  ctx: Ctx,
  { email, name, password }: z.infer<typeof AppointAdmin>,
): Promise<Result<{ userId: string; orgId: string }, AppointRefusal>> {
  if (ctx.actor.role !== "system") return err({ kind: "not-allowed" });
  const passwordHash = await hashPassword(password);
  return transact<{ userId: string; orgId: string }, AppointRefusal>(ctx, async (tx) => {
    const userId = newId(ctx.now);
    const verified = { emailVerifiedAt: ctx.now, createdAt: ctx.now };
    const user = { id: userId, email, name, passwordHash, locale: ctx.locale, ...verified };
    if (!(await insertUser(tx, user))) return err({ kind: "address-taken" });
    const orgId = (await platformOrganization(tx))?.id ?? (await foundPlatform(tx, ctx));
    await insertMembership(tx, { orgId, userId, role: "owner", createdAt: ctx.now });
    await insertAudit(tx, ctx, { operation: "admin.appointed", subjectKind: "user", subjectId: userId });
    return ok({ userId, orgId });
  });
}

/** The platform has a seat in no jurisdiction of the register; its place says so. */
async function foundPlatform(tx: Tx, ctx: Ctx): Promise<string> {
  const id = newId(ctx.now);
  await insertOrganization(tx, { id, kind: "platform", name: "Rung", placeCode: "-", createdAt: ctx.now });
  return id;
}
