import { newId } from "#app/domain/ids.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import type { CaseDate } from "#app/domain/law/case-dates/row.ts";
import { caseDates } from "#app/domain/law/case-dates.ts";
import { historyOf } from "#app/domain/law/history.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import { planOf } from "#app/domain/timeline/date-timers.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { tellOfDates } from "#app/use-cases/timers/tell-of-dates.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { addDateTimers, dateTimersOf, renewDateTimer, stopDateTimers } from "#db/queries/date-timers.ts";

type Standing = {
  /** The law in force. */
  pack: Pack;
  /** The whole log, oldest first. */
  events: readonly TimelineEvent[];
  /** Who climbs the ladder, as the law sees the engaged collector; null before the engagement. */
  climber: ActorInput | null;
};

/**
 * Brings a case's date timers in line with its log, in the transaction of the event that changed it. What was due before the
 * event is told first: a worker that is late or dead loses nothing to it.
 */
export async function keepDates(tx: Tx, ctx: Ctx, kase: CaseRow, standing: Standing): Promise<void> {
  const { caseId } = kase;
  const before = await dateTimersOf(tx, caseId);
  const due = before.filter(({ fired, stopped, dueAt }) => !fired && !stopped && dueAt <= ctx.now);
  const asTold = due.map((each) => ({ ...each, kase }));
  await tellOfDates(tx, ctx, asTold);
  const told = new Set(due.map(({ id }) => id));
  const kept = before.map((each) => (told.has(each.id) ? { ...each, fired: true } : each));
  const plan = planOf(kept, datesOf(ctx, kase, standing), ctx.now);
  const stopped = plan.stop.map(({ id }) => id);
  await stopDateTimers(tx, caseId, stopped, ctx.now);
  for (const each of plan.renew) await renewDateTimer(tx, caseId, each, ctx.now);
  const added = plan.add.map((each) => ({ ...each, id: newId(ctx.now) }));
  await addDateTimers(tx, caseId, added, ctx.now);
}

/** The legal dates of a case as its log stands; a refused case has none. */
export function datesOf(
  { now }: Pick<Ctx, "now">,
  { stage }: Pick<CaseRow, "stage">,
  { pack, events, climber }: Standing,
): CaseDate[] {
  if (events.some(({ type }) => type === "refused")) return [];
  return caseDates({
    pack,
    facts: factsOf(events),
    history: historyOf(historyEventsOf(events)),
    actor: climber ?? {},
    at: now.toISOString(),
    stage,
    climbed: climber !== null,
  });
}
