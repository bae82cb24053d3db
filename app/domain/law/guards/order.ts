import { firstOf, type Indexed } from "#app/domain/law/history.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import { reader } from "#app/domain/law/paths.ts";
import type { Check } from "#app/domain/law/scene.ts";

/** One of these steps was taken before, or one of these facts is so: rungs are not jumped over. */
export function compileOrder(guard: Extract<Guard, { kind: "order" }>): Check {
  const facts = (guard.orFacts ?? []).map((path) => ({ path, read: reader(path) }));
  const isOurs = ({ event }: Indexed) => guard.direction === undefined || event.direction !== "in";
  return (scene) => {
    if (firstOf(scene.history, guard.after, scene.to, isOurs)) return null;
    const unknown: string[] = [];
    for (const { path, read } of facts) {
      const value = read(scene);
      if (value === undefined) unknown.push(path);
      else if (value !== false) return null;
    }
    const step = `law.stage.${guard.asks}`;
    return {
      values: { notice: step, items: step, fact: step, evidence: step },
      next: null,
      requires: [guard.asks, ...unknown],
    };
  };
}
