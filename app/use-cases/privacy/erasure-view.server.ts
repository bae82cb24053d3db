import { may } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { findCase } from "#db/queries/cases.ts";
import { subjectKeyOf } from "#db/queries/subjects.ts";
import { erasureStanding } from "./erasure-standing.server.ts";

/** What stands for and against erasing the debtor of a case; null for whoever may not decide it. */
export async function erasureView(ctx: Ctx, caseId: string) {
  if (!isId(caseId) || !may(ctx.actor, "erasure.decide", "none")) return null;
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  if (!kase) return null;
  const key = await subjectKeyOf(ctx.db, caseId);
  const { allowed, obstacles, terms, zone, today } = await erasureStanding(ctx.db, ctx, kase);
  return {
    ...{ caseId, code: kase.code, allowed, obstacles, today },
    erasedOn: key?.destroyedAt ? dateIn(zone, key.destroyedAt) : null,
    terms: terms.map(({ row, since, endedOn }) => ({ ...row, since, endedOn, runs: endedOn > today })),
  };
}
