import { z } from "zod";
import { Reason } from "#app/domain/accounts/fields.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type DecisionRefusal, decideLicence } from "#app/use-cases/decide-licence.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { openLapsePlans } from "#app/use-cases/open-lapse-plans.server.ts";
import { transact } from "#db/transact.ts";

export const SuspendLicence = z.object({ licenceId: z.uuid("error.invalid"), reason: Reason });

/** Suspends a verified licence: from now on no bid or step may rest on it. */
export const suspendLicence = (
  ctx: Ctx,
  { licenceId, reason }: z.infer<typeof SuspendLicence>,
): Promise<Result<null, DecisionRefusal>> =>
  transact<null, DecisionRefusal>(ctx, async (tx) => {
    const decided = await decideLicence(tx, ctx, { licenceId, move: "suspend", set: { reason } });
    if (!decided.ok) return decided;
    const { orgId, number, territory } = decided.value;
    await notify(tx, ctx, {
      toOrgId: orgId,
      kind: "licence_suspended",
      values: { number, territoryPlace: territory, reason },
      href: `/licences/${licenceId}`,
    });
    await openLapsePlans(tx, ctx, decided.value, "suspended");
    return ok(null);
  });
