import { z } from "zod";
import { memberIn } from "#app/domain/accounts/access.ts";
import { isPersonal } from "#app/domain/accounts/staff.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { settleLapsePlans } from "#app/use-cases/open-lapse-plans.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockLicence, updateLicence } from "#db/queries/licences.ts";
import { membershipOf } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

/** Left empty, the licence counts for the whole organisation. */
export const NameHolder = z.object({
  licenceId: z.uuid("error.choose"),
  holderUserId: z.uuid("error.choose").optional(),
});

export type NameHolderRefusal =
  | { kind: "not-allowed" }
  | { kind: "no-such-licence" }
  | { kind: "not-a-member" };

/** Says whose own licence it is: from then on only that member, and whoever works under them, acts on it. */
export const nameHolder = (
  ctx: Ctx,
  { licenceId, holderUserId }: z.infer<typeof NameHolder>,
): Promise<Result<null, NameHolderRefusal>> =>
  transact<null, NameHolderRefusal>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "licence.submit");
    if (!member) return err({ kind: "not-allowed" });
    const licence = await lockLicence(tx, { id: licenceId, orgId: member.orgId });
    if (!licence || !isPersonal(licence.kind)) return err({ kind: "no-such-licence" });
    if (holderUserId && !(await membershipOf(tx, member.orgId, holderUserId)))
      return err({ kind: "not-a-member" });
    await updateLicence(tx, licenceId, { holderUserId: holderUserId ?? null });
    await settleLapsePlans(tx, ctx, licence);
    const subject = { subjectKind: "licence", subjectId: licenceId } as const;
    await insertAudit(tx, ctx, {
      operation: "licence.holder",
      ...subject,
      details: { holderUserId: holderUserId ?? null },
    });
    return ok(null);
  });
