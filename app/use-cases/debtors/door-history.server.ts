import { visitOutcomes } from "#app/domain/contact/visit-forms.ts";
import type { PastVisit } from "#app/domain/debtors/subject-export.ts";
import { stepTypes } from "#app/domain/law/types.ts";
import type { EventPayload } from "#app/domain/timeline/events.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { keepSight, type Visit } from "./door-visit.server.ts";

const steps = new Set<string>(stepTypes);

/** Every time somebody contacted the debtor or took a step, and what the debtor did, the newest first. What never arrived says so. */
export async function doorHistory(visit: Visit) {
  await keepSight(visit, "history");
  return contactsOn(visit);
}

/** The same for whoever may know it, without a sight of its own. */
export async function contactsOn({ ctx, kase }: Pick<Visit, "ctx" | "kase">) {
  const [events, zone] = await Promise.all([eventsOf(ctx.db, kase.caseId), zoneOf(ctx.db, kase.caseId)]);
  const undelivered = new Set(events.flatMap(({ payload }) => payload.refs?.undelivered ?? []));
  const withheld = new Set(
    events.flatMap(({ payload: { refs } }) => (refs?.withheld ? [refs.undelivered] : [])),
  );
  const shown = events.filter(
    ({ type, actorRole, payload }) =>
      steps.has(type) || actorRole === "debtor" || payload.act?.direction === "in",
  );
  const names = await organizationsById(ctx.db, [...new Set(shown.map(({ actorOrgId }) => actorOrgId))]);
  return shown.toReversed().map(({ seq, id, type, occurredAt, actorOrgId, payload }) => ({
    seq,
    type,
    isStep: steps.has(type),
    said: typeof payload.refs?.door === "string" ? payload.refs.door : null,
    on: dateIn(zone, occurredAt),
    time: timeIn(zone, occurredAt),
    by: (actorOrgId && names.get(actorOrgId)?.name) || null,
    channel: payload.act?.channel ?? null,
    visit: type === "visit" ? visitOf(payload, zone) : null,
    arrived: !undelivered.has(id),
    /** Printed and never posted. */
    withheld: withheld.has(id),
  }));
}

/** What came of a visit and when it ended, as whoever was there told it. */
function visitOf({ act, refs }: EventPayload, zone: string): PastVisit | null {
  const outcome = visitOutcomes.find((each) => each === act?.outcome);
  const { endedAt } = refs ?? {};
  if (!outcome) return null;
  return { outcome, until: typeof endedAt === "string" ? timeIn(zone, new Date(endedAt)) : null };
}
