import { may } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { calendarOf, dateLines } from "#app/use-cases/date-lines.server.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";

const LIMIT = 100;

/** The dates ahead of one case, or one of them by its subject, as a calendar file; null when the case is not this actor's. */
export async function readCaseCalendar(ctx: Ctx, caseId: string, subject: string | null) {
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  if (!kase || !may(ctx.actor, "case.read", relationTo(ctx.actor, kase))) return null;
  const lines = await dateLines(ctx, { actor: ctx.actor, limit: LIMIT, caseId });
  const chosen = subject ? lines.filter(({ subjectId }) => subjectId === subject) : lines;
  return { code: kase.code, text: calendarOf(chosen, ctx) };
}
