import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { claimToday } from "#app/domain/timeline/claim-today.ts";
import { factsOf, historyEventsOf, withReminders } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { openHolds, restsAt } from "#app/domain/timeline/open-holds.ts";
import { courtCostsOf } from "#app/use-cases/advances-of.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/**
 * What a claim comes to today in all, less than nothing where more was paid, whether its collection rests, and when the plan ends that
 * stands in its log: null where none does.
 */
export async function claimNow(reader: Reader, { now }: Pick<Ctx, "now">, kase: CaseRow) {
  const events = await eventsOf(reader, kase.caseId);
  const zone = await zoneOf(reader, kase.caseId);
  const acts = historyEventsOf(events);
  const { holds } = historyOf(acts);
  const { jurisdiction, answers } = kase;
  const { total } = claimToday({
    ...{ jurisdiction, answers, events, holds, today: dateIn(zone, now) },
    known: withReminders(factsOf(events), acts, zone),
    series: packOfCase(await lawBook(reader), kase).series,
    courtCosts: await courtCostsOf(reader, kase),
  });
  const plan = openHolds(holds, now).find(({ type }) => type === "payment_plan");
  return { total, rests: restsAt(holds, now), planEndsAt: plan ? (plan.endsAt ?? "unknown") : null };
}
