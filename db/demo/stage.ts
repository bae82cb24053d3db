import { sql } from "drizzle-orm";
import { type Actor, system } from "#app/domain/accounts/actor.ts";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { calendarEnd, rollForward } from "#app/domain/law/calendar/workdays.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Result } from "#app/domain/result.ts";
import { instantAt } from "#app/domain/timeline/local-time.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import type { Ctx, Services } from "#app/use-cases/ctx.ts";
import { fireTimer } from "#app/use-cases/timers/fire-timer.server.ts";
import { pendingTimers } from "#db/queries/timers.ts";

/** Where a demonstration is played: the product's own services over a database whose clock may be moved. */
export type Stage = { services: Services };

export async function ctxOf({ services }: Stage, actor: Actor): Promise<Ctx> {
  return { ...services, actor, now: await readClock(services.db), locale: "en" };
}

/** A refusal on the way to a lawful demo is a bug of the demo. */
export function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Sets the product's clock to a moment and does what came due on the way, in order, what that brought about included. */
export async function moveTo(stage: Stage, at: Date): Promise<void> {
  const { db } = stage.services;
  for (;;) {
    const [timer] = await pendingTimers(db);
    if (!timer || timer.dueAt > at) break;
    await setClock(stage, timer.dueAt);
    value(await fireTimer(await ctxOf(stage, system), { caseId: timer.caseId, timerId: timer.id }));
  }
  await setClock(stage, at);
}

export const later = (from: Date, { days = 0, hours = 0 }: { days?: number; hours?: number }): Date =>
  new Date(from.getTime() + (days * 24 + hours) * 3_600_000);

/** The clock at a place, and the calendars of its days off. */
export type Place = { zone: string; calendars: readonly string[] };

/** The first working day at a place from a date on; null where no calendar says which days are off. */
export function workingDay({ calendars }: Place, from: string): string | null {
  const day = rollForward(publishedSeries, calendars, dayOf(from));
  return day.refused ? null : dateOf(day.last);
}

/** The last day of which the calendars of a place say whether it is a working day. */
export const calendarsReach = ({ calendars }: Place): string => calendarEnd(publishedSeries, calendars);

/** Moves to a time of day at a place, on the first working day from a date on; says which day that was. */
export async function toWorkingHour(
  stage: Stage,
  place: Place,
  { from, time }: { from: string; time: string },
): Promise<string> {
  const on = workingDay(place, from);
  const at = on && instantAt(place.zone, on, time);
  if (!on || !at) throw new Error(`No working hour: ${from} ${time} ${place.zone}`);
  await moveTo(stage, at);
  return on;
}

/** Moves the product's clock alone: what came due on the way stays to be done. */
export async function setClock({ services: { db } }: Stage, at: Date): Promise<void> {
  await db.execute(sql`insert into clock_offsets (id, offset_ms)
    values (1, (extract(epoch from ${at.toISOString()}::timestamptz - clock_timestamp()) * 1000)::bigint)
    on conflict (id) do update set offset_ms = excluded.offset_ms`);
}

/** Puts the product's clock back on the machine's. */
export async function setClockToMachine({ services: { db } }: Stage): Promise<void> {
  await db.execute(sql`update clock_offsets set offset_ms = 0 where id = 1`);
}
