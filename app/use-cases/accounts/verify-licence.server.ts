import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { RegisterName } from "#app/domain/accounts/fields.ts";
import { licenceState } from "#app/domain/accounts/licence-moves.ts";
import { lookUpCountsDays, unwatched } from "#app/domain/accounts/licence-upkeep.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type DecisionRefusal, decideLicence } from "#app/use-cases/decide-licence.server.ts";
import { keepDocument, readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { settleLapsePlans } from "#app/use-cases/open-lapse-plans.server.ts";
import { transact } from "#db/transact.ts";

/** A licence is verified by a look-up in a public register, on a day, and by nothing less. */
export const VerifyLicence = z.object({
  licenceId: z.uuid("error.invalid"),
  register: RegisterName,
  checkedOn: z.iso.date("error.date"),
  /** What the register calls its answer, or its page's address: somebody else finds the same there. */
  reference: z.string("error.required").trim().max(300, "error.too_long").optional(),
  /** A print of what the register showed. */
  proof: z.instanceof(File).optional(),
});

/** `looked-up-later`: that day has not come. `looked-up-too-long-ago`: registers change. */
export type VerifyLicenceRefusal =
  | DecisionRefusal
  | UploadRefusal
  | { kind: "no-proof-of-look-up" }
  | { kind: "looked-up-later" }
  | { kind: "looked-up-too-long-ago" }
  | { kind: "term-over" };

/**
 * Verifies a licence by the register that was looked up, with proof of the look-up; from now on bids and steps may rest on it. Repeated, it
 * is a fresh look-up, and what waited for the licence goes on.
 */
export async function verifyLicence(
  ctx: Ctx,
  { licenceId, register, checkedOn, reference, proof }: z.infer<typeof VerifyLicence>,
): Promise<Result<null, VerifyLicenceRefusal>> {
  if (!may(ctx.actor, "licence.review", "none")) return err({ kind: "not-allowed" });
  if (!reference && !proof) return err({ kind: "no-proof-of-look-up" });
  const file = proof ? await readUpload(ctx, proof) : null;
  if (file && !file.ok) return file;
  return transact<null, VerifyLicenceRefusal>(ctx, async (tx) => {
    const registerCheckedAt = new Date(`${checkedOn}T00:00:00Z`);
    const age = ctx.now.getTime() - registerCheckedAt.getTime();
    // The reviewer's calendar may be up to fourteen hours ahead of UTC.
    if (age < -14 * 3_600_000) return err({ kind: "looked-up-later" });
    if (age > lookUpCountsDays * 86_400_000) return err({ kind: "looked-up-too-long-ago" });

    const set = {
      register,
      registerCheckedAt,
      lookUpReference: reference ?? null,
      lookUpDocumentId: file && (await keepDocument(tx, ctx, { file: file.value, caseId: null })).id,
      reason: null,
      ...unwatched,
    };
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
    await settleLapsePlans(tx, ctx, licence);
    return ok(null);
  });
}
