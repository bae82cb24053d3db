import { stepTypes } from "#app/domain/law/types.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { keepSight, type Visit } from "./door-visit.server.ts";

const steps = new Set<string>(stepTypes);

/** Every time somebody contacted the debtor or took a step, and what the debtor did, the newest first. What never arrived says so. */
export async function doorHistory(visit: Visit) {
  const { ctx, kase } = visit;
  const [events, zone] = await Promise.all([eventsOf(ctx.db, kase.caseId), zoneOf(ctx.db, kase.caseId)]);
  const undelivered = new Set(events.flatMap(({ payload }) => payload.refs?.undelivered ?? []));
  const shown = events.filter(
    ({ type, actorRole, payload }) =>
      steps.has(type) || actorRole === "debtor" || payload.act?.direction === "in",
  );
  const names = await organizationsById(ctx.db, [...new Set(shown.map(({ actorOrgId }) => actorOrgId))]);
  await keepSight(visit, "history");
  return shown.toReversed().map(({ seq, id, type, occurredAt, actorOrgId, payload }) => ({
    seq,
    type,
    isStep: steps.has(type),
    said: typeof payload.refs?.door === "string" ? payload.refs.door : null,
    on: dateIn(zone, occurredAt),
    time: timeIn(zone, occurredAt),
    by: (actorOrgId && names.get(actorOrgId)?.name) || null,
    channel: payload.act?.channel ?? null,
    arrived: !undelivered.has(id),
  }));
}
