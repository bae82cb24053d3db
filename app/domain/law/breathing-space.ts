import { dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { localDay, parseInstant } from "#app/domain/law/calendar/zones.ts";
import type { Hold } from "#app/domain/law/facts.ts";

/** The moratorium of the Breathing Space Regulations is one of England and Wales, and runs by its days. */
export const MORATORIUM_ZONE = "Europe/London";
/** Days of a breathing space, and days that a mental-health crisis moratorium outlasts the treatment. */
const SPACE_DAYS = 60;
const AFTER_TREATMENT_DAYS = 30;

/** First and last day of a moratorium registered on a day. @see SI 2020/1311 regs 2, 26 (GB-HOLD-01) */
export const moratorium = (registeredOn: number) => ({
  starts: registeredOn + 1,
  ends: registeredOn + SPACE_DAYS,
});

/** The day of a moment; a civil date is itself. */
function dayOfMoment(value: unknown): number | null {
  const day = dayOrNull(value);
  if (day !== null) return day;
  const ms = typeof value === "string" ? parseInstant(value) : null;
  return ms === null ? null : localDay(MORATORIUM_ZONE, ms);
}

/** At `endsAt` it is over: the last day is the one that holds the moment before it. */
function lastDayBefore(endsAt: unknown): number | null {
  const day = dayOrNull(endsAt);
  if (day !== null) return day - 1;
  const ms = typeof endsAt === "string" ? parseInstant(endsAt) : null;
  return ms === null ? null : localDay(MORATORIUM_ZONE, ms - 1);
}

/**
 * The days of a breathing-space hold, both counted; `to` is null while no end is known. What is recorded as its end stands; else a
 * breathing space has sixty days from the day after its registration, and a crisis moratorium ends thirty days after the treatment.
 *
 * @see SI 2020/1311 regs 26, 32 (GB-HOLD-01, -02)
 */
export function breathingSpaceOf(hold: Hold): { from: number; to: number | null } | null {
  if (hold.type !== "breathing_space") return null;
  const registered = dayOrNull(hold.registeredOn);
  const from = registered === null ? dayOfMoment(hold.startedAt) : moratorium(registered).starts;
  if (from === null) return null;
  return { from, to: lastDayBefore(hold.endsAt) ?? ownEnd(hold, registered) };
}

function ownEnd({ crisis, treatmentEndedOn }: Hold, registered: number | null): number | null {
  const treated = dayOrNull(treatmentEndedOn);
  if (crisis === true || treated !== null) return treated === null ? null : treated + AFTER_TREATMENT_DAYS;
  return registered === null ? null : moratorium(registered).ends;
}
