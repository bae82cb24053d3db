import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Check, Scene, Unmet } from "#app/domain/law/scene.ts";

/** The newest statement by a lawyer on why the claim is not barred, with the last day it names, if any. */
function statementOf(scene: Scene): { lastDay: number | null } | null {
  const lane = scene.history.lanes.get("limitation_statement");
  for (let at = (lane?.length ?? 0) - 1; lane && at >= 0; at -= 1) {
    const { event, ms } = lane.items[at];
    if (ms > scene.to) continue;
    const byLawyer = event.actorKind === "lawyer" || event.actorKind === "law_firm";
    if (byLawyer && event.evidenceId) return { lastDay: dayOfFact(event.lastDay, scene.zone) };
  }
  return null;
}

const barredSince = (last: number, basis: string): Unmet => ({
  values: { date: dateOf(last + 1), basis },
  next: null,
  effect: "block",
});

function placeOf(scene: Scene): string {
  const { forumState } = scene.action;
  if (scene.pack.id === "US" && isKnown(forumState)) return `US-${forumState.replace(/^US-/, "")}`;
  const stated = scene.facts.case?.jurisdiction;
  return isKnown(stated) ? stated : scene.pack.place;
}

/**
 * POL-LADDER-07, US-ESC-05: the claim does not appear time-barred, or a lawyer has recorded why it is not, with evidence.
 * Where the kind of debt is unknown the shortest period protects the debtor, and the kind is asked for if it matters.
 */
export const notTimeBarred: Check = (scene) => {
  const statement = statementOf(scene);
  if (statement) {
    const { lastDay } = statement;
    return lastDay === null || scene.day <= lastDay ? null : barredSince(lastDay, "law.basis.statement");
  }
  const { lastDay } = scene.facts.limitation ?? {};
  if (lastDay === null || lastDay === "unknown") return asking("limitation.lastDay");
  const stated = dayOfFact(lastDay, scene.zone);
  if (stated !== null) return scene.day <= stated ? null : barredSince(stated, "law.basis.stated");
  const question = { jurisdiction: placeOf(scene), facts: scene.facts, series: scene.pack.series };
  const shortest = limitationOf({ ...question, reading: "shortest" });
  if (shortest.refused) return asking(...shortest.requires);
  if (scene.day <= dayOf(shortest.last)) return null;
  const barred = barredSince(dayOf(shortest.last), shortest.basis.join("; "));
  const longest = limitationOf({ ...question, reading: "longest" });
  const differs = !longest.refused && scene.day <= dayOf(longest.last);
  return differs
    ? { ...barred, effect: "require", requires: longest.asks ?? ["debt.limitationKind"] }
    : barred;
};

/** The last day to sue, cautiously: a lawyer's statement, a stated day, or the shortest period. Null where it cannot be known. */
export function lastDayToSue(scene: Scene): { raw: string; last: string; basis: string | null } | null {
  const stated = statementOf(scene)?.lastDay ?? dayOfFact(scene.facts.limitation?.lastDay, scene.zone);
  if (stated !== null) return { raw: dateOf(stated), last: dateOf(stated), basis: null };
  const question = { jurisdiction: placeOf(scene), facts: scene.facts, series: scene.pack.series };
  const found = limitationOf({ ...question, reading: "shortest" });
  return found.refused ? null : { raw: found.raw, last: found.last, basis: found.basis[0] ?? null };
}
