import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { contactFields, purposesFor, sightPurposes } from "#app/domain/privacy/sights.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepLookedOften } from "#app/use-cases/privacy/looked-often.server.ts";
import { shownFor } from "#app/use-cases/sights.server.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";

export const ShowDetails = z.object({
  caseId: z.uuid(),
  purpose: z.enum(sightPurposes, "error.choose"),
  /** The page to go back to. */
  back: z.string().optional(),
});

export type ShowRefusal = { kind: "case-not-found" } | { kind: "purpose-unfit" };

/** Whether this actor may ask for the debtor's details: the case's parties, and administrators for a purpose of theirs. */
export const mayAsk = ({ actor }: Pick<Ctx, "actor">, kase: CaseRow): boolean =>
  may(actor, "debtor.show", relationTo(actor, kase)) && mayKnowDebtor(actor, kase);

/** Shows a party the debtor's addresses for a short time. That they were shown, to whom and what for, is written first. */
export function showDetails(
  ctx: Ctx,
  { caseId, purpose }: Pick<z.infer<typeof ShowDetails>, "caseId" | "purpose">,
): Promise<Result<null, ShowRefusal>> {
  return transact<null, ShowRefusal>(ctx, async (tx) => {
    const kase = await findCase(tx, ctx.actor, caseId);
    if (!kase || !mayAsk(ctx, kase)) return err({ kind: "case-not-found" });
    if (!purposesFor(ctx.actor).some((each) => each === purpose)) return err({ kind: "purpose-unfit" });
    await shownFor(tx, ctx, { caseId, purpose, fields: contactFields });
    await keepLookedOften(tx, ctx);
    return ok(null);
  });
}
