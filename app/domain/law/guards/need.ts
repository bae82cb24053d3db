import { compileCondition, missingFrom } from "#app/domain/law/conditions.ts";
import type { Condition, Guard } from "#app/domain/law/pack.ts";
import type { Check } from "#app/domain/law/scene.ts";

/** What only asks whether something is on file is unknown, not untrue, where it is not. */
const asksToBeKnown = (that: Condition): boolean =>
  "known" in that || ("any" in that && that.any.every(asksToBeKnown));

/** Each thing must be so. What is unknown is asked for; what is known not to be so is refused by name. */
export function compileNeed(guard: Extract<Guard, { kind: "need" }>): Check {
  const parts = guard.all.map(({ that, asks }) => ({ that, asks, ask: compileCondition(that) }));
  return (scene) => {
    const unknown: string[] = [];
    const failed: string[] = [];
    for (const { that, asks, ask } of parts) {
      const answer = ask(scene);
      if (answer === true) continue;
      if (answer === null || (answer === false && asksToBeKnown(that)))
        unknown.push(asks, ...missingFrom(that, scene));
      else failed.push(asks);
    }
    if (unknown.length === 0 && failed.length === 0) return null;
    const requires = [...new Set(unknown)];
    const named = [...new Set([...failed, ...requires])].map((path) => `law.fact.${path}`).join("|");
    const values = { items: named, fact: named, evidence: named };
    if (failed.length === 0) return { values, next: null, requires, message: "fact_unknown" };
    return { values, next: null, effect: "block", ...(requires.length > 0 && { requires }) };
  };
}
