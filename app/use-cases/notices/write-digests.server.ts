import { may } from "#app/domain/accounts/access.ts";
import { isTimeZone, localHour } from "#app/domain/accounts/notice-hours.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { isLocale, type T, translator } from "#app/messages/catalogue.ts";
import { formatInstant } from "#app/messages/format.ts";
import type { Locale } from "#app/messages/locale.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { noticeText } from "#app/use-cases/notice-text.ts";
import { post } from "#app/use-cases/notify.server.ts";
import { digestsDue, digestZones, takeDay, takeNews } from "#db/queries/digests.ts";
import { hoursOf } from "#db/queries/notice-settings.ts";
import type { NotificationRow } from "#db/queries/notifications.ts";
import { transact } from "#db/transact.ts";
import { unsubscribeUrl } from "./unsubscribe.server.ts";

const BATCH = 100;
/** More lines than this are counted and left to the inbox. */
const MOST_LINES = 60;

/**
 * Writes the digests whose hour has come where their readers are, a mail a person and local day; answers how many. The day is taken in
 * the transaction that writes the mail, so that no two workers write it and no change of clock or zone repeats it.
 */
export async function writeDigests(
  ctx: Ctx,
  { batch = BATCH }: { batch?: number } = {},
): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "timer.fire", "none")) return err({ kind: "not-allowed" });
  const zones = (await digestZones(ctx.db)).filter(isTimeZone);
  const hours = zones.map((timeZone) => ({ timeZone, ...localHour(timeZone, ctx.now) }));
  const due = await digestsDue(ctx.db, hours, batch);
  let written = 0;
  for (const each of due) if (await writeDigest(ctx, each)) written += 1;
  return ok(written);
}

/** False when another worker was first, or everything was read in the meantime: then nothing is written and the day stays open. */
async function writeDigest(ctx: Ctx, { userId, onDay }: { userId: string; onDay: string }): Promise<boolean> {
  const done = await transact<null, { kind: "nothing-to-write" }>(ctx, async (tx) => {
    const first = await takeDay(tx, { userId, onDay, writtenAt: ctx.now });
    const found = first ? await takeNews(tx, { userId, until: ctx.now }) : null;
    if (!found) return err({ kind: "nothing-to-write" });
    const locale = isLocale(found.locale) ? found.locale : "en";
    const t = translator(locale);
    const zone = (await hoursOf(tx, userId))?.timeZone ?? "UTC";
    const url = unsubscribeUrl(ctx, userId);
    const text = [
      t("digest.intro", { count: found.news.length }),
      ...groupsOf(found.news, { t, locale, zone }),
      `${t("digest.inbox")} ${ctx.publicUrl}/inbox`,
      `${t("digest.settings")} ${ctx.publicUrl}/inbox/settings\n${t("digest.unsubscribe")} ${url}`,
    ].join("\n\n");
    const subject = t("digest.subject", { count: found.news.length });
    await post(tx, ctx, [{ to: found.email, locale, subject, text, unsubscribeUrl: url }]);
    return ok(null);
  });
  return done.ok;
}

type Reading = { t: T; locale: Locale; zone: string };

/** The news by case, in the order their first ones came; what belongs to none stands last. */
function groupsOf(news: readonly NotificationRow[], reading: Reading): string[] {
  const shown = news.slice(0, MOST_LINES);
  const groups = new Map<string, string[]>();
  for (const row of shown) {
    const code = typeof row.values.case === "string" ? row.values.case : "";
    groups.set(code, [...(groups.get(code) ?? []), lineOf(row, reading)]);
  }
  const { t } = reading;
  const named = [...groups].sort(([a], [b]) => Number(a === "") - Number(b === ""));
  const more = news.length - shown.length;
  return [
    ...named.map(([code, lines]) => [code || t("digest.other"), ...lines].join("\n")),
    ...(more > 0 ? [t("digest.more", { count: more })] : []),
  ];
}

const lineOf = (row: NotificationRow, { t, locale, zone }: Reading) =>
  `- ${noticeText(row, t, locale).title.replace(/\s+/g, " ")} (${formatInstant(row.createdAt.toISOString(), zone, locale)})`;
