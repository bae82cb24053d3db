import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { parseInstant } from "#app/domain/law/calendar/zones.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import type { Row } from "#app/domain/law/pack.ts";
import { packFor } from "#app/domain/law/packs.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";
import { atInstant, onDay } from "#app/domain/law/set-scene.ts";

type Given = Partial<Omit<Scene, "history">> & { events?: readonly HistoryEvent[]; place?: string };

/** A call in Berlin at a moment, an instant or a whole day, with nothing known but what is given. */
export function aScene(at: string, { events = [], place = "DE", ...given }: Given = {}): Scene {
  const zones = given.zones ?? ["Europe/Berlin"];
  const base: Scene = {
    pack: packFor(place)!,
    facts: {},
    history: historyOf(events),
    holds: [],
    action: { type: "call" },
    actor: {},
    kind: "contact",
    zone: zones[0] ?? "Europe/Berlin",
    from: 0,
    to: 0,
    day: 0,
    states: [],
    ...given,
    zones,
  };
  const ms = parseInstant(at);
  return ms === null ? onDay(base, dayOf(at)) : atInstant(base, ms);
}

/** What a guard says by itself, outside of any row. */
export const said = (check: Check, scene: Scene) => check(scene, { id: "TEST-01" } as Row);

/** The refusal that only asks for facts, in full. */
export function asks(...requires: string[]) {
  const named = requires.map((path) => `law.fact.${path}`).join("|");
  return { values: { fact: named, evidence: named }, next: null, requires, message: "fact_unknown" };
}

export const event = (type: HistoryEvent["type"], startedAt: string, over: Partial<HistoryEvent> = {}) =>
  ({ type, startedAt, ...over }) as HistoryEvent;
