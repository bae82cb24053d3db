import { historyOf } from "#app/domain/law/history.ts";
import { type Erasable, mayErase } from "#app/domain/privacy/may-erase.ts";
import { keptOf } from "#app/domain/privacy/retention.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { neededFor } from "#db/queries/erasure.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** Whether a debtor's data may be erased now, and everything that stands against it. */
export async function erasureStanding(
  reader: Reader,
  { now }: { now: Date },
  { caseId, status, jurisdiction, answers }: CaseRow,
): Promise<Erasable & { zone: string; today: string }> {
  const [events, zone, needed] = [
    await eventsOf(reader, caseId),
    await zoneOf(reader, caseId),
    await neededFor(reader, caseId),
  ];
  const today = dateIn(zone, now);
  const { lastVoucherOn, ...rest } = needed;
  const isOver = status === "closed" || status === "refused";
  const { creditorKind } = answers.claim;
  const kept = keptOf({ events, zone, isOver, lastVoucherOn, jurisdiction, creditorKind });
  const { holds } = historyOf(historyEventsOf(events));
  return { ...mayErase({ status, kept, holds, now, today, ...rest }), zone, today };
}
