import { baseRate, type ClosedCase } from "#app/domain/tenders/expected.ts";
import { daysBetween } from "#app/domain/timeline/local-time.ts";
import type { Reader } from "#db/client.ts";
import { closedMandates } from "#db/queries/track-record.ts";

/** A firm's closed cases on the platform, each beside what the surveys would have said of it. */
export async function trackRecord(reader: Reader, orgId: string): Promise<ClosedCase[]> {
  const mandates = await closedMandates(reader, orgId);
  return mandates.map(({ ending, principal, paid, dueOn, awardedAt, scope }) => ({
    share: ending === "closed_paid" ? 10_000 : Math.min(10_000, Math.floor((paid / principal) * 10_000)),
    base: baseRate({ ageDays: daysBetween(dueOn, awardedAt.toISOString().slice(0, 10)), scope }),
  }));
}
