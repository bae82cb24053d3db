import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { setSessionOrg } from "#db/queries/accounts.ts";
import { membershipOf } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

export const SwitchOrganization = z.object({ orgId: z.uuid("error.invalid"), session: z.string() });

export type SwitchRefusal = { kind: "not-allowed" } | { kind: "not-a-member" };

/** Goes on in another organisation the person belongs to, in this session. */
export const switchOrganization = (
  ctx: Ctx,
  { orgId, session }: z.infer<typeof SwitchOrganization>,
): Promise<Result<null, SwitchRefusal>> =>
  transact<null, SwitchRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "account.own");
    if (!person) return err({ kind: "not-allowed" });
    if (!(await membershipOf(tx, orgId, person.userId))) return err({ kind: "not-a-member" });
    await setSessionOrg(tx, session, orgId);
    return ok(null);
  });
