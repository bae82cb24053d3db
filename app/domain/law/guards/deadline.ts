import { addMonths, dateOf } from "#app/domain/law/calendar/civil.ts";
import { compileAnchor } from "#app/domain/law/guards/anchors.ts";
import { lastDay } from "#app/domain/law/guards/calendar.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import type { Check } from "#app/domain/law/scene.ts";

/** Not after some months or days from an anchor. What is late stays late. */
export function compileDeadline(guard: Extract<Guard, { kind: "deadline" }>): Check {
  const anchorOf = compileAnchor(guard.after, null);
  const missing = asking(guard.after.asks);
  return (scene) => {
    const anchor = anchorOf(scene);
    if (!anchor) return guard.orElse === "require" ? missing : null;
    const raw = addMonths(anchor.day, guard.months ?? 0) + (guard.days ?? 0);
    if (scene.day <= raw) return null;
    const last = lastDay(scene, raw, guard.calendar);
    if (typeof last !== "number") return last;
    if (scene.day <= last) return null;
    return { values: { date: dateOf(last), reason: guard.reason }, next: null };
  };
}
