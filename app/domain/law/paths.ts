import { isKnown } from "#app/domain/law/facts.ts";
import type { Path } from "#app/domain/law/pack.ts";
import type { Scene } from "#app/domain/law/scene.ts";

export type Read = (scene: Scene) => unknown;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Reads `debt.purpose` from the facts, `action.type` from the action and `actor.kind` from the actor. */
export function reader(path: Path): Read {
  const parts = path.split(".");
  const [head] = parts;
  const root: (scene: Scene) => unknown =
    head === "action"
      ? (scene) => scene.action
      : head === "actor"
        ? (scene) => scene.actor
        : (scene) => scene.facts;
  const names = head === "action" || head === "actor" ? parts.slice(1) : parts;
  return (scene) => {
    let value = root(scene);
    for (const name of names) {
      if (!isRecord(value)) return undefined;
      value = value[name];
    }
    return isKnown(value) ? value : undefined;
  };
}
