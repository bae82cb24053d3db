import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { localDay } from "#app/domain/law/calendar/zones.ts";
import type { CaseDate } from "#app/domain/law/case-dates/row.ts";
import type { Hold } from "#app/domain/law/facts.ts";
import { endOf } from "#app/domain/law/guards/hold.ts";
import type { Row } from "#app/domain/law/pack.ts";
import type { Scene } from "#app/domain/law/scene.ts";

const ruleOf = ({ pack }: Scene, { type }: Hold): Row | undefined =>
  pack.rows.find(({ guard }) => guard.kind === "hold" && guard.types.includes(type));

/** The day on which each hold that names its end is over; a moratorium has a row of its own, which counts its days. */
export function holdDates(scene: Scene): CaseDate[] {
  return scene.holds.flatMap((hold) => {
    const ends = endOf(hold);
    const rule = ruleOf(scene, hold);
    const hasRow = hold.type === "breathing_space" && scene.pack.id === "GB-EW";
    if (ends === null || ends <= scene.to || !rule || hasRow) return [];
    return [
      {
        subject: `hold.${hold.type}.${hold.startedAt.slice(0, 10)}`,
        kind: "hold_over",
        what: `law.hold.${hold.type}`,
        on: dateOf(localDay(scene.zone, ends)),
        zone: scene.zone,
        at: null,
        rule: rule.id,
        force: rule.force,
        citation: rule.source.cite,
        severity: "may",
        values: { holdKey: `law.hold.${hold.type}` },
        alarms: [],
      },
    ];
  });
}
