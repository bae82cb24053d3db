import { z } from "zod";
import { RegisterName } from "#app/domain/accounts/fields.ts";
import { licenceState } from "#app/domain/accounts/licence-moves.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type DecisionRefusal, decideLicence } from "#app/use-cases/decide-licence.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { transact } from "#db/transact.ts";

/** A licence is verified by a look-up in a public register, on a day, and by nothing less. */
export const VerifyLicence = z.object({
  licenceId: z.uuid("error.invalid"),
  register: RegisterName,
  checkedOn: z.iso.date("error.date"),
});

/** `looked-up-later`: that day has not come. `looked-up-too-long-ago`: registers change. */
export type VerifyLicenceRefusal =
  | DecisionRefusal
  | { kind: "looked-up-later" }
  | { kind: "looked-up-too-long-ago" }
  | { kind: "term-over" };

const oldestLookUpDays = 30;

/** Verifies a licence by the register that was looked up; from now on bids and steps may rest on it. */
export const verifyLicence = (
  ctx: Ctx,
  { licenceId, register, checkedOn }: z.infer<typeof VerifyLicence>,
): Promise<Result<null, VerifyLicenceRefusal>> =>
  transact<null, VerifyLicenceRefusal>(ctx, async (tx) => {
    const registerCheckedAt = new Date(`${checkedOn}T00:00:00Z`);
    const age = ctx.now.getTime() - registerCheckedAt.getTime();
    // The reviewer's calendar may be up to fourteen hours ahead of UTC.
    if (age < -14 * 3_600_000) return err({ kind: "looked-up-later" });
    if (age > oldestLookUpDays * 86_400_000) return err({ kind: "looked-up-too-long-ago" });

    const set = { register, registerCheckedAt, reason: null };
    const decided = await decideLicence(tx, ctx, { licenceId, move: "verify", set });
    if (!decided.ok) return decided;
    const licence = decided.value;
    if (licenceState(licence, ctx.now) === "expired") return err({ kind: "term-over" });
    await notify(tx, ctx, {
      toOrgId: licence.orgId,
      kind: "licence_verified",
      values: { number: licence.number, territoryPlace: licence.territory },
      href: `/licences/${licence.id}`,
    });
    return ok(null);
  });
