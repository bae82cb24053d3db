import { z } from "zod";
import { Reason } from "#app/domain/accounts/fields.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type DecisionRefusal, decideLicence } from "#app/use-cases/decide-licence.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { transact } from "#db/transact.ts";

export const ReturnLicence = z.object({ licenceId: z.uuid("error.invalid"), reason: Reason });

/** Sends a licence back to its holder with what is to be mended. */
export const returnLicence = (
  ctx: Ctx,
  { licenceId, reason }: z.infer<typeof ReturnLicence>,
): Promise<Result<null, DecisionRefusal>> =>
  transact<null, DecisionRefusal>(ctx, async (tx) => {
    const decided = await decideLicence(tx, ctx, { licenceId, move: "return", set: { reason } });
    if (!decided.ok) return decided;
    const { orgId, number, territory } = decided.value;
    await notify(tx, ctx, {
      toOrgId: orgId,
      kind: "licence_returned",
      values: { number, territoryPlace: territory, reason },
      href: `/licences/${licenceId}`,
    });
    return ok(null);
  });
