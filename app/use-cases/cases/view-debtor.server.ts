import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import type { Personal } from "#app/domain/cases/personal.ts";
import { askedPurposes, contactFields } from "#app/domain/privacy/sights.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { keepLookedOften } from "#app/use-cases/privacy/looked-often.server.ts";
import { shownFor } from "#app/use-cases/sights.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCase } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";

export const ViewDebtor = z.object({
  caseId: z.uuid(),
  purpose: z.enum(askedPurposes.admin, "error.choose"),
});

/** Null once it was erased. */
type DebtorIdentity = Omit<Personal, "description"> | null;

/** Shows a reviewer who the debtor is, for a short time. That it was looked at, by whom and what for, is written first. */
export function viewDebtor(
  ctx: Ctx,
  { caseId, purpose }: z.infer<typeof ViewDebtor>,
): Promise<Result<DebtorIdentity, { kind: "case-not-found" }>> {
  return transact<DebtorIdentity, { kind: "case-not-found" }>(ctx, async (tx) => {
    const kase = await findCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "case.review", "none")) return err({ kind: "case-not-found" });
    await insertAudit(tx, ctx, {
      operation: "debtor.viewed",
      subjectKind: "case",
      subjectId: caseId,
      details: { purpose },
    });
    const look = { caseId, purpose, fields: ["name", ...contactFields] } as const;
    const debtor = await openDebtor(tx, ctx, await shownFor(tx, ctx, look));
    await keepLookedOften(tx, ctx);
    return debtor ? ok(debtor.person) : err({ kind: "case-not-found" });
  });
}
