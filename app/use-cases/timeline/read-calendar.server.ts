import type { Actor } from "#app/domain/accounts/actor.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { isLocale } from "#app/messages/locale.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { calendarOf, dateLines } from "#app/use-cases/date-lines.server.ts";
import { feedReader, touchFeed } from "#db/queries/calendar-feeds.ts";
import { membershipsOf } from "#db/queries/organizations.ts";

/** More dates than a person can have in mind; a calendar program need not take more at once. */
const LIMIT = 2_000;
/** What passed lately stays in the calendar, so that it does not vanish on its day. */
const PAST_DAYS = 31;

/**
 * The calendar behind a secret address: the dates of all cases that the person may read in any of their organisations, in
 * their language. Null when the address works no more.
 */
export async function readCalendar(ctx: Ctx, token: string): Promise<string | null> {
  const reader = await feedReader(ctx.db, sha256(token));
  if (!reader) return null;
  const { userId, locale } = reader;
  await touchFeed(ctx.db, userId, ctx.now);
  const organizations = await membershipsOf(ctx.db, userId);
  const lines = await Promise.all(
    organizations.map(({ orgId, kind, role: member }) => {
      if (kind === "platform") return [];
      const actor: Actor = { role: kind, userId, orgId, member, secondFactor: false };
      return dateLines(ctx, { actor, limit: LIMIT, pastDays: PAST_DAYS });
    }),
  );
  return calendarOf(newestOf(lines.flat()), { ...ctx, locale: isLocale(locale) ? locale : "en" });
}

/** A date has one place in a calendar: where it stood twice lately, it is the one set last. */
function newestOf(lines: Awaited<ReturnType<typeof dateLines>>) {
  const newest = new Map<string, (typeof lines)[number]>();
  for (const line of lines) {
    const key = `${line.caseId} ${line.subjectId}`;
    const known = newest.get(key);
    if (!known || line.setAt >= known.setAt) newest.set(key, line);
  }
  return [...newest.values()];
}
