import { calculatorOf } from "#app/domain/law/calculators.ts";
import { addMonths, dateOf, parseDay } from "#app/domain/law/calendar/civil.ts";
import { cnDates } from "#app/domain/law/case-dates/cn.ts";
import { deDates } from "#app/domain/law/case-dates/de.ts";
import { gbDates } from "#app/domain/law/case-dates/gb.ts";
import { namedDates } from "#app/domain/law/case-dates/named.ts";
import type { CaseDate, DateCount, DateRow } from "#app/domain/law/case-dates/row.ts";
import { usDates } from "#app/domain/law/case-dates/us.ts";
import { compileCondition } from "#app/domain/law/conditions.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { compileAnchor } from "#app/domain/law/guards/anchors.ts";
import type { PackId, Path } from "#app/domain/law/pack.ts";
import { reader } from "#app/domain/law/paths.ts";
import type { Scene } from "#app/domain/law/scene.ts";

/** Every kind of date that an event starts, by country. */
export const dateRows: Record<PackId, readonly DateRow[]> = {
  US: usDates,
  CN: cnDates,
  "GB-EW": gbDates,
  DE: deDates,
};

/** The rows' days found so far, for rows that start from another's. */
type Found = Map<string, number>;

function anchorOf({ after }: DateRow, scene: Scene, found: Found): number | null {
  if (!after) return null;
  if ("date" in after) return found.get(after.date) ?? null;
  return compileAnchor(after, null)(scene)?.day ?? null;
}

/** A copy of the facts with one of them set. */
function withFact(facts: object, path: Path, value: unknown): Facts {
  const [head, ...rest] = path.split(".");
  const inner: unknown = Reflect.get(facts, head);
  const base = typeof inner === "object" && inner !== null ? inner : {};
  return { ...facts, [head]: rest.length === 0 ? value : withFact(base, rest.join("."), value) };
}

/** What the country's own calculation answers; null where it refuses or the country does not know the question. */
function calculated(count: Extract<DateCount, { topic: string }>, anchor: number, scene: Scene) {
  const { pack } = scene;
  const calculate = calculatorOf(pack.id, count.topic, count.question);
  if (!calculate) return null;
  let facts = withFact(scene.facts, count.as, dateOf(anchor));
  for (const [as, path] of Object.entries(count.also ?? {}))
    facts = withFact(facts, as, reader(path)(scene) ?? null);
  const answer = calculate({ place: pack.place, at: dateOf(scene.day), facts, series: pack.series });
  const value: unknown = answer.refused ? null : answer[count.answer];
  return typeof value === "string" ? parseDay(value) : null;
}

function dayOf({ count, cautious }: DateRow, anchor: number | null, scene: Scene): number | null {
  if ("named" in count) return namedDates[count.named](scene);
  if (anchor === null) return null;
  if ("days" in count) return anchor + count.days;
  const day = calculated(count, anchor, scene);
  if (day !== null || !cautious) return day;
  return addMonths(anchor, cautious.months ?? 0) + (cautious.days ?? 0);
}

/** The dates that recorded events have started and nothing has overtaken. */
export function rowDates(scene: Scene): CaseDate[] {
  const found: Found = new Map();
  return dateRows[scene.pack.id].flatMap((row) => {
    const day = dayOf(row, anchorOf(row, scene, found), scene);
    if (day === null) return [];
    found.set(row.id, day);
    if (row.unless && compileCondition(row.unless)(scene) === true) return [];
    const { id, kind, rule, force, citation, severity, alarms = [] } = row;
    const source = { rule, force, citation, severity, alarms };
    const what = `date.${kind}.what`;
    return [{ subject: id, kind, what, on: dateOf(day), zone: scene.zone, at: null, values: {}, ...source }];
  });
}
