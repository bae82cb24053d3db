import type { EventType } from "#app/domain/law/types.ts";
import { canonicalJson } from "./chain.ts";
import type { EventPayload, TimelineEvent } from "./events.ts";

/** A page sent again within this time is the same telling; later, the same words are a new one. */
const REPLAY_MS = 10 * 60_000;

type Told = { type: EventType; occurredAt: Date; payload: EventPayload; by: string | null; now: Date };

/**
 * Whether this was told before, by the same person and just now: a double click, a form sent again. `momentKept` is what
 * the form says of the moment, an instant or a civil day; an act of today carries the moment it was told.
 */
export function isReplay(
  events: readonly TimelineEvent[],
  told: Told,
  momentKept: (at: Date) => string,
): boolean {
  const same = ({ act, evidenceIds, refs }: EventPayload) => canonicalJson({ act, evidenceIds, refs });
  return events.some(
    (event) =>
      event.type === told.type &&
      event.actorUserId === told.by &&
      told.now.getTime() - event.recordedAt.getTime() < REPLAY_MS &&
      momentKept(event.occurredAt) === momentKept(told.occurredAt) &&
      same(event.payload) === same(told.payload),
  );
}
