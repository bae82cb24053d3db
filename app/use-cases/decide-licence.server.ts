import { may } from "#app/domain/accounts/access.ts";
import { type LicenceMove, licenceMoves } from "#app/domain/accounts/licence-moves.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type LicenceRow, lockLicence, updateLicence } from "#db/queries/licences.ts";
import type { Ctx } from "./ctx.ts";

/** `wrong-status`: somebody decided it already, or it was never open to this. */
export type DecisionRefusal =
  | { kind: "not-allowed" }
  | { kind: "no-such-licence" }
  | { kind: "wrong-status"; status: LicenceRow["status"] };

type Decision = {
  licenceId: string;
  move: Exclude<LicenceMove, "resubmit">;
  set: Partial<Omit<LicenceRow, "id" | "orgId" | "number" | "kind" | "territory" | "status">>;
};

const operationOf = {
  verify: "licence.verified",
  return: "licence.returned",
  refuse: "licence.refused",
  suspend: "licence.suspended",
} as const;

/** Moves a licence as a reviewer decided, writes it down and returns it for the notice to its holder. */
export async function decideLicence(
  tx: Tx,
  ctx: Ctx,
  { licenceId, move, set }: Decision,
): Promise<Result<LicenceRow, DecisionRefusal>> {
  if (!may(ctx.actor, "licence.review", "none")) return err({ kind: "not-allowed" });
  const licence = await lockLicence(tx, { id: licenceId });
  if (!licence) return err({ kind: "no-such-licence" });
  const status = licenceMoves[licence.status][move];
  if (!status) return err({ kind: "wrong-status", status: licence.status });

  const decided = { ...set, status, decidedAt: ctx.now, decidedBy: ctx.actor.userId };
  await updateLicence(tx, licenceId, decided);
  await insertAudit(tx, ctx, {
    operation: operationOf[move],
    subjectKind: "licence",
    subjectId: licenceId,
    details: { from: licence.status, ...(set.register ? { register: set.register } : {}) },
  });
  return ok({ ...licence, ...decided });
}
