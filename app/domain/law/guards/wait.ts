import { addMonths, dateOf } from "#app/domain/law/calendar/civil.ts";
import { instantText } from "#app/domain/law/calendar/zones.ts";
import { compileAnchor } from "#app/domain/law/guards/anchors.ts";
import { lastDay } from "#app/domain/law/guards/calendar.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import type { Check, Unmet } from "#app/domain/law/scene.ts";
import { underConsent } from "#app/domain/law/selectors.ts";

const HOUR_MS = 3_600_000;

/** Not before some local days, or some hours, after an anchor. The anchor's own day is day 0. */
export function compileWait(guard: Extract<Guard, { kind: "wait" }>): Check {
  const days = guard.days ?? 0;
  const anchorOf = compileAnchor(guard.after, guard.after.pick === "last" ? days + 1 : null);
  const missing: Unmet = {
    message: "fact_unknown",
    values: { fact: `law.fact.${guard.after.asks}`, evidence: `law.fact.${guard.after.asks}` },
    next: null,
    requires: [guard.after.asks],
  };
  return (scene) => {
    const anchor = anchorOf(scene);
    if (!anchor) return guard.orElse === "require" ? missing : null;
    if (guard.unlessConsent && underConsent(scene, scene.from, scene.action.debtId)) return null;
    if (guard.hours !== undefined && anchor.ms !== null) {
      const until = anchor.ms + guard.hours * HOUR_MS;
      if (scene.from >= until) return null;
      return { values: { date: instantText(until), reason: guard.reason }, next: { ms: until } };
    }
    const ends = lastDay(scene, addMonths(anchor.day, guard.months ?? 0) + days, guard.calendar);
    if (typeof ends !== "number") return ends;
    const day = guard.calendar === undefined ? ends : ends + 1;
    if (scene.day >= day) return null;
    return {
      values: {
        date: dateOf(guard.reason === "law.wait.conversation" ? anchor.day : day),
        reason: guard.reason,
      },
      next: { day },
    };
  };
}
