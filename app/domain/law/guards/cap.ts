import type { Guard } from "#app/domain/law/pack.ts";
import { reader } from "#app/domain/law/paths.ts";
import type { Check } from "#app/domain/law/scene.ts";

/** An amount of the action, in minor units, is at most the row's. An amount that is not named is not claimed. */
export function compileCap(guard: Extract<Guard, { kind: "cap" }>): Check {
  const read = reader(guard.amount);
  return (scene, row) => {
    const claimed = read(scene);
    if (typeof claimed !== "number" || claimed <= guard.cap) return null;
    return { values: { claimed, cap: guard.cap, rule: row.id }, next: null };
  };
}
