import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { OrganizationName, Seat } from "#app/domain/accounts/fields.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { setSessionOrg } from "#db/queries/accounts.ts";
import { insertMembership, insertOrganization } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

export const FoundOrganization = z.object({
  kind: z.enum(["creditor", "lawyer", "law_firm", "agency"], "error.choose"),
  organization: OrganizationName,
  seat: Seat,
  session: z.string(),
});

/** Gives a person who belongs to no organisation one of their own; whoever has one is refused. */
export const foundOrganization = (
  ctx: Ctx,
  { kind, organization, seat, session }: z.infer<typeof FoundOrganization>,
): Promise<Result<{ orgId: string }, { kind: "not-allowed" }>> =>
  transact<{ orgId: string }, { kind: "not-allowed" }>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "account.own");
    if (!person || ctx.actor.role !== "guest") return err({ kind: "not-allowed" });
    const orgId = newId(ctx.now);
    await insertOrganization(tx, {
      id: orgId,
      kind,
      name: organization,
      placeCode: seat,
      createdAt: ctx.now,
    });
    await insertMembership(tx, { orgId, userId: person.userId, role: "owner", createdAt: ctx.now });
    await setSessionOrg(tx, session, orgId);
    return ok({ orgId });
  });
