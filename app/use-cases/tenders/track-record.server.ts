import { baseRate, type ClosedCase } from "#app/domain/tenders/expected.ts";
import { type TimeTaken, timeTaken } from "#app/domain/tenders/how-long.ts";
import { daysBetween } from "#app/domain/timeline/local-time.ts";
import type { Reader } from "#db/client.ts";
import { closedMandates } from "#db/queries/track-record.ts";

export type TrackRecord = { closed: ClosedCase[]; taken: TimeTaken | null };

/** A firm's closed cases on the platform, each beside what the surveys would have said of it, and how long they took. */
export async function trackRecord(reader: Reader, orgId: string): Promise<TrackRecord> {
  const mandates = await closedMandates(reader, orgId);
  return {
    closed: mandates.map(({ ending, principal, paid, dueOn, awardedAt, scope }) => ({
      share: ending === "closed_paid" ? 10_000 : Math.min(10_000, Math.floor((paid / principal) * 10_000)),
      base: baseRate({ ageDays: daysBetween(dueOn, dayOf(awardedAt)), scope }),
    })),
    taken: timeTaken(
      mandates.map(({ awardedAt, endedAt }) => Math.max(0, daysBetween(dayOf(awardedAt), dayOf(endedAt)))),
    ),
  };
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
