import { may } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { dateLines } from "#app/use-cases/date-lines.server.ts";

const SHOWN = 6;

/** The soonest legal dates over the actor's cases, for their home page. */
export async function soonestDates(ctx: Ctx) {
  if (!may(ctx.actor, "case.list", "none")) return [];
  const lines = await dateLines(ctx, { actor: ctx.actor, limit: SHOWN + 4 });
  return lines.slice(0, SHOWN).map(({ caseId, code, onDay, details, subjectId }) => ({
    caseId,
    code,
    on: onDay,
    subject: subjectId,
    ...details,
  }));
}
