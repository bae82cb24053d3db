import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { parseDay } from "#app/domain/law/calendar/civil.ts";
import { landOf } from "#app/domain/law/calendar/de.ts";
import { isZone, localDay, parseInstant, startOfDay } from "#app/domain/law/calendar/zones.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { channelOf } from "#app/domain/law/guards/hold.ts";
import type { History } from "#app/domain/law/history.ts";
import { withThreatsOf } from "#app/domain/law/named/text.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import type { Scene } from "#app/domain/law/scene.ts";

/** Everything of a scene but its moment. */
type Standing = Omit<Scene, "from" | "to" | "day">;

export type DecisionInput = {
  pack: Pack;
  facts: Facts;
  history: History;
  action: ActionInput;
  actor: ActorInput;
  /** An instant, or a civil date in the forum's zone for procedure. */
  at: Date | string;
};

const stateOf = (place: string, country: string) =>
  place.startsWith(`${country}-`) ? place.slice(country.length + 1) : null;

/** `GB-EW` and `GB-SCT` are in `GB`. */
export const countryOf = (place: string) => place.trim().toUpperCase().split("-")[0];

/** Whether the debtor lives in the pack's country; where nothing is known, that is taken from the case's place. */
export function livesIn(pack: Pack, facts: Facts): boolean {
  const country = facts.debtor?.residence?.country;
  return !isKnown(country) || country === pack.id || countryOf(country) === countryOf(pack.id);
}

function statesOf(pack: Pack, facts: Facts): readonly string[] {
  const { state, land } = facts.debtor?.residence ?? {};
  const residence = isKnown(state) ? state : landOf(land);
  const place = isKnown(facts.case?.jurisdiction) ? facts.case.jurisdiction : pack.place;
  const lies = stateOf(place, pack.id);
  const lives = isKnown(residence) && livesIn(pack, facts) ? residence.replace(`${pack.id}-`, "") : null;
  if (lives && lies && lives !== lies) return [lives, lies];
  const only = lives ?? lies;
  return only ? [only] : [];
}

/** Every zone the debtor may be in: the known one, those other data point to, and the place's where it contradicts. */
function zonesOf(pack: Pack, facts: Facts, states: readonly string[]): readonly string[] {
  const zones: string[] = [];
  const residence = facts.debtor?.residence;
  const plausible = livesIn(pack, facts) ? pack.zonesOf(states[0] ?? null) : [];
  const known = isKnown(residence?.tz) && isZone(residence.tz) ? residence.tz : null;
  if (known) zones.push(known);
  if (!known || (plausible.length > 0 && !plausible.includes(known))) zones.push(...plausible);
  for (const other of facts.debtor?.otherZones === "unknown" ? [] : (facts.debtor?.otherZones ?? [])) {
    if (isZone(other)) zones.push(other);
  }
  return zones.length > 1 ? [...new Set(zones)] : zones;
}

const earliestDay = (zones: readonly string[], ms: number) =>
  zones.reduce((least, zone) => Math.min(least, localDay(zone, ms)), Number.POSITIVE_INFINITY);

/** The same scene at another moment. Member by member, since a search for the earliest one makes many of them. */
function moved(scene: Standing, from: number, to: number, day: number): Scene {
  const { pack, facts, history, holds, action, actor, kind, zones, zone, states } = scene;
  return { pack, facts, history, holds, action, actor, kind, zones, zone, from, to, day, states };
}

export function atInstant(scene: Standing, ms: number): Scene {
  const day = scene.zones.length > 1 ? earliestDay(scene.zones, ms) : localDay(scene.zone, ms);
  return moved(scene, ms, ms, day);
}

export function onDay(scene: Standing, day: number): Scene {
  return moved(scene, startOfDay(scene.zone, day), startOfDay(scene.zone, day + 1) - 1, day);
}

/** Sets the scene of a decision. Throws on a moment that is neither an instant nor a date: that is the caller's bug. */
export function sceneOf({ pack, facts, history, action, actor, at }: DecisionInput): Scene {
  const states = statesOf(pack, facts);
  const zones = zonesOf(pack, facts, states);
  const channel = channelOf({ action });
  const base: Standing = {
    pack,
    facts,
    history,
    holds: facts.holds?.length ? [...facts.holds, ...history.holds] : history.holds,
    action: withThreatsOf(action),
    actor,
    kind: channel === "post" ? "procedure" : "contact",
    zones,
    zone: zones[0] ?? pack.zone ?? "UTC",
    states,
  };
  const ms = parseInstant(at);
  if (ms !== null) return atInstant(base, ms);
  const day = typeof at === "string" ? parseDay(at) : null;
  if (day === null) throw new Error(`not an instant or a civil date: ${String(at)}`);
  return onDay(base, day);
}
