import { parseDay } from "#app/domain/law/calendar/civil.ts";
import { localDay, parseInstant } from "#app/domain/law/calendar/zones.ts";
import type { HistoryEvent, Hold, HoldType } from "#app/domain/law/facts.ts";
import { holdOpenedBy } from "#app/domain/law/holds.ts";

const DAY_MS = 86_400_000;

/** An event with its moment read once. `civil` is set where only the day is known. */
export type Indexed = { event: HistoryEvent; ms: number; civil: number | null };

/** Events of one type, oldest first. The array is shared between snapshots; `length` is this snapshot's own. */
export type Lane = { readonly items: Indexed[]; readonly length: number };

/**
 * What happened, ready to be asked. A snapshot never changes: `extend` gives a new one that shares the past, so that
 * a decision costs the window it looks at and not the length of the history.
 *
 * `excerpt`: what is absent is not known not to have happened, because the caller gave only a part of the record.
 */
export type History = {
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly holds: readonly Hold[];
  readonly excerpt: boolean;
};

function indexed(event: HistoryEvent): Indexed {
  const civil = parseDay(event.startedAt);
  // A dated event counts from the first moment of its day anywhere on earth.
  if (civil !== null) return { event, ms: civil * DAY_MS - DAY_MS / 2, civil };
  const ms = parseInstant(event.startedAt);
  if (ms === null) throw new Error(`history event without a readable moment: ${event.startedAt}`);
  return { event, ms, civil: null };
}

function laneWith(lane: Lane | undefined, item: Indexed): Lane {
  if (!lane) return { items: [item], length: 1 };
  const last = lane.items[lane.length - 1];
  if (lane.items.length === lane.length && last.ms <= item.ms) {
    lane.items.push(item);
    return { items: lane.items, length: lane.length + 1 };
  }
  const items = lane.items.slice(0, lane.length);
  let at = items.length;
  while (at > 0 && items[at - 1].ms > item.ms) at -= 1;
  items.splice(at, 0, item);
  return { items, length: items.length };
}

function ended(
  holds: readonly Hold[],
  type: HoldType | undefined,
  { event: { startedAt }, ms }: Indexed,
): readonly Hold[] {
  const over = {
    endsAt: startedAt,
    ...(type === "dispute" && { verificationSentOn: startedAt.slice(0, 10) }),
  };
  return holds.map((hold) => (hold.type === type && isOpenAt(hold, ms) ? { ...hold, ...over } : hold));
}

/** A plan that names its last day can be broken before it. */
function isOpenAt({ endsAt }: Hold, moment: number): boolean {
  const ends = parseInstant(endsAt ?? "");
  return ends === null || ends > moment;
}

function holdsAfter(holds: readonly Hold[], item: Indexed): readonly Hold[] {
  const { event } = item;
  const opened = holdOpenedBy.get(event.type);
  if (opened) {
    const hold: Hold = { type: opened, startedAt: event.startedAt };
    if (event.endsAt) hold.endsAt = event.endsAt;
    if (event.channel) hold.channel = event.channel;
    if (event.sentOn) hold.sentOn = event.sentOn;
    if (event.evidenceId) hold.evidenceId = event.evidenceId;
    return [...holds, hold];
  }
  if (event.type === "verification_sent") return ended(ended(holds, "dispute", item), "validation", item);
  if (event.type === "plan_ended") return ended(holds, "payment_plan", item);
  if (event.type === "hold_ended") return ended(holds, event.hold, item);
  return holds;
}

/** The history with one more event; the given one stays as it was. */
export function extend(history: History, event: HistoryEvent): History {
  const lanes = new Map(history.lanes);
  const item = indexed(event);
  lanes.set(event.type, laneWith(lanes.get(event.type), item));
  return { lanes, holds: holdsAfter(history.holds, item), excerpt: history.excerpt };
}

const byMoment = (a: Indexed, b: Indexed) => a.ms - b.ms;

/**
 * Indexes a whole record, in any order.
 *
 * @param options.excerpt the record is only a part of what happened (a line given to `rung law`); the platform's
 *   own ladder then warns where it misses a step, while every rule of law asks as always
 */
export function historyOf(events: readonly HistoryEvent[], options: { excerpt?: boolean } = {}): History {
  const lanes = new Map<string, Lane>();
  let holds: readonly Hold[] = [];
  const ordered = events.map(indexed).sort(byMoment);
  for (const item of ordered) {
    const lane = lanes.get(item.event.type);
    if (lane) lane.items.push(item);
    else lanes.set(item.event.type, { items: [item], length: 0 });
    holds = holdsAfter(holds, item);
  }
  for (const [type, lane] of lanes) lanes.set(type, { items: lane.items, length: lane.items.length });
  return { lanes, holds, excerpt: options.excerpt ?? false };
}

/** The civil day of an event where the reader is. */
export const dayOfEvent = (item: Indexed, zone: string) => item.civil ?? localDay(zone, item.ms);

/** The newest-first walk over several lanes, up to a moment; stops when the visitor answers true. */
export function walkBack(
  history: History,
  types: readonly string[],
  until: number,
  visit: (item: Indexed) => boolean | undefined,
): void {
  if (types.length === 1) {
    const lane = history.lanes.get(types[0]);
    if (lane) walkLane(lane, until, visit);
    return;
  }
  const cursors: { lane: Lane; at: number }[] = [];
  for (const type of types) {
    const lane = history.lanes.get(type);
    if (lane) cursors.push({ lane, at: lane.length - 1 });
  }
  for (;;) {
    let best: { lane: Lane; at: number } | null = null;
    for (const cursor of cursors) {
      while (cursor.at >= 0 && cursor.lane.items[cursor.at].ms > until) cursor.at -= 1;
      if (cursor.at < 0) continue;
      if (!best || cursor.lane.items[cursor.at].ms > best.lane.items[best.at].ms) best = cursor;
    }
    if (!best) return;
    if (visit(best.lane.items[best.at])) return;
    best.at -= 1;
  }
}

function walkLane(lane: Lane, until: number, visit: (item: Indexed) => boolean | undefined): void {
  for (let at = lane.length - 1; at >= 0; at -= 1) {
    const item = lane.items[at];
    if (item.ms <= until && visit(item)) return;
  }
}

/** The oldest event of these types up to a moment that the test accepts. */
export function firstOf(
  history: History,
  types: readonly string[],
  until: number,
  accepts: (item: Indexed) => boolean,
): Indexed | null {
  let found: Indexed | null = null;
  for (const type of types) {
    const lane = history.lanes.get(type);
    if (!lane) continue;
    for (let at = 0; at < lane.length; at += 1) {
      const item = lane.items[at];
      if (item.ms > until || (found && item.ms >= found.ms)) break;
      if (accepts(item)) found = item;
    }
  }
  return found;
}

/** Whether any event of these types happened up to a moment. */
export const hasAny = (history: History, types: readonly string[], until: number) =>
  types.some((type) => {
    const lane = history.lanes.get(type);
    return lane !== undefined && lane.length > 0 && lane.items[0].ms <= until;
  });

/** Whether any event of these types up to a moment is one that the test accepts; the newest of each type are looked at first. */
export function hasSome(
  history: History,
  types: readonly string[],
  until: number,
  test: (item: Indexed) => boolean,
): boolean {
  for (const type of types) {
    const lane = history.lanes.get(type);
    for (let at = (lane?.length ?? 0) - 1; lane && at >= 0; at -= 1) {
      if (lane.items[at].ms <= until && test(lane.items[at])) return true;
    }
  }
  return false;
}
