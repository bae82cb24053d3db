import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { instantsAt, localDay } from "#app/domain/law/calendar/zones.ts";
import type { CaseDate } from "#app/domain/law/case-dates/row.ts";

/** case_date: the day itself. date_alarm: some days before it. */
export const dateTimerKinds = ["case_date", "date_alarm"] as const;
export type DateTimerKind = (typeof dateTimerKinds)[number];

/** What a timer keeps of its date, so that whoever fires it, lists it or puts it into a calendar need not count again. */
export type DateDetails = Omit<CaseDate, "subject" | "on" | "alarms"> & {
  alarms: number[];
  /** For an alarm: how many days before the date. */
  daysBefore?: number;
};

/** A moment at which people are told of a date. */
export type DateMoment = {
  kind: DateTimerKind;
  subjectId: string;
  dueAt: Date;
  /** The date itself, whenever people are told of it. */
  onDay: string;
  details: DateDetails;
};

/** A moment as it is kept. `fired` and `stopped` tell what became of it. */
export type KeptMoment = DateMoment & { id: string; fired: boolean; stopped: boolean };

/** People are told in the morning, by the clock of the place whose day it is. */
const MORNING_MS = 8 * 3_600_000;

const morningOf = (zone: string, day: number) => new Date(instantsAt(zone, day, MORNING_MS)[0]);

/** A last day is told on it, an opening when it opens, the end of another's time on the day after. */
function arrivalOf({ severity, at, zone, on }: CaseDate): Date {
  if (severity === "may" && at) return new Date(at);
  return morningOf(zone, dayOf(on) + (severity === "wait" ? 1 : 0));
}

/** The moments of a case's dates: one for each date, and its alarms. */
export function momentsOf(dates: readonly CaseDate[]): DateMoment[] {
  return dates.flatMap(({ subject: subjectId, on: onDay, ...date }) => {
    const details: DateDetails = { ...date, alarms: [...date.alarms] };
    const arrival = arrivalOf({ subject: subjectId, on: onDay, ...date });
    return [
      { kind: "case_date" as const, subjectId, onDay, dueAt: arrival, details },
      ...date.alarms.map((daysBefore) => ({
        kind: "date_alarm" as const,
        subjectId,
        onDay,
        dueAt: morningOf(date.zone, dayOf(onDay) - daysBefore),
        details: { ...details, daysBefore },
      })),
    ];
  });
}

export const momentKey = ({ kind, subjectId, dueAt }: Pick<DateMoment, "kind" | "subjectId" | "dueAt">) =>
  `${kind} ${subjectId} ${dueAt.getTime()}`;

/** Whether a date has not passed where it is counted. */
const isAhead = ({ onDay, details }: DateMoment, now: Date) =>
  dayOf(onDay) >= localDay(details.zone, now.getTime());

/** What is to be written so that the kept moments are those of the dates as they stand. */
export type TimerPlan = {
  stop: KeptMoment[];
  add: DateMoment[];
  /** Kept already, and stopped or of other details: in force again as they are now. */
  renew: (DateMoment & { id: string })[];
};

/** Same facts give the same text: the details hold plain values in a fixed order. */
const sameDetails = (a: DateDetails, b: DateDetails) =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (details: object): [string, unknown][] =>
  Object.entries(details)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, unknown] => [name, isPlain(value) ? sorted(value) : value])
    .sort(([a], [b]) => (a < b ? -1 : 1));

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Alarms that lie behind when a date is first learnt: the nearest is still told, at once. */
function lateAlarms(moments: readonly DateMoment[], kept: readonly KeptMoment[], now: Date): DateMoment[] {
  const told = new Set(
    kept.filter(({ stopped }) => !stopped).map(({ subjectId, onDay }) => `${subjectId} ${onDay}`),
  );
  const nearest = new Map<string, DateMoment>();
  for (const moment of moments) {
    const date = `${moment.subjectId} ${moment.onDay}`;
    if (moment.kind !== "date_alarm" || moment.dueAt > now || told.has(date)) continue;
    const found = nearest.get(date);
    if (!found || moment.dueAt > found.dueAt) nearest.set(date, moment);
  }
  return [...nearest.values()];
}

/**
 * Compares the moments a case has with those its dates call for: stops what no longer holds, adds what is new, keeps what
 * stayed. What is due must have been told before, so that a late worker loses nothing to an event that came meanwhile.
 */
export function planOf(kept: readonly KeptMoment[], dates: readonly CaseDate[], now: Date): TimerPlan {
  const moments = momentsOf(dates);
  const called = new Set(moments.map(momentKey));
  const wanted = [...moments.filter(({ dueAt }) => dueAt > now), ...lateAlarms(moments, kept, now)];
  const known = new Map(kept.map((each) => [momentKey(each), each]));
  const plan: TimerPlan = { stop: [], add: [], renew: [] };
  for (const each of kept) {
    const stands = !each.stopped && (!each.fired || isAhead(each, now));
    if (stands && !called.has(momentKey(each))) plan.stop.push(each);
  }
  for (const moment of wanted) {
    const found = known.get(momentKey(moment));
    if (!found) plan.add.push(moment);
    else if (!found.fired && (found.stopped || !sameDetails(found.details, moment.details)))
      plan.renew.push({ ...moment, id: found.id });
  }
  return plan;
}
