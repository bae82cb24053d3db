import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { localDay } from "#app/domain/law/calendar/zones.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { type CalendarDay, icalendarOf } from "#app/gateways/icalendar.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { translator } from "#app/messages/catalogue.ts";
import { dateText } from "#app/messages/date-text.ts";
import type { Locale } from "#app/messages/locale.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { datesAhead } from "#db/queries/date-timers.ts";

export type DateLine = Awaited<ReturnType<typeof datesAhead>>[number];

type Asked = { actor: Actor; limit: number; caseId?: string; pastDays?: number };

/** The dates that stand over an actor's cases, today's included; `pastDays` keeps what passed lately as well. */
export async function dateLines(
  { db, now }: Pick<Ctx, "db" | "now">,
  { actor, limit, caseId, pastDays = 0 }: Asked,
): Promise<DateLine[]> {
  // No zone is further behind UTC than a day: what has passed where it is counted is left out one by one.
  const from = addDays(dateIn("UTC", now), -pastDays - 1);
  const rows = await datesAhead(db, actor, { from, limit, caseId });
  return rows.filter(
    ({ onDay, details }) => dayOf(onDay) >= localDay(details.zone, now.getTime()) - pastDays,
  );
}

/** A calendar file of dates in a reader's words: the case by its code, the rule, a link; nobody's name. */
export function calendarOf(
  lines: readonly DateLine[],
  { now, publicUrl, locale }: Pick<Ctx, "now" | "publicUrl"> & { locale: Locale },
): string {
  const t = translator(locale);
  const days = lines.map((line): CalendarDay => {
    const { code, caseId, details, onDay, sequence, setAt, subjectId } = line;
    const { what, text } = dateText(details, { t, locale });
    const url = `${publicUrl}/cases/${caseId}`;
    const { citation, rule } = details;
    return {
      uid: `${sha256(`${caseId} ${subjectId}`).slice(0, 32)}@rung`,
      sequence,
      changedAt: setAt,
      on: onDay,
      summary: t("dates.of_case", { case: code, what }),
      description: t("calendar.event_text", { text, citation, rule, link: url }),
      url,
      alarms: details.alarms,
    };
  });
  return icalendarOf(days, { name: t("calendar.name"), now });
}
