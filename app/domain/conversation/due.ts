import { addDays, dateIn, instantAt } from "#app/domain/timeline/local-time.ts";

/** By when the other side is asked to answer. */
export const dueChoices = ["day", "three-days", "date", "none"] as const;
export type DueChoice = (typeof dueChoices)[number];

export const defaultDue: DueChoice = "day";

const hourMs = 3_600_000;
/** An answer that is asked for in more than this is no longer a message's task. */
export const maxDueDays = 366;

/** The instant an answer is due; null: none is needed. `invalid`: a date that has passed, is too far or is none. */
export function dueAt(
  choice: DueChoice,
  { on, zone, now }: { on: string | undefined; zone: string; now: Date },
): Date | null | "invalid" {
  switch (choice) {
    case "none":
      return null;
    case "day":
      return new Date(now.getTime() + 24 * hourMs);
    case "three-days":
      return new Date(now.getTime() + 72 * hourMs);
    case "date":
      return endOfDay(on, zone, now) ?? "invalid";
  }
}

/** The whole named day is left for an answer: it is due when the next one begins at its writer's place. */
function endOfDay(on: string | undefined, zone: string, now: Date): Date | null {
  const today = dateIn(zone, now);
  if (!on || on < today || on > addDays(today, maxDueDays)) return null;
  const next = addDays(on, 1);
  return instantAt(zone, next, "00:00") ?? instantAt(zone, next, "01:00");
}

const dayMs = 24 * hourMs;

/** When the other side is reminded: in the last quarter of the time it was given, and at most a day before its end. */
export const remindAt = (dueAt: Date, now: Date): Date =>
  new Date(dueAt.getTime() - Math.min(dayMs, (dueAt.getTime() - now.getTime()) / 4));

export type TaskState = "open" | "overdue" | "done";

export function taskState({ dueAt, doneAt }: { dueAt: Date; doneAt: Date | null }, now: Date): TaskState {
  if (doneAt) return "done";
  return dueAt <= now ? "overdue" : "open";
}
