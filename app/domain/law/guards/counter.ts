import { localDay } from "#app/domain/law/calendar/zones.ts";
import { dayOfEvent, walkBack } from "#app/domain/law/history.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";
import { accepts, underConsent } from "#app/domain/law/selectors.ts";

const DAY_MS = 86_400_000;

type CounterGuard = Extract<Guard, { kind: "counter" }>;

/** The day on which the window holds fewer than the limit again; null while it does now. */
function freeAgain(guard: CounterGuard, scene: Scene, zone: string): number | null {
  const today = localDay(zone, scene.from);
  const oldest = scene.from - (guard.days + 2) * DAY_MS;
  let counted = 0;
  let free: number | null = null;
  walkBack(scene.history, guard.counts.types, scene.to, (item) => {
    if (item.ms < oldest) return true;
    const day = dayOfEvent(item, zone);
    if (day <= today - guard.days || !accepts(guard.counts, item, scene)) return false;
    counted += 1;
    if (counted < guard.limit) return false;
    free = day + guard.days;
    return true;
  });
  return free;
}

/**
 * At most `limit` counted events within `days` local calendar days, today included, over all actors on the debt. One day is a
 * calendar day. Where the debtor may be in several zones the limit holds in each.
 */
export function compileCounter(guard: CounterGuard): Check {
  return (scene) => {
    if (guard.counts.withoutConsent && underConsent(scene, scene.from, scene.action.debtId)) return null;
    let free: number | null = null;
    for (const zone of scene.zones) {
      const day = freeAgain(guard, scene, zone);
      if (day !== null && (free === null || day > free)) free = day;
    }
    if (free === null) return null;
    return {
      values: { used: guard.limit, limit: guard.limit, window: guard.window },
      next: { day: free },
    };
  };
}
