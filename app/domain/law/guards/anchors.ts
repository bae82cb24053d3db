import { parseDay } from "#app/domain/law/calendar/civil.ts";
import { localDay, parseInstant } from "#app/domain/law/calendar/zones.ts";
import { dayOfEvent, firstOf, type Indexed, walkBack } from "#app/domain/law/history.ts";
import type { Anchor, EventSelector } from "#app/domain/law/pack.ts";
import { type Read, reader } from "#app/domain/law/paths.ts";
import type { Scene } from "#app/domain/law/scene.ts";
import { accepts } from "#app/domain/law/selectors.ts";

const DAY_MS = 86_400_000;

/** A moment as the law needs it: the day always, the instant where the record has it. */
export type Moment = { day: number; ms: number | null };

/** A civil date, or the local day of an instant; null for what is neither. */
export function dayOfFact(value: unknown, zone: string): number | null {
  if (typeof value !== "string") return null;
  const day = parseDay(value);
  if (day !== null) return day;
  const ms = parseInstant(value);
  return ms === null ? null : localDay(zone, ms);
}

/** The day of an event; where the debtor may be in several zones, the latest, so that a wait is over in each. */
const dayFor = ({ kind, zones, zone }: Scene, item: Indexed) =>
  kind === "contact" && zones.length > 1
    ? zones.reduce((latest, each) => Math.max(latest, dayOfEvent(item, each)), Number.NEGATIVE_INFINITY)
    : dayOfEvent(item, zone);

function fromEvents(
  selector: EventSelector,
  pick: "first" | "last",
  since: number,
  scene: Scene,
): Moment | null {
  if (pick === "first") {
    const item = firstOf(scene.history, selector.types, scene.to, (each) => accepts(selector, each, scene));
    return item && { day: dayFor(scene, item), ms: item.civil === null ? item.ms : null };
  }
  let found: Moment | null = null;
  walkBack(scene.history, selector.types, scene.to, (item) => {
    if (item.ms < since) return true;
    if (!accepts(selector, item, scene)) return false;
    found = { day: dayFor(scene, item), ms: item.civil === null ? item.ms : null };
    return true;
  });
  return found;
}

/**
 * Compiles an anchor. `reachDays` says how far back a "last" event can still matter, so that a long history is not walked
 * for nothing; a first event is found at once.
 */
export function compileAnchor(anchor: Anchor, reachDays: number | null): (scene: Scene) => Moment | null {
  const reads: Read[] = (anchor.facts ?? []).map(reader);
  const better = (a: number, b: number) => (anchor.pick === "first" ? a < b : a > b);
  return (scene) => {
    const since = reachDays === null ? Number.NEGATIVE_INFINITY : scene.from - (reachDays + 3) * DAY_MS;
    let best = anchor.events ? fromEvents(anchor.events, anchor.pick, since, scene) : null;
    for (const read of reads) {
      const value = read(scene);
      for (const each of Array.isArray(value) ? value : [value]) {
        const day = dayOfFact(each, scene.zone);
        if (day !== null && (!best || better(day, best.day))) best = { day, ms: null };
      }
    }
    return best;
  };
}
