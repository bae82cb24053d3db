import { firstOf, type Indexed } from "#app/domain/law/history.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import { reader } from "#app/domain/law/paths.ts";
import type { Check } from "#app/domain/law/scene.ts";

/** One of these steps was taken before, or one of these facts is so: rungs are not jumped over. */
export function compileOrder(guard: Extract<Guard, { kind: "order" }>): Check {
  const reads = (guard.orFacts ?? []).map(reader);
  return (scene) => {
    const isOurs = ({ event }: Indexed) => guard.direction === undefined || event.direction !== "in";
    if (firstOf(scene.history, guard.after, scene.to, isOurs)) return null;
    for (const read of reads) {
      const value = read(scene);
      if (value !== undefined && value !== false) return null;
    }
    const step = `law.stage.${guard.asks}`;
    return {
      values: { notice: step, items: step, fact: step, evidence: step },
      next: null,
      requires: [guard.asks],
    };
  };
}
