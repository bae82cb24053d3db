import { may } from "#app/domain/accounts/access.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { dateLines } from "#app/use-cases/date-lines.server.ts";

const SHOWN = 6;
/** The first alarm of a last day to sue comes 180 days before it; what is further off is for the case's own page. */
const HORIZON_DAYS = 200;

/** The soonest legal dates over the actor's cases, for their home page; what is far off is left out. */
export async function soonestDates(ctx: Ctx) {
  if (!may(ctx.actor, "case.list", "none")) return [];
  const until = addDays(dateIn("UTC", ctx.now), HORIZON_DAYS);
  const lines = await dateLines(ctx, { actor: ctx.actor, limit: SHOWN + 4 });
  const soon = lines.filter(({ onDay }) => onDay <= until).slice(0, SHOWN);
  return soon.map(({ caseId, code, onDay, details, subjectId }) => ({
    caseId,
    code,
    on: onDay,
    subject: subjectId,
    ...details,
  }));
}
